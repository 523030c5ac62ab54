"""From a case to all that its dossier prints."""

from collections.abc import Iterator, Sequence

from django.utils import translation

from archive.dossier import extract
from archive.dossier.chronicle import Chronicle
from archive.dossier.classes import SYSTEM
from archive.dossier.cover import cover, seal
from archive.dossier.deadlines import computed
from archive.dossier.described import Described
from archive.dossier.evidence import attached
from archive.dossier.glance import glance
from archive.dossier.heading import Heading
from archive.dossier.holdings import Holdings
from archive.dossier.manifest import manifest
from archive.dossier.papers import by_class
from archive.dossier.path import visits
from archive.dossier.responsibility import answerable
from archive.dossier.sections import sections
from archive.dossier.slip import Slip
from archive.dossier.values import compact
from archive.press.section import Section
from decisions.content import canonical, digest
from decisions.models import Case

LANGUAGE = "zh-hans"
"""The dossier is a Chinese document, whatever language the archivist's screen has."""


class Contents(Holdings):
    """One dossier, ready to be set."""

    def sections(self) -> tuple[Section, ...]:
        """Return the pieces that the press sets, in the order of the pages."""
        with translation.override(LANGUAGE):
            return sections(self)


def gather(case: Case, described: Sequence[Described], slip: Slip | None = None) -> Contents:
    """Read the case and return its dossier's contents; without a slip, a preview's."""
    with translation.override(LANGUAGE):
        return _contents(Chronicle(case, described, slip.since if slip else 0), slip)


def _contents(chronicle: Chronicle, slip: Slip | None) -> Contents:
    files = tuple(attached(chronicle))
    at_a_glance, deadlines = glance(chronicle), tuple(computed(chronicle))
    data = canonical(manifest(chronicle, slip, files, at_a_glance, deadlines))
    classes = tuple(by_class(chronicle, files))
    papers = [paper for filed in classes for paper in filed.papers]
    return Contents(
        cover=cover(chronicle, slip),
        seal=seal(chronicle, slip),
        classes=classes,
        glance=at_a_glance,
        path=visits(chronicle),
        meetings=tuple(paper.meeting for paper in papers if paper.meeting),
        deadlines=deadlines,
        answerable=tuple(answerable(chronicle)),
        evidence=files,
        ledger=tuple(extract.rows(chronicle)),
        parts=_parts(chronicle, slip, len(deadlines), len(classes[-1].papers)),
        last_moment=slip.at if slip else chronicle.entries[-1].at,
        manifest=data,
        manifest_digest=digest(data),
    )


def _parts(
    chronicle: Chronicle, slip: Slip | None, deadlines: int, before: int
) -> dict[str, Heading]:
    """Return the parts that the archive itself adds, numbered after the papers of their class."""
    by = slip.by.post.unit.name if slip else ""
    day = compact(slip.at if slip else chronicle.entries[-1].at)
    found = enumerate(_titles(chronicle, deadlines), before + 1)
    return {
        anchor: Heading(
            title, anchor, responsible=by or "系统", day=day, remark=remark
        ).numbered(SYSTEM, number)
        for number, (anchor, title, remark) in found
    }  # fmt: skip


def _titles(chronicle: Chronicle, deadlines: int) -> Iterator[tuple[str, str, str]]:
    """Yield anchor, title and remark of each part that there is."""
    yield "glance", "程序一览", ""
    yield "path", "状态图", ""
    if deadlines:
        yield "deadlines", "期限计算", f"{deadlines}项"
    yield "responsibility", "责任清单", ""
    if chronicle.evidence:
        yield "evidence", "材料清单", f"{len(chronicle.evidence)}份"
    if chronicle.refused:
        yield "refused", "未获准的办理", f"{len(chronicle.refused)}次"
    yield "ledger", "台账节选", f"{len(chronicle.entries)}条"
