"""The dossier holds every paper that the case's own steps call for. Basis: 条例第三十三条."""

from collections.abc import Iterator

from django.utils.translation import gettext_lazy as _

from decisions import models as m
from decisions.basis import Basis, plan, regulation
from decisions.facts import Facts
from decisions.record import Record
from decisions.requirements import requirement
from decisions.rules.legality import gated
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

NOT_GENERAL = (
    m.OptionComparison, m.RiskCommission, m.RiskAssessment, m.RiskDetermination, m.PartyReport,
    m.ExecutionAssignment,
)  # fmt: skip
NOT_NORMATIVE = tuple(kind for kind in NOT_GENERAL if kind is not m.ExecutionAssignment)
SPARED: dict[str, tuple[type[Record], ...]] = {
    m.Procedure.GENERAL: NOT_GENERAL,
    m.Procedure.NORMATIVE: NOT_NORMATIVE,
}
"""The papers that a shorter procedure does without."""


def spared(facts: Facts) -> tuple[type[Record], ...]:
    """Return the papers that the case's procedure, or the law of its place, does without."""
    by_place = () if gated(facts) else (m.DepartmentMeeting,)
    return (*SPARED.get(facts.case.procedure, ()), *by_place)


def called_for(facts: Facts) -> Iterator[type[Record]]:
    """Yield the kinds of paper that this case's own steps call for."""
    if facts.case.state == "terminated":
        yield from (m.Proposal, m.Termination)
        return
    left_out = spared(facts)
    yield from (kind for kind in ALWAYS if kind not in left_out)
    if facts.case.procedure == m.Procedure.NORMATIVE:
        yield m.RecordFiling
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


@requirement(
    "dossier.current",
    title=_("卷宗排印后事项没有变动"),
    lack=_("卷宗排印后事项又有新的记录。再封存一次，卷宗会重新排印。"),
    basis=Basis("archives", 39),
    mend="seal_dossier",
    of=Record,
)
def current(facts: Facts) -> bool:
    """What is sealed is the case as its ledger has it, to the last row."""
    return facts.prepared is not None and facts.prepared.ledger_head == facts.case.head


def unprintable(facts: Facts) -> str:
    """Name the characters that cannot be printed, each with its code."""
    found = facts.prepared.unprintable if facts.prepared else ()
    named = [{"character": character, "code": f"U+{ord(character):04X}"} for character in found]
    return str(_("、")).join(str(_("%(character)s（%(code)s）")) % names for names in named)


@requirement(
    "dossier.printable",
    title=_("卷宗的每个字都能排印"),
    lack=_(
        "字库里没有这些字，排印出来会是空框：%(names)s。管理员在字体表中加上有这些字的字库后，再封存。"
    ),
    basis=Basis("archives", 39),
    mend="seal_dossier",
    names=unprintable,
    of=Record,
)
def printable(facts: Facts) -> bool:
    """No character of the case is lost in print. Basis: usability, 档案法第三十九条."""
    return not unprintable(facts)
