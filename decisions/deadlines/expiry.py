"""By when a normative document is cleaned up: its last day, as printed. Basis: 区规划第9项."""

from collections.abc import Iterator

from django.utils.translation import gettext_lazy as _

from decisions.basis import plan
from decisions.deadlines.registry import Kind, Named, Running, deadline
from decisions.documents import last_day
from decisions.facts import Facts
from decisions.models import Decision, Procedure


@deadline(
    "document.expiry",
    title=_("文件有效期"),
    basis=plan(9),
    act="clean_up_document",
    kind=Kind.BY,
    reads=(Decision,),
)
def last_days(facts: Facts) -> Iterator[Running]:
    """The last day that the document itself names; it is never computed anew."""
    if facts.case.procedure != Procedure.NORMATIVE:
        return
    for decision in facts.all(Decision):
        if ends := last_day(decision):
            yield Running(decision, named=Named(ends, _("文件")))
