"""The bookmarks of a document. Basis: ISO 32000-1, 12.3.3."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from itertools import pairwise

from pikepdf import Array, Dictionary, Name, Object, Pdf, String


@dataclass
class Bookmark:
    """One bookmark with those under it."""

    level: int
    title: str
    destination: Array
    under: list["Bookmark"] = field(default_factory=list)


def outline(pdf: Pdf, bookmarks: Iterable[Bookmark]) -> None:
    """Put the bookmarks, given in the order of the pages, into the document."""
    top = Bookmark(0, "", Array())
    path = [top]
    for one in bookmarks:
        while path[-1].level >= one.level:
            path.pop()
        path[-1].under.append(one)
        path.append(one)
    if top.under:
        root = pdf.make_indirect(Dictionary(Type=Name.Outlines, Count=len(top.under)))
        _hang(pdf, root, top.under)
        pdf.Root.Outlines = root


def _hang(pdf: Pdf, parent: Object, bookmarks: list[Bookmark]) -> None:
    entries = [
        pdf.make_indirect(Dictionary(Title=String(one.title), Dest=one.destination, Parent=parent))
        for one in bookmarks
    ]
    parent.First, parent.Last = entries[0], entries[-1]
    for entry, following in pairwise(entries):
        entry.Next, following.Prev = following, entry
    for entry, one in zip(entries, bookmarks, strict=True):
        if one.under:
            entry.Count = -len(one.under)
            _hang(pdf, entry, one.under)
