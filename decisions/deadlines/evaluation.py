"""When a decision in execution calls for its evaluation. Basis: 条例第三十六条；区规划第12项."""

from collections.abc import Iterator

from django.utils.translation import gettext_lazy as _

from decisions.basis import regulation
from decisions.deadlines.execution import ASSIGNED
from decisions.deadlines.registry import Kind, Running, begun, day_of, deadline
from decisions.facts import Facts
from decisions.models import ExecutionAssignment


@deadline(
    "evaluation.term",
    title=_("评估期限"),
    basis=regulation(36),
    act="commission_evaluation",
    kind=Kind.BY,
    reads=(ExecutionAssignment,),
)
def terms(facts: Facts) -> Iterator[Running]:
    """So long after execution began, where a rule says how long."""
    for assignment in facts.all(ExecutionAssignment):
        day = day_of(assignment)
        yield Running(assignment, begun(facts, "evaluation_after_days", day, ASSIGNED, rolls=True))
