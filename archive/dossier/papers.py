"""The papers of a case, one an act, in their classes: each as it is printed."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from archive.dossier import fields, titles
from archive.dossier.absence import absence
from archive.dossier.chronicle import Chronicle, Done
from archive.dossier.classes import CLASSES, PaperClass
from archive.dossier.document import Document, document
from archive.dossier.evidence import Attached
from archive.dossier.heading import Heading
from archive.dossier.meeting import Meeting, meeting
from archive.dossier.opinions import Opinions, opinions
from archive.dossier.prose import Block, blocks
from archive.dossier.superseded import superseded
from archive.dossier.values import actor, compact, moment
from decisions import models as m

FOLDED = ("receive_comment", "answer_comments")
"""What stands in one paper together: the opinions with their answers."""


@dataclass(frozen=True)
class Paper:
    """One paper: what was handed in, by whom, when."""

    heading: Heading
    seq: int
    by: str
    at: str
    draft: str
    superseded: str
    until: int = 0
    """The last row of the ledger, for a paper of several."""
    facts: tuple[tuple[fields.Fact, ...], ...] = ()
    texts: tuple[fields.Text, ...] = ()
    tables: tuple[fields.Table, ...] = ()
    prose: tuple[Block, ...] = ()
    meeting: Meeting | None = None
    opinions: Opinions | None = None
    document: Document | None = None
    evidence: tuple[Attached, ...] = ()

    @property
    def stands_alone(self) -> bool:
        """Whether it begins on a page of its own."""
        return bool(self.prose or self.meeting or self.opinions or self.document)


@dataclass(frozen=True)
class Filed:
    """One class with its papers, or the reason for which it has none."""

    of: PaperClass
    papers: tuple[Paper, ...]
    absent: str

    @property
    def retention(self) -> str:
        """How long its papers are kept, in words."""
        return str(self.of.retention.label)


def by_class(chronicle: Chronicle, attached: Sequence[Attached]) -> Iterator[Filed]:
    """Yield every class, its papers in the order of the ledger and numbered within it."""
    for one in CLASSES:
        done = [found for found in chronicle.later if found.act.name in one.acts]
        papers = sorted(_of_class(chronicle, done, attached), key=lambda paper: paper.seq)
        numbered = tuple(_number(one, n, paper) for n, paper in enumerate(papers, 1))
        yield Filed(one, numbered, "" if papers else absence(chronicle, one))


def _number(paper_class: PaperClass, number: int, paper: Paper) -> Paper:
    return replace(paper, heading=paper.heading.numbered(paper_class, number))


def _of_class(
    chronicle: Chronicle, done: Sequence[Done], attached: Sequence[Attached]
) -> Iterator[Paper]:
    folded = [one for one in done if one.act.name in FOLDED]
    if folded:
        yield _opinions_paper(chronicle, folded, attached)
    for one in done:
        if one not in folded:
            yield _paper(chronicle, one, attached)
        if isinstance(one.record, m.Decision):
            yield _document_paper(chronicle, one, one.record)


def _opinions_paper(
    chronicle: Chronicle, folded: Sequence[Done], attached: Sequence[Attached]
) -> Paper:
    """Return the paper of all opinions; it keeps its place when one more comes in."""
    found, first, last = opinions(chronicle), folded[0].entry, folded[-1].entry
    heading = Heading(
        f"公众意见及处理结果（{found.total}条）",
        anchor="opinions",
        responsible=last.unit or "公众",
        day=compact(last.at),
    )
    sequels = {one.entry.seq for one in folded}
    files = tuple(item for item in attached if item.seq in sequels)
    by, at = actor(last), moment(last.at)
    return Paper(heading, first.seq, by, at, "", "", last.seq, opinions=found, evidence=files)


def _document_paper(chronicle: Chronicle, done: Done, record: m.Decision) -> Paper:
    """Return the decision itself, which follows the slip with which it was signed."""
    entry = done.entry
    heading = Heading(
        record.title,
        anchor=f"document-{entry.seq}",
        document_number=record.document_number,
        responsible=chronicle.case.organ.name,
        day=f"{record.signed_on:%Y%m%d}",
        remark="正本",
    )
    text = document(chronicle, done, record)
    return Paper(heading, entry.seq, actor(entry), moment(entry.at), "", "", document=text)


def _paper(chronicle: Chronicle, done: Done, attached: Sequence[Attached]) -> Paper:
    record, entry = done.record, done.entry
    is_draft, is_meeting = isinstance(record, m.Draft), isinstance(record, m.Deliberation)
    leave_out = ("text", "version") if is_draft else ()
    outdated = superseded(chronicle, done)
    return Paper(
        heading=_heading(chronicle, done, outdated),
        seq=entry.seq,
        by=actor(entry),
        at=moment(entry.at),
        draft=f"第{record.draft.version}版" if record.draft else "",
        superseded=outdated,
        facts=() if is_meeting else fields.facts(chronicle, done, leave_out),
        texts=() if is_meeting else fields.texts(record, leave_out),
        tables=() if is_meeting else fields.tables(chronicle, done),
        prose=blocks(record.text, record.title) if isinstance(record, m.Draft) else (),
        meeting=meeting(chronicle, done, record) if isinstance(record, m.Deliberation) else None,
        evidence=tuple(item for item in attached if item.seq == entry.seq),
    )


def _heading(chronicle: Chronicle, done: Done, outdated: str) -> Heading:
    record, entry = done.record, done.entry
    return Heading(
        title=titles.title(chronicle, done),
        anchor=f"paper-{entry.seq}",
        document_number=titles.document_number(record),
        responsible=entry.unit or entry.actor,
        day=compact(entry.at),
        remark="旧稿" if outdated else titles.remark(record),
    )
