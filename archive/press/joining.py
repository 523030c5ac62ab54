"""Joining pieces to one tagged document: PDF/A-3a and PDF/UA-1."""

from collections.abc import Iterable, Iterator
from io import BytesIO
from pathlib import Path

from pikepdf import Array, Name, Object, ObjectStreamMode, Page, Pdf

from archive.press.about import About
from archive.press.embedding import Used, embed, gather
from archive.press.failed import PressFailed
from archive.press.links import connect, destinations
from archive.press.metadata import describe
from archive.press.outline import Bookmark, outline
from archive.press.piece import Piece
from archive.press.shelf import Shelf
from archive.press.stamps import Stamps
from archive.press.tree import Tree


class Joint:
    """A document, or a volume of one, that is being joined."""

    def __init__(self, about: About, title: str, starts: dict[str, int]) -> None:
        """Begin an empty one."""
        self.about, self.title, self.starts = about, title, starts
        self.pdf, self.used = Pdf.new(), Used()
        self.tree = Tree(self.pdf)
        self.stamps = Stamps(self.pdf, about, self.used)
        self.bookmarks: list[Bookmark] = []
        self.named: dict[str, Array] = {}
        self.resources: list[Object] = []

    def add(self, piece: Piece, body: bytes) -> None:
        """Put the pages of a piece behind the others."""
        # Not closed: what was taken out of it is read when the document is written.
        opened, first = Pdf.open(BytesIO(body)), len(self.pdf.pages)
        self.pdf.pages.extend(opened.pages)
        pages = [self.pdf.pages[number] for number in range(first, len(self.pdf.pages))]
        self.tree.graft(pages, opened.Root.StructTreeRoot)
        self.resources.append(pages[0].obj.Resources)
        self.stamps.stamp(piece, pages)
        gather(self.used, piece.facts["fonts"])
        self._places(piece, pages)

    def _places(self, piece: Piece, pages: list[Page]) -> None:
        for name, (number, x, y) in piece.facts["anchors"].items():
            self.named[name] = _destination(pages[number], x, y)
        for level, label, number, x, y in piece.facts["bookmarks"]:
            self.bookmarks.append(Bookmark(level, label, _destination(pages[number], x, y)))

    def save(self, path: Path, files: dict[str, str]) -> None:
        """Finish the document and write it; the same pieces give the same bytes."""
        connect(self.pdf.pages, self.starts, files)
        destinations(self.pdf, self.named)
        outline(self.pdf, self.bookmarks)
        self.tree.finish()
        describe(self.pdf, self.about, self.title)
        self.stamps.close()
        fonts = embed(self.pdf, self.used)
        for resources in self.resources:
            _use(resources, fonts)
        self.pdf.save(
            path,
            min_version="1.7",
            object_stream_mode=ObjectStreamMode.generate,
            deterministic_id=True,
        )
        self.pdf.close()


def join(
    pieces: Iterable[Piece],
    shelf: Shelf,
    joint: Joint,
    path: Path,
    files: dict[str, str],
) -> None:
    """Join pieces that are on the shelf, into a file."""
    for piece in pieces:
        found = shelf.find(piece.key)
        if found is None:
            raise PressFailed(f"{piece.section.name}: its piece is no longer on the shelf")
        joint.add(piece, found[1])
    joint.save(path, files)


def _use(resources: Object, fonts: Object) -> None:
    """Name the fonts in the resources of pages and of the groups that stand on them."""
    resources.Font = fonts
    for inner in _inner(resources):
        if Name.Resources in inner:
            _use(inner.Resources, fonts)


def _inner(resources: Object) -> Iterator[Object]:
    for kind in (Name.XObject, Name.Pattern):
        if kind in resources:
            yield from (resources[kind][name] for name in resources[kind].keys())  # noqa: SIM118


def _destination(page: Page, x: float, y: float) -> Array:
    return Array([page.obj, Name.XYZ, x, y, 0])
