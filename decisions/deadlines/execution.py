"""By when a decision is carried out, and reported on. Basis: 条例第三十四条；区规划第12项."""

from collections.abc import Iterator
from operator import attrgetter

from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from decisions.basis import plan, regulation
from decisions.deadlines.registry import Kind, Named, Running, day_of, deadline, length_of
from decisions.facts import Facts
from decisions.models import ExecutionAssignment, ExecutionReport
from decisions.terms import Term


@deadline(
    "execution.due",
    title=_("执行完成期限"),
    basis=regulation(34),
    act="report_execution",
    kind=Kind.BY,
    reads=(ExecutionAssignment,),
)
def due_days(facts: Facts) -> Iterator[Running]:
    """The day that the assignment names."""
    for assignment in facts.all(ExecutionAssignment):
        yield Running(assignment, named=Named(assignment.due_on, _("执行分工")))


@deadline(
    "execution.feedback",
    title=_("执行情况反馈期限"),
    basis=plan(12),
    act="report_execution",
    kind=Kind.BY,
    reads=(ExecutionAssignment, ExecutionReport),
)
def feedback_periods(facts: Facts) -> Iterator[Running]:
    """One after the assignment, and one after each report."""
    length = length_of(facts, "feedback_days")
    if length is None:
        return
    begun = [*facts.all(ExecutionAssignment), *facts.all(ExecutionReport)]
    for record in sorted(begun, key=attrgetter("seq")):
        assigned = isinstance(record, ExecutionAssignment)
        event = (
            pgettext_lazy("event", "布置执行") if assigned else pgettext_lazy("event", "上一次报告")
        )
        yield Running(record, Term(day_of(record), length, event, rolls=True))
