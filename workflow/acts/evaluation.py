"""Follow-up evaluation. Basis: 条例第三十六条；区规划第12项."""

from typing import Any

from django.utils.translation import gettext_lazy as _

from decisions import models as m
from decisions.facts import Facts
from decisions.models import Case
from decisions.parties import EVALUATOR, HEAD, OFFICE
from decisions.rules import evaluation
from decisions.states import State
from people.models import Role, Unit
from workflow.acts.base import Act, Transition

LATE = (State.ARCHIVED,)
"""Where the case was filed long ago, and stays so: the papers are sealed as a supplement."""
EVALUABLE = (State.EXECUTING, *LATE)


def evaluators_on(facts: Facts) -> Any:
    """Return the bodies that can evaluate a decision."""
    return Unit.objects.filter(organ=facts.case.organ_id, posts__role=Role.EVALUATOR).distinct()


class CommissionEvaluation(Act):
    """Charge an evaluator. Basis: 条例第三十六条."""

    title, step, by = _("委托决策后评估"), m.Step.EVALUATION, OFFICE
    record, during, beside = m.EvaluationCommission, EVALUABLE, LATE
    requires, choices = (evaluation.independent,), {"evaluator": evaluators_on}

    def apply(self, case: Case, record: m.EvaluationCommission) -> None:
        """Name the evaluator as a party of the case."""
        case.evaluator_unit = record.evaluator


class FileEvaluation(Act):
    """Hand in the evaluation. Basis: 条例第三十六条."""

    title, step, by, record = _("提交评估报告"), m.Step.EVALUATION, EVALUATOR, m.Evaluation
    during, beside, signs = EVALUABLE, LATE, True


class ConcludeFollowUp(Act):
    """Keep, adjust or stop. Basis: 条例第三十七条；区规划第12项."""

    title, step, by, record = _("运用评估结果"), m.Step.EVALUATION, HEAD, m.FollowUp
    during, beside, signs = EVALUABLE, LATE, True
    requires = (evaluation.filed, evaluation.concluded)

    def move(self, record: Any, case: Case) -> Transition | None:
        """An adjustment goes through the whole procedure again; years on, as a new matter."""
        if case.state in LATE:
            return None
        if record.outcome == m.FollowUp.Outcome.ADJUST:
            return Case.adjust
        return Case.follow_up
