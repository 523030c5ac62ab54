"""What must be researched, compared and consulted on. Basis: 条例第十二条、第十三条；区规划第11项."""

from django.utils.translation import gettext_lazy as _

from decisions.basis import plan, regulation
from decisions.calendar import days_between
from decisions.deadlines.registry import day_of
from decisions.facts import Facts
from decisions.models import (
    DepartmentOpinion,
    Option,
    OptionComparison,
    Procedure,
    ResearchReport,
    StepDetermination,
    TouchedBody,
)
from decisions.requirements import requirement
from decisions.rules.steps import determined
from people.models import Unit


@requirement(
    "research.reported",
    title=_("调研报告和依据梳理清单"),
    lack=_("还没有调研报告，或者报告没有梳理法律、法规、规章和政策依据。"),
    basis=(plan(10), regulation(12)),
    mend="file_research_report",
)
def reported(facts: Facts) -> bool:
    """The research report is there, with the combed list of laws and policies."""
    report = facts.latest(ResearchReport)
    return report is not None and bool(report.laws)


@requirement(
    "research.options_compared",
    title=_("多方案比较"),
    lack=_("比较的方案不足规定的个数。"),
    basis=(plan(11), regulation(12)),
    mend="file_options",
    only=(Procedure.MAJOR.value,),
)
def options_compared(facts: Facts) -> bool:
    """At least `options_min` options are compared, where the law asks for a comparison."""
    comparison, needed = facts.latest(OptionComparison), facts.law.known("options_min")
    options = len(facts.rows_of(comparison, Option)) if comparison else 0
    return options >= (needed or 0)


def unit_names(bodies: list[TouchedBody]) -> str:
    """Return the names of the bodies in one line, read at once."""
    keys = [body.unit_id for body in bodies]
    names = dict(Unit.objects.filter(pk__in=keys).values_list("pk", "name"))
    return str(_("、")).join(names[key] for key in keys)


def hurried(facts: Facts) -> list[TouchedBody]:
    """Return the touched bodies whose term to answer is over at once, or shorter than the rule's."""
    steps = determined(facts)
    if steps is None:
        return []
    least = max(facts.law.known("department_opinion_days") or 0, 1)
    began = day_of(steps)
    bodies = facts.rows_of(steps, TouchedBody)
    return [body for body in bodies if days_between(began, body.answer_by) < least]


@requirement(
    "research.answer_term",
    title=_("给有关单位的答复期限足够"),
    lack=_("给这些单位的答复期限已过，或者短于规定：%(names)s。"),
    basis=regulation(13),
    mend="determine_steps",
    names=lambda facts: unit_names(hurried(facts)),
    of=StepDetermination,
)
def answer_term(facts: Facts) -> bool:
    """A term that lapses has run first: no body is asked for an answer by a day gone by."""
    return determined(facts) is not None and not hurried(facts)


def silent(facts: Facts) -> list[TouchedBody]:
    """Return the touched bodies that owe an answer, or whose dispute is not explained."""
    steps = determined(facts)
    last = {opinion.unit_id: opinion for opinion in facts.all(DepartmentOpinion)}
    settled = {unit for unit, found in last.items() if found.agreed or found.response}
    bodies = facts.rows_of(steps, TouchedBody) if steps else []
    return [
        body
        for body in bodies
        if body.unit_id not in settled and (body.unit_id in last or facts.day <= body.answer_by)
    ]


@requirement(
    "research.departments_consulted",
    title=_("征求有关部门意见，分歧已说明"),
    lack=_("这些单位还没有答复，或者分歧没有说明：%(names)s。"),
    basis=regulation(13),
    mend="record_department_opinion",
    names=lambda facts: unit_names(silent(facts)),
)
def departments_consulted(facts: Facts) -> bool:
    """Each touched body has answered or let its term lapse; each dispute is explained."""
    return not silent(facts)
