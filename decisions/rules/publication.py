"""What comes before issue. Basis: 条例第三十一条."""

from django.utils.translation import gettext_lazy as _

from decisions.basis import regulation
from decisions.facts import Facts
from decisions.models import Deliberation, PartyReport, Procedure
from decisions.requirements import requirement


@requirement(
    "issue.party_reported",
    title=_("印发前已请示报告党委"),
    lack=_("还没有请示报告同级党委，不得印发。"),
    basis=regulation(31),
    mend="report_to_party_committee",
    only=(Procedure.MAJOR.value,),
)
def party_reported(facts: Facts) -> bool:
    """Reported after the meeting that decided, and before issue."""
    report, meeting = facts.latest(PartyReport), facts.latest(Deliberation)
    return report is not None and meeting is not None and report.seq > meeting.seq
