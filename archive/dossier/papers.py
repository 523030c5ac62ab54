"""The papers of a case, one an act, in the order of the steps: each as it is printed."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from archive.dossier import fields, titles
from archive.dossier.chronicle import Chronicle, Done
from archive.dossier.evidence import Attached
from archive.dossier.meeting import Meeting, meeting
from archive.dossier.opinions import Opinions, opinions
from archive.dossier.prose import Block, blocks
from archive.dossier.values import actor, compact, moment
from decisions import models as m
from decisions.models import Step

ON_EXACT_DRAFT = (
    m.LegalitySubmission, m.LegalityAcceptance, m.CounselOpinion, m.LegalityReview,
    m.DepartmentMeeting,
)  # fmt: skip
"""What every later version opens again, a material one or not. Basis: 条例第二十五条."""
FOLDED = (m.Comment, m.CommentAnswering)
"""What stands in one paper together: the opinions with their answers."""


@dataclass(frozen=True)
class Heading:
    """A line of the item list, and the head of what it lists."""

    title: str
    anchor: str
    number: int = 0
    document_number: str = ""
    responsible: str = ""
    day: str = ""
    remark: str = ""


@dataclass(frozen=True)
class Paper:
    """One paper: what was handed in, by whom, when."""

    heading: Heading
    seq: int
    by: str
    at: str
    draft: str
    superseded: str
    facts: tuple[tuple[fields.Fact, ...], ...] = ()
    texts: tuple[fields.Text, ...] = ()
    tables: tuple[fields.Table, ...] = ()
    prose: tuple[Block, ...] = ()
    meeting: Meeting | None = None
    opinions: Opinions | None = None
    evidence: tuple[Attached, ...] = ()


@dataclass(frozen=True)
class StepPapers:
    """The papers of one step."""

    title: str
    papers: tuple[Paper, ...]


def by_step(chronicle: Chronicle, attached: Sequence[Attached]) -> Iterator[StepPapers]:
    """Yield the papers step by step, each step's in the order of the ledger."""
    for step in Step:
        done = [
            one
            for one in chronicle.done
            if one.act.step == step and one.entry.seq >= chronicle.since
        ]
        papers = sorted(_of_step(chronicle, done, attached), key=lambda paper: paper.seq)
        if papers:
            yield StepPapers(str(step.label), tuple(papers))


def _of_step(
    chronicle: Chronicle, done: Sequence[Done], attached: Sequence[Attached]
) -> Iterator[Paper]:
    folded = [one for one in done if isinstance(one.record, FOLDED)]
    if folded:
        yield _opinions_paper(chronicle, folded, attached)
    for one in done:
        if one not in folded:
            yield _paper(chronicle, one, attached)


def _opinions_paper(
    chronicle: Chronicle, folded: Sequence[Done], attached: Sequence[Attached]
) -> Paper:
    found, last = opinions(chronicle), folded[-1].entry
    heading = Heading(
        f"公众意见及处理结果（{found.total}条）",
        anchor=f"paper-{last.seq}",
        responsible=last.unit or "公众",
        day=compact(last.at),
    )
    sequels = {one.entry.seq for one in folded}
    files = tuple(item for item in attached if item.seq in sequels)
    return Paper(
        heading, last.seq, actor(last), moment(last.at), "", "", opinions=found, evidence=files
    )


def _paper(chronicle: Chronicle, done: Done, attached: Sequence[Attached]) -> Paper:
    record, entry = done.record, done.entry
    is_draft, is_meeting = isinstance(record, m.Draft), isinstance(record, m.Deliberation)
    leave_out = ("text", "version") if is_draft else ()
    superseded = _superseded(chronicle, done)
    return Paper(
        heading=_heading(done, superseded),
        seq=entry.seq,
        by=actor(entry),
        at=moment(entry.at),
        draft=f"第{record.draft.version}版" if record.draft else "",
        superseded=superseded,
        facts=() if is_meeting else fields.facts(record, leave_out),
        texts=() if is_meeting else fields.texts(record, leave_out),
        tables=() if is_meeting else fields.tables(chronicle.rows(done)),
        prose=blocks(record.text, record.title) if isinstance(record, m.Draft) else (),
        meeting=meeting(chronicle, done, record) if isinstance(record, m.Deliberation) else None,
        evidence=tuple(item for item in attached if item.seq == entry.seq),
    )


def _heading(done: Done, superseded: str) -> Heading:
    record, entry = done.record, done.entry
    return Heading(
        title=titles.title(record),
        anchor=f"paper-{entry.seq}",
        document_number=titles.document_number(record),
        responsible=entry.unit or entry.actor,
        day=compact(entry.at),
        remark="旧稿" if superseded else titles.remark(record),
    )


def _superseded(chronicle: Chronicle, done: Done) -> str:
    """Say that a later version has put the paper out of date, if it has."""
    record, case = done.record, chronicle.case
    if case.draft is None:
        return ""
    if isinstance(record, m.Draft):
        return "" if record.pk == case.draft_id else f"现行草案是第{case.draft.version}版。"
    if record.draft is None or not _reopened(record, case):
        return ""
    return f"本件针对第{record.draft.version}版，现行草案是第{case.draft.version}版。"


def _reopened(record: m.Draft | object, case: m.Case) -> bool:
    exact = isinstance(record, ON_EXACT_DRAFT) and record.draft_id != case.draft_id
    return exact or getattr(record, "root", 0) < case.draft_root
