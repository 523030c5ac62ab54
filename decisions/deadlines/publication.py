"""By when a decision is public. Basis: 条例第三十二条；政府信息公开条例第二十六条."""

from collections.abc import Iterator

from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from decisions.basis import Basis
from decisions.deadlines.registry import Kind, Running, deadline, length_of
from decisions.facts import Facts
from decisions.models import Decision
from decisions.terms import Term


@deadline(
    "publication.period",
    title=_("公布期限"),
    basis=Basis("disclosure", 26),
    act="publish_decision",
    kind=Kind.BY,
    reads=(Decision,),
)
def publication_periods(facts: Facts) -> Iterator[Running]:
    """Counted from the day of issue."""
    length = length_of(facts, "publication_days")
    if length is None:
        return
    for decision in facts.all(Decision):
        yield Running(decision, Term(decision.issued_on, length, pgettext_lazy("event", "印发")))
