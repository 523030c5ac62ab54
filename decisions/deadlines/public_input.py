"""How long the public may give opinions. Basis: 条例第十五条."""

from collections.abc import Iterator

from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from decisions.basis import regulation
from decisions.deadlines.registry import Kind, Named, Running, Scope, begun, day_of, deadline
from decisions.facts import Facts
from decisions.models import PublicInput
from decisions.terms import Term


def comment_period(facts: Facts, notice: PublicInput) -> Term | None:
    """Return the days that the law wants for a notice; those before it was out do not count.

    It is a least time, and opinions come in on any day until 24:00: a last day on which
    offices rest takes nothing from anybody, so it is not moved.
    """
    out_on = max(notice.opens_on, day_of(notice))
    return begun(facts, "comment_days", out_on, pgettext_lazy("event", "公布"))


@deadline(
    "public_input.period",
    title=_("征求意见期限"),
    basis=regulation(15),
    act="close_public_input",
    kind=Kind.NOT_BEFORE,
    reads=(PublicInput,),
    scope=Scope.ROOT,
)
def comment_periods(facts: Facts) -> Iterator[Running]:
    """It ends on the day that the notice names."""
    for notice in facts.all(PublicInput):
        named = Named(notice.closes_on, _("公告"))
        yield Running(notice, comment_period(facts, notice), named)
