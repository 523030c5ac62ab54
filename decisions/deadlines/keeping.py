"""How long an approved disposal waits. Basis: 档案法实施条例第二十四条."""

from collections.abc import Iterator

from django.utils.translation import gettext_lazy as _

from decisions.basis import Basis
from decisions.deadlines.registry import Kind, Running, begun, day_of, deadline
from decisions.facts import Facts
from decisions.models import DisposalApproval


@deadline(
    "disposal.wait",
    title=_("销毁等待期"),
    basis=Basis("archives_rules", 24),
    act="dispose_dossier",
    kind=Kind.NOT_BEFORE,
    reads=(DisposalApproval,),
)
def waits(facts: Facts) -> Iterator[Running]:
    """From the day of approval, so that whoever needs the dossier can have it held."""
    for approval in facts.all(DisposalApproval):
        if approval.approved:
            event = _("批准销毁")
            yield Running(approval, begun(facts, "disposal_wait_days", day_of(approval), event))
