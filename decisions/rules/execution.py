"""Who carries the decision out. Basis: 条例第三十四条."""

from django.utils.translation import gettext_lazy as _

from decisions.basis import regulation
from decisions.facts import Facts
from decisions.models import ExecutionAssignment, Procedure
from decisions.requirements import requirement


@requirement(
    "execution.unit_named",
    title=_("执行单位已明确"),
    lack=_("还没有明确由谁执行、何时完成。"),
    basis=regulation(34),
    mend="assign_execution",
    only=(Procedure.MAJOR.value, Procedure.NORMATIVE.value),
)
def unit_named(facts: Facts) -> bool:
    """It is said who executes, by when."""
    return facts.latest(ExecutionAssignment) is not None
