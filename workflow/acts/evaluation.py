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


def evaluators_on(facts: Facts) -> Any:
    """Return the bodies that can evaluate a decision."""
    return Unit.objects.filter(organ=facts.case.organ_id, posts__role=Role.EVALUATOR).distinct()


class CommissionEvaluation(Act):
    """Charge an evaluator. Basis: 条例第三十六条."""

    title, step, by = _("委托决策后评估"), m.Step.EVALUATION, OFFICE
    record, during = m.EvaluationCommission, (State.EXECUTING,)
    requires, choices = (evaluation.independent,), {"evaluator": evaluators_on}

    def apply(self, case: Case, record: m.EvaluationCommission) -> None:
        """Name the evaluator as a party of the case."""
        case.evaluator_unit = record.evaluator


class FileEvaluation(Act):
    """Hand in the evaluation. Basis: 条例第三十六条."""

    title, step, by, record = _("提交评估报告"), m.Step.EVALUATION, EVALUATOR, m.Evaluation
    during, signs = (State.EXECUTING,), True


class ConcludeFollowUp(Act):
    """Keep, adjust or stop. Basis: 条例第三十七条；区规划第12项."""

    title, step, by, record = _("运用评估结果"), m.Step.EVALUATION, HEAD, m.FollowUp
    during, signs = (State.EXECUTING,), True
    requires = (evaluation.filed, evaluation.concluded)

    def move(self, record: Any, case: Case) -> Transition:
        """An adjustment goes through the whole procedure again."""
        if record.outcome == m.FollowUp.Outcome.ADJUST:
            return Case.adjust
        return Case.follow_up
