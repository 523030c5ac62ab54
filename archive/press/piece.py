"""A section that is set: where its pages stand in the document."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from typing import Any

from archive.press.failed import PressFailed
from archive.press.section import Section


@dataclass(frozen=True)
class Piece:
    """The pages of a section; its body is read from the shelf when the pages are joined."""

    section: Section
    key: str
    facts: dict[str, Any]
    first: int = 0
    """The number of its first page in the document."""

    @property
    def pages(self) -> int:
        """How many pages it has."""
        return int(self.facts["pages"])


def placed(pieces: Iterable[Piece]) -> Iterator[Piece]:
    """Yield the pieces with their page numbers; the cover is page 1."""
    first = 1
    for piece in pieces:
        yield replace(piece, first=first)
        first += piece.pages


def starts(pieces: Iterable[Piece]) -> dict[str, int]:
    """Return on which page each id stands. Raises PressFailed where two sections have one id."""
    found: dict[str, int] = {}
    for piece in pieces:
        for name, (page, _x, _y) in piece.facts["anchors"].items():
            if name in found:
                raise PressFailed(f"{piece.section.name}: the id {name} is there twice")
            found[name] = piece.first + page
    return found
