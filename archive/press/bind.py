"""From sections to a document, in one volume or several."""

import tempfile
from collections import Counter
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path

from archive.press import engine, fonts, volumes
from archive.press.about import About, Bound, Volume
from archive.press.failed import PressFailed
from archive.press.joining import Joint, join
from archive.press.piece import Piece, starts
from archive.press.section import Section
from archive.press.settling import Report, Settling
from archive.press.shelf import Shelf
from archive.press.workers import COUNT, Workers

VOLUME_PAGES = 500
PAGES = (Path(__file__).parent / "page.css").read_text()


def quiet(_done: int, _total: int) -> None:
    """Report to nobody."""


def bind(
    sections: Sequence[Section],
    about: About,
    folder: Path,
    *,
    css: str = "",
    shelf: Path | None = None,
    report: Report = quiet,
    volume_pages: int = VOLUME_PAGES,
    families: tuple[str, ...] = (),
    workers: int = COUNT,
) -> Bound:
    """Set the sections and write the document into `folder`.

    Args:
        sections: In the order of the pages.
        about: What the document is.
        folder: Where the files are written: that which `about` names, and volume-2.pdf and so on.
        css: The style sheet, without page boxes.
        shelf: Where pieces are kept from one document to the next.
        report: Is told how many of how many sections are set.
        volume_pages: Pages above which the document is divided.
        families: Fonts that the style sheet names beside those of the press.
        workers: Processes that set sections at the same time.

    Raises:
        Unprintable: A letter is in no font.
        PressFailed: A section cannot be set, or a link leads nowhere.

    """
    _check_names(sections)
    ready = [replace(one, html=fonts.printable(one.html)) for one in sections]
    about = _printable(about)
    with _shelf(shelf) as kept, tempfile.TemporaryDirectory() as scratch:
        known = Path(scratch) / "fonts.conf"
        known.write_text(fonts.configuration(families, str(kept.folder / "fontconfig")))
        whole = PAGES + css
        with Workers(whole, known, workers) as press:
            settling = Settling(press, kept, engine.digest(whole, families), about.language, report)
            bound = _Binding(settling, kept, about, folder).bind(ready, volume_pages)
        kept.tidy()
    return bound


def _printable(about: About) -> About:
    return replace(
        about,
        title=fonts.printable(about.title),
        subject=fonts.printable(about.subject),
        archival_code=fonts.printable(about.archival_code),
    )


def _check_names(sections: Sequence[Section]) -> None:
    if twice := [name for name, n in Counter(one.name for one in sections).items() if n > 1]:
        raise PressFailed(f"sections of one name: {' '.join(twice)}")


@contextmanager
def _shelf(folder: Path | None) -> Iterator[Shelf]:
    if folder is not None:
        folder.mkdir(parents=True, exist_ok=True)
        yield Shelf(folder)
        return
    with tempfile.TemporaryDirectory() as passing:
        yield Shelf(Path(passing))


class _Binding:
    """One document on its way from pieces to files."""

    def __init__(self, settling: Settling, shelf: Shelf, about: About, folder: Path) -> None:
        self.settling, self.shelf, self.about, self.folder = settling, shelf, about, folder

    def bind(self, sections: list[Section], limit: int) -> Bound:
        pieces = self.settling.settle(sections)
        divided = list(volumes.divided(pieces, limit))
        if len(divided) > 1:
            pieces = self.settling.settle(volumes.arranged(divided, self.about.title))
        parts = list(volumes.parted(pieces))
        self.numbers = starts(pieces)
        others = [self._volume(number, part, parts) for number, part in enumerate(parts[1:], 2)]
        path = self.folder / self.about.file
        self._join(self._told(parts[0], others), path, parts, 1)
        pages = sum(piece.pages for piece in pieces)
        rendered = tuple(dict.fromkeys(self.settling.rendered))
        return Bound(path, pages, self.numbers, tuple(others), rendered)

    def _volume(self, number: int, part: list[Piece], parts: list[list[Piece]]) -> Volume:
        path = self.folder / volumes.file_name(number)
        self._join(part, path, parts, number)
        return volumes.bound(number, path, part)

    def _told(self, part: list[Piece], others: list[Volume]) -> list[Piece]:
        """Return the first volume with the table of the others as they were bound."""
        return [
            self.settling.replaced(one, volumes.table(others), self.numbers)
            if one.section.name == volumes.NAME
            else one
            for one in part
        ]

    def _join(self, part: list[Piece], path: Path, parts: list[list[Piece]], number: int) -> None:
        title = self.about.title if number == 1 else f"{self.about.title}（第{number}册）"
        files = {
            name: volumes.file_name(other) if other > 1 else self.about.file
            for other, pieces in enumerate(parts, 1)
            if other != number
            for piece in pieces
            for name in piece.facts["anchors"]
        }
        join(part, self.shelf, Joint(self.about, title, self.numbers), path, files)
