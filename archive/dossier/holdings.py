"""What a dossier holds, as plain values: the templates only set it."""

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass

from archive.dossier import extract
from archive.dossier.classes import LONGEST, SYSTEM
from archive.dossier.cover import Cover, Seal
from archive.dossier.deadlines import Computed
from archive.dossier.evidence import Attached
from archive.dossier.glance import Glance
from archive.dossier.heading import Heading
from archive.dossier.listing import Listed, listed
from archive.dossier.meeting import Meeting
from archive.dossier.papers import Filed, Paper
from archive.dossier.path import Visit
from archive.dossier.responsibility import Answerable


@dataclass(frozen=True)
class Holdings:
    """One dossier before it is set, as plain values."""

    cover: Cover
    seal: Seal | None
    classes: tuple[Filed, ...]
    glance: Glance
    path: tuple[Visit, ...]
    meetings: tuple[Meeting, ...]
    deadlines: tuple[Computed, ...]
    answerable: tuple[Answerable, ...]
    evidence: tuple[Attached, ...]
    ledger: tuple[extract.Row, ...]
    parts: dict[str, Heading]
    """The parts of the last class that are not papers of the case, by anchor."""
    last_moment: dt.datetime
    manifest: bytes
    manifest_digest: str

    @property
    def papers(self) -> list[Paper]:
        """All papers, in the order of the pages."""
        return [paper for filed in self.classes for paper in filed.papers]

    @property
    def refused(self) -> list[extract.Row]:
        """The attempts that were refused."""
        return [row for row in self.ledger if not row.accepted]

    @property
    def headings(self) -> list[Heading]:
        """The lines of the item list, in the order of the pages."""
        return [*(paper.heading for paper in self.papers), *self.parts.values()]

    @property
    def listed(self) -> list[Listed]:
        """The item list."""
        own = {filed.of: tuple(self.parts.values()) for filed in self.classes[-1:]}
        code = self.cover.archival_code
        return [listed(filed, own.get(filed.of, ()), code) for filed in self.classes]

    @property
    def absent(self) -> list[Filed]:
        """The classes without a paper."""
        return [filed for filed in self.classes if filed.absent and filed.of != SYSTEM]

    @property
    def longest(self) -> str:
        """How long the dossier is kept: as long as the class kept longest."""
        return str(LONGEST.label)

    def rows(self, anchor: str) -> Sequence[object]:
        """Return the rows of the main table of a part that the archive adds."""
        own = {"glance": self.glance.steps, "responsibility": self.answerable}
        found: Sequence[object] = own.get(anchor) or getattr(self, anchor)
        return found
