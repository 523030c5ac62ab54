"""The dossier holds every paper that the case's own steps call for. Basis: 条例第三十三条."""

from collections.abc import Iterator

from django.utils.translation import gettext_lazy as _

from decisions import models as m
from decisions.basis import Basis, plan, regulation
from decisions.facts import Facts
from decisions.record import Record
from decisions.requirements import requirement
from decisions.rules.legality import gated
from decisions.rules.steps import applies

ALWAYS: tuple[type[Record], ...] = (
    m.Proposal, m.PreliminaryStudy, m.Classification, m.Initiation, m.ResearchReport,
    m.Draft, m.StepDetermination, m.LegalitySubmission, m.LegalityAcceptance, m.CounselOpinion,
    m.LegalityReview, m.DeliberationSubmission, m.Agenda, m.Deliberation, m.Minutes, m.Decision,
    m.ExecutionAssignment, m.Closing,
)  # fmt: skip
PUBLIC = (m.PublicInput, m.PublicInputClosing, m.AdoptionReport)
HEARING = (m.HearingNotice, m.HearingList, m.HearingDelivery, m.HearingTranscript, m.HearingSigning)
CONDITIONAL: dict[str, tuple[type[Record], ...]] = {
    "is_public": PUBLIC,
    "hearing": HEARING,
    "technical": (m.ExpertPanel, m.InterestDeclaration, m.ExpertOpinion, m.ExpertConclusion),
    "risk": (m.RiskAssessment, m.RiskDetermination),
    "market": (m.FairCompetitionReview,),
    "congress": (m.CongressReport,),
}
"""The papers of each step that a matter may do without."""

SPARED: dict[str, tuple[type[Record], ...]] = {m.Procedure.GENERAL: (m.ExecutionAssignment,)}
"""The papers that a shorter procedure does without."""


def spared(facts: Facts) -> tuple[type[Record], ...]:
    """Return the papers that the case's procedure does without."""
    return SPARED.get(facts.case.procedure, ())


def called_for(facts: Facts) -> Iterator[type[Record]]:
    """Yield the kinds of paper that this case's own steps call for."""
    if facts.case.state == "terminated":
        yield from (m.Proposal, m.Termination)
        return
    left_out = spared(facts)
    yield from (kind for kind in ALWAYS if kind not in left_out)
    yield from (m.DepartmentMeeting,) if gated(facts) else ()
    if facts.case.procedure == m.Procedure.MAJOR:
        yield from (m.OptionComparison,) if facts.law.known("options_min") else ()
        yield m.PartyReport
    if facts.case.procedure == m.Procedure.NORMATIVE:
        yield m.RecordFiling
    for step, papers in CONDITIONAL.items():
        yield from papers if applies(facts, step) else ()


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


@requirement(
    "dossier.checked",
    title=_("卷宗真实、完整、可用、安全"),
    lack=_("核对卷宗时发现：%(names)s。"),
    basis=Basis("archives", 39),
    mend="seal_dossier",
    names=lambda facts: str(_("；")).join(facts.prepared.faults if facts.prepared else ()),
    of=Record,
)
def checked(facts: Facts) -> bool:
    """The chain holds, and every file is there, is what was handed in, and can be opened."""
    return facts.prepared is not None and not facts.prepared.faults


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


@requirement(
    "supplement.later_papers",
    title=_("封存以后有新的材料"),
    lack=_("上一次封存以后没有新的材料，不用补充封存。"),
    basis=Basis("archives", 14),
    mend="open_inquiry",
    of=Record,
)
def later_papers(facts: Facts) -> bool:
    """Something was done since the last sealing."""
    return facts.prepared is not None and facts.prepared.later > 0
