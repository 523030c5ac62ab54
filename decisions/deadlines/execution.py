"""By when a decision is carried out, and reported on. Basis: 条例第三十四条；区规划第12项."""

from collections.abc import Iterator
from operator import attrgetter

from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from decisions.basis import plan, regulation
from decisions.deadlines.registry import Kind, Named, Running, begun, day_of, deadline
from decisions.facts import Facts
from decisions.models import ExecutionAssignment, ExecutionReport

ASSIGNED, REPORTED = pgettext_lazy("event", "布置执行"), pgettext_lazy("event", "上一次报告")


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
    begins = [*facts.all(ExecutionAssignment), *facts.all(ExecutionReport)]
    for record in sorted(begins, key=attrgetter("seq")):
        event = ASSIGNED if isinstance(record, ExecutionAssignment) else REPORTED
        yield Running(record, begun(facts, "feedback_days", day_of(record), event, rolls=True))
