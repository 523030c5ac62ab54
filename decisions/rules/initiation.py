"""What must be so before a matter is started. Basis: 条例第三条、第十条、第十一条."""

from django.utils.translation import gettext_lazy as _

from decisions.basis import plan, regulation
from decisions.facts import Facts
from decisions.models import Classification, Initiation, Procedure
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
