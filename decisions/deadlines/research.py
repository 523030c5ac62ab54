"""By when the bodies that a matter touches answer. Basis: 条例第十三条."""

from collections.abc import Iterator

from django.utils.translation import gettext_lazy as _

from decisions.basis import regulation
from decisions.deadlines.registry import Kind, Named, Running, Scope, deadline
from decisions.facts import Facts
from decisions.models import StepDetermination, TouchedBody
from decisions.states import State


@deadline(
    "research.answers",
    title=_("部门答复期限"),
    basis=regulation(13),
    act="record_department_opinion",
    kind=Kind.BY,
    reads=(StepDetermination, TouchedBody),
    scope=Scope.ROOT,
    during=(State.RESEARCHING, State.CONSULTING),
)
def answers(facts: Facts) -> Iterator[Running]:
    """The last day that the determination of steps gives to any of them."""
    for steps in facts.all(StepDetermination):
        days = [body.answer_by for body in facts.rows_of(steps, TouchedBody)]
        if days:
            yield Running(steps, named=Named(max(days), _("程序适用认定")))
