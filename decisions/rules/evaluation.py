"""Follow-up evaluation. Basis: 条例第三十六条、第三十七条；区规划第12项."""

from collections.abc import Iterator

from django.utils.translation import gettext_lazy as _

from decisions.basis import plan, regulation
from decisions.deadlines import deadline_of
from decisions.facts import Facts
from decisions.models import (
    Evaluation,
    EvaluationCommission,
    ExecutionAssignment,
    ExpertPanel,
    FollowUp,
    Objection,
    PanelMember,
    ProblemReport,
    Procedure,
    RiskCommission,
)
from decisions.requirements import requirement
from decisions.rules.independence import undertakers
from people.models import Tenure


def triggers(facts: Facts) -> Iterator[int]:
    """Yield the number of each act that calls for an evaluation; by rule, execution itself does."""
    yield from (report.seq for report in facts.all(ProblemReport) if report.shortfall)
    yield from (commission.seq for commission in facts.all(EvaluationCommission))
    objections, many = facts.all(Objection), facts.law.known("evaluation_objections")
    if many and len(objections) >= many:
        yield objections[-1].seq
    if facts.law.demands("evaluation_always") or _term_reached(facts):
        begun = facts.latest(ExecutionAssignment)
        yield begun.seq if begun else 0


def _term_reached(facts: Facts) -> bool:
    """Say whether the rule's own term since execution began has run out."""
    term = deadline_of(facts, "evaluation.term")
    return term is not None and term.day is not None and term.day <= facts.day


@requirement(
    "evaluation.held_when_triggered",
    title=_("应当评估的已评估"),
    lack=_("实施效果明显达不到预期、异议较多、已经委托评估或者规定应当评估的，评估后才能办结。"),
    basis=(plan(12), regulation(36)),
    mend="commission_evaluation",
    only=(Procedure.MAJOR, Procedure.NORMATIVE),
)
def held_when_triggered(facts: Facts) -> bool:
    """A clear shortfall, many objections, an order or the profile's term: each is followed up."""
    last = max((f.seq for f in facts.all(FollowUp)), default=0)
    return all(last > trigger for trigger in triggers(facts))


def argued_before(facts: Facts) -> set[int]:
    """Return the units that assessed the risk or argued the draft before the decision."""
    assessors = {commission.assessor_id for commission in facts.all(RiskCommission)}
    experts = {
        member.person_id
        for panel in facts.all(ExpertPanel)
        for member in facts.rows_of(panel, PanelMember)
    }
    held = Tenure.objects.filter(person__in=experts).values_list("post__unit", flat=True)
    return assessors | facts.once("experts' units", lambda: set(held))


@requirement(
    "evaluation.independent",
    title=_("评估机构没有承担过主要论证评估"),
    lack=_("这个机构承担过决策前的论证评估，或者承办、执行这个事项，不能作决策后评估。"),
    basis=regulation(36),
    mend="commission_evaluation",
    of=EvaluationCommission,
)
def independent(facts: Facts) -> bool:
    """Not the body that did the main argument before, nor one that undertakes or executes."""
    commission = facts.latest(EvaluationCommission)
    if commission is None:
        return False
    own = {*undertakers(facts), facts.case.executing_unit_id}
    return commission.evaluator_id not in argued_before(facts) | own


@requirement(
    "evaluation.filed",
    title=_("评估报告已提交"),
    lack=_("委托的评估还没有提交报告。"),
    basis=regulation(36),
    mend="file_evaluation",
)
def filed(facts: Facts) -> bool:
    """What was commissioned has been evaluated before anything follows from it."""
    commission, found = facts.latest(EvaluationCommission), facts.latest(Evaluation)
    return commission is not None and found is not None and found.seq > commission.seq


@requirement(
    "evaluation.concluded",
    title=_("评估结果已运用：继续、调整或者停止，写明理由"),
    lack=_("评估以后还没有决定继续、调整或者停止，或者没有写明理由。"),
    basis=(plan(12), regulation(36)),
    mend="conclude_follow_up",
    of=FollowUp,
)
def concluded(facts: Facts) -> bool:
    """Keep, adjust or stop, with the reason."""
    found, follow_up = facts.latest(Evaluation), facts.latest(FollowUp)
    if found is None:
        return True
    return follow_up is not None and follow_up.seq > found.seq and bool(follow_up.reason)
