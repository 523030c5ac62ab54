"""All that the dossier of a case prints, as plain values: the templates only set it."""

import datetime as dt
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import count

from django.utils import translation

from archive.dossier import extract
from archive.dossier.chronicle import Chronicle
from archive.dossier.cover import Cover, Seal, cover, seal
from archive.dossier.deadlines import Computed, computed
from archive.dossier.described import Described
from archive.dossier.evidence import Attached, attached
from archive.dossier.glance import Glance, glance
from archive.dossier.manifest import manifest
from archive.dossier.meeting import Meeting
from archive.dossier.papers import Heading, Paper, StepPapers, by_step
from archive.dossier.responsibility import Answerable, answerable
from archive.dossier.slip import Slip
from archive.dossier.values import compact
from decisions.content import canonical, digest
from decisions.models import Case

LANGUAGE = "zh-hans"
"""The dossier is a Chinese document, whatever language the archivist's screen has."""


@dataclass(frozen=True)
class Contents:
    """One dossier before it is set."""

    cover: Cover
    seal: Seal | None
    glance: Glance
    steps: tuple[StepPapers, ...]
    meetings: tuple[Meeting, ...]
    deadlines: tuple[Computed, ...]
    answerable: tuple[Answerable, ...]
    evidence: tuple[Attached, ...]
    ledger: tuple[extract.Row, ...]
    parts: dict[str, Heading]
    """The parts that are not papers of the case, by anchor."""
    last_moment: dt.datetime
    manifest: bytes
    manifest_digest: str

    @property
    def refused(self) -> list[extract.Row]:
        """The attempts that were refused."""
        return [row for row in self.ledger if not row.accepted]

    @property
    def headings(self) -> list[Heading]:
        """The lines of the item list, in the order of the pages."""
        papers = [paper.heading for step in self.steps for paper in step.papers]
        return sorted((*papers, *self.parts.values()), key=lambda heading: heading.number)


def gather(
    case: Case, described: Sequence[Described], slip: Slip | None = None, since: int = 0
) -> Contents:
    """Read the case and return its dossier's contents; without a slip, a preview's."""
    with translation.override(LANGUAGE):
        return _contents(Chronicle(case, described, since), slip)


def _contents(chronicle: Chronicle, slip: Slip | None) -> Contents:
    files = tuple(attached(chronicle))
    at_a_glance, deadlines = glance(chronicle), tuple(computed(chronicle))
    data = canonical(manifest(chronicle, slip, files, at_a_glance, deadlines))
    parts_found = _parts(chronicle, slip, len(deadlines))
    steps, parts = _numbered(tuple(by_step(chronicle, files)), parts_found)
    papers = [paper for step in steps for paper in step.papers]
    return Contents(
        cover=cover(chronicle, slip),
        seal=seal(chronicle, slip),
        glance=at_a_glance,
        steps=steps,
        meetings=tuple(paper.meeting for paper in papers if paper.meeting),
        deadlines=deadlines,
        answerable=tuple(answerable(chronicle)),
        evidence=files,
        ledger=tuple(extract.rows(chronicle)),
        parts=parts,
        last_moment=slip.at if slip else chronicle.entries[-1].at,
        manifest=data,
        manifest_digest=digest(data),
    )


def _parts(chronicle: Chronicle, slip: Slip | None, deadlines: int) -> Iterator[Heading]:
    """Yield the parts that the archive itself adds; the first goes before the papers."""
    by = slip.by.post.unit.name if slip else ""
    day = compact(slip.at if slip else chronicle.entries[-1].at)
    yield Heading("程序一览", "glance", responsible=by, day=day)
    if deadlines:
        remark = f"{deadlines}项"
        yield Heading("期限计算", "deadlines", responsible=by, day=day, remark=remark)
    yield Heading("责任清单", "responsibility", responsible=by, day=day)
    if chronicle.evidence:
        remark = f"{len(chronicle.evidence)}份"
        yield Heading("材料清单", "evidence", responsible=by, day=day, remark=remark)
    if chronicle.refused:
        remark = f"{len(chronicle.refused)}次"
        yield Heading("未获准的办理", "refused", responsible=by, day=day, remark=remark)
    remark = f"{len(chronicle.entries)}条"
    yield Heading("台账节选", "ledger", responsible=by, day=day, remark=remark)


def _numbered(
    steps: tuple[StepPapers, ...], parts: Iterator[Heading]
) -> tuple[tuple[StepPapers, ...], dict[str, Heading]]:
    """Number the first part, the papers, and the other parts, in the order of the pages."""
    serial = count(1)
    first = replace(next(parts), number=next(serial))
    papers = tuple(
        replace(step, papers=tuple(_number(paper, next(serial)) for paper in step.papers))
        for step in steps
    )
    rest = [replace(part, number=next(serial)) for part in parts]
    return papers, {part.anchor: part for part in (first, *rest)}


def _number(paper: Paper, number: int) -> Paper:
    return replace(paper, heading=replace(paper.heading, number=number))
