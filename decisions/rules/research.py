"""What must be researched, compared and consulted on. Basis: 条例第十二条、第十三条；区规划第11项."""

from django.utils.translation import gettext_lazy as _

from decisions.basis import plan, regulation
from decisions.facts import Facts
from decisions.models import (
    DepartmentOpinion,
    Option,
    OptionComparison,
    Procedure,
    ResearchReport,
    TouchedBody,
)
from decisions.requirements import requirement
from decisions.rules.steps import determined


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
    names=lambda facts: str(_("、")).join(str(body.unit) for body in silent(facts)),
)
def departments_consulted(facts: Facts) -> bool:
    """Each touched body has answered or let its term lapse; each dispute is explained."""
    return not silent(facts)
