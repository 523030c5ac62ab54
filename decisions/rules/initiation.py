"""What must be so before a matter is started. Basis: 条例第三条、第十条、第十一条."""

from django.utils.translation import gettext_lazy as _

from decisions.basis import plan, regulation
from decisions.facts import Facts
from decisions.models import Classification, Initiation, PreliminaryStudy, Procedure, Proposal
from decisions.requirements import requirement


@requirement(
    "classification.reasoned",
    title=_("事项类别和理由已记录"),
    lack=_("还没有分类，也没有写明理由。"),
    basis=(plan(10), regulation(3)),
    mend="classify",
)
def reasoned(facts: Facts) -> bool:
    """Class and reason are recorded before initiation."""
    classification = facts.latest(Classification)
    return classification is not None and bool(classification.reason)


@requirement(
    "classification.not_excluded",
    title=_("不属于重大行政决策程序以外的事项"),
    lack=_("宏观调控、政府立法、突发事件应急处置等事项，不按重大行政决策程序办理。"),
    basis=regulation(3),
    mend="classify",
    only=(Procedure.MAJOR,),
)
def not_excluded(facts: Facts) -> bool:
    """What the Regulation leaves to other procedures cannot run as a major decision."""
    classification = facts.latest(Classification)
    return classification is not None and not classification.exclusion


@requirement(
    "initiation.studied",
    title=_("决策事项建议经过研究论证"),
    lack=_("建议还没有研究论证；部门提出的，理由、依据、必要性、可行性和初步方案要齐全。"),
    basis=regulation(10),
    mend="study_proposal",
)
def studied(facts: Facts) -> bool:
    """The proposal was studied; a department argues its own from problem to first plan."""
    proposal = facts.latest(Proposal)
    if proposal is None or facts.latest(PreliminaryStudy) is None:
        return False
    argued = proposal.reasons and proposal.necessity and proposal.first_plan
    return proposal.source != Proposal.Source.DEPARTMENT or bool(argued)


@requirement(
    "classification.kind_named",
    title=_("重大事项的种类已写明"),
    lack=_("重大行政决策没有写明属于五种事项中的哪一种。"),
    basis=regulation(3),
    mend="classify",
    of=Classification,
)
def kind_named(facts: Facts) -> bool:
    """A major matter says to which of the five classes it belongs."""
    classification = facts.latest(Classification)
    if classification is None:
        return False
    return classification.procedure != Procedure.MAJOR or bool(classification.kind)


@requirement(
    "initiation.decided",
    title=_("决策机关决定启动，承办单位已明确"),
    lack=_("决策机关还没有决定启动，或者没有明确承办单位。"),
    basis=(regulation(10), regulation(11)),
    mend="initiate",
    of=Initiation,
)
def decided(facts: Facts) -> bool:
    """The organ has decided to start and named the undertaking unit."""
    return facts.latest(Initiation) is not None
