"""What the press sets: a piece of a document that begins on a page of its own."""

from dataclasses import dataclass
from enum import StrEnum


class Style(StrEnum):
    """Which kind of page a section has."""

    COVER = "cover"
    BODY = "body"
    DOCUMENT = "document"
    """An issued document in the official format. Basis: GB/T 9704-2012."""


@dataclass(frozen=True)
class Section:
    """One piece, set by itself: the same piece gives the same pages wherever it stands.

    Its HTML is the inside of a body. Ids in it are unique in the whole document. Page numbers are
    not part of it; `<a class="page" href="#id"></a>` stands for the number of the page on which
    an id of any section stands, and is allowed only in a `late` section.
    """

    name: str
    """ASCII, unique in the document."""
    html: str
    style: Style = Style.BODY
    late: bool = False
    """Whether it names page numbers, so that it is set after the others."""
