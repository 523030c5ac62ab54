"""By when a decision is public. Basis: 条例第三十二条；政府信息公开条例第二十六条."""

from collections.abc import Iterator

from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from decisions.basis import Basis
from decisions.deadlines.registry import Kind, Running, begun, deadline
from decisions.facts import Facts
from decisions.models import Decision


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
    event = pgettext_lazy("event", "印发")
    for decision in facts.all(Decision):
        yield Running(
            decision, begun(facts, "publication_days", decision.issued_on, event, rolls=True)
        )
