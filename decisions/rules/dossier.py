"""The dossier holds every paper that the case's own steps call for. Basis: 条例第三十三条."""

from collections.abc import Iterator

from django.utils.translation import gettext_lazy as _

from decisions import models as m
from decisions.basis import plan, regulation
from decisions.facts import Facts
from decisions.record import Record
from decisions.requirements import requirement
from decisions.rules.research import determined

ALWAYS: tuple[type[Record], ...] = (
    m.Proposal, m.PreliminaryStudy, m.Classification, m.Initiation, m.ResearchReport,
    m.OptionComparison, m.Draft, m.StepDetermination, m.RiskCommission, m.RiskAssessment,
    m.RiskDetermination, m.LegalitySubmission, m.LegalityAcceptance, m.LegalityReview,
    m.DepartmentMeeting, m.DeliberationSubmission, m.Agenda, m.Deliberation, m.Minutes,
    m.PartyReport, m.Decision, m.ExecutionAssignment, m.Closing,
)  # fmt: skip
PUBLIC = (m.PublicInput, m.PublicInputClosing, m.AdoptionReport)
HEARING = (m.HearingNotice, m.HearingList, m.HearingDelivery, m.HearingTranscript, m.HearingSigning)
EXPERTS = (m.ExpertPanel, m.ExpertConclusion)


def called_for(facts: Facts) -> Iterator[type[Record]]:
    """Yield the kinds of paper that this case's own steps call for."""
    if facts.case.state == "terminated":
        yield from (m.Proposal, m.Termination)
        return
    yield from ALWAYS
    if steps := determined(facts):
        yield from PUBLIC if steps.is_public else ()
        yield from HEARING if steps.hearing else ()
        yield from EXPERTS if steps.technical else ()
        yield from (m.FairCompetitionReview,) if steps.market else ()
        yield from (m.CongressReport,) if steps.congress else ()


def missing(facts: Facts) -> list[type[Record]]:
    """Return the kinds of paper called for and not there."""
    papers = [kind for kind in called_for(facts) if facts.latest(kind) is None]
    if facts.case.state != "terminated" and not (
        facts.latest(m.Publication) or facts.latest(m.Withholding)
    ):
        papers.append(m.Publication)
    return papers


@requirement(
    "dossier.complete",
    title=_("卷宗材料齐全"),
    lack=_("卷宗还缺%(n)d种材料。"),
    basis=(regulation(33), plan(12)),
    mend="close_case",
    count=lambda facts: len(missing(facts)),
)
def complete(facts: Facts) -> bool:
    """Every paper that the case's own steps call for is in it."""
    return not missing(facts)
