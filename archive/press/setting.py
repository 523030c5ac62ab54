"""Setting one section: HTML becomes a piece, a PDF without fonts, and the facts about it.

Runs in the workers. A piece is not yet a document: the glyphs stand in it by their numbers in the
whole font, so that one font file serves all pieces when they are joined.
"""

from collections.abc import Mapping
from dataclasses import asdict, dataclass
from io import BytesIO
from typing import Any

import weasyprint.pdf
from pydyf import PDF, Dictionary
from weasyprint import CSS, HTML
from weasyprint.document import Document
from weasyprint.pdf.fonts import Font
from weasyprint.text.fonts import FontConfiguration
from weasyprint.urls import URLFetcher

from archive.press.failed import PressFailed
from archive.press.folding import fold
from archive.press.order import LINK, Order

POINTS = 0.75
"""Points in a CSS pixel."""
PRINTED = 4
"""The flag of an annotation that is printed too. Basis: ISO 19005-3, 6.3.2."""
PAGE = '<html lang="{language}"><body class="{style}">{html}</body></html>'


@dataclass(frozen=True)
class Facts:
    """What joining a piece needs to know; places are pages, counted from 0, and points."""

    pages: int
    anchors: dict[str, tuple[int, float, float]]
    bookmarks: list[tuple[int, str, int, float, float]]
    """Level, title, place."""
    fonts: dict[str, dict[str, Any]]
    """By the name that the pages use."""


class Setter:
    """The printer with its style sheet and fonts, which are read once."""

    def __init__(self, css: str) -> None:
        """Read the style sheet."""
        self.fonts = FontConfiguration()
        self.fetcher = URLFetcher(allowed_protocols=())  # nothing is ever fetched
        self.css = CSS(string=css, font_config=self.fonts, url_fetcher=self.fetcher)

    def set(self, order: Order) -> tuple[bytes, dict[str, Any]]:
        """Return the piece and its facts."""
        page = PAGE.format(language=order.language, style=order.style, html=order.html)
        html = HTML(string=page, url_fetcher=self.fetcher)
        for link in html.etree_element.iter("a"):
            _mend(link, order.numbers)
        document = html.render(stylesheets=[self.css], font_config=self.fonts)
        out = BytesIO()
        document.write_pdf(out, finisher=lambda _, pdf: _finish(pdf, order.name), pdf_tags=True)
        return out.getvalue(), asdict(_facts(document))


def _mend(link: Any, numbers: Mapping[str, int]) -> None:
    """Give a link its page number, and a place to lead to that the printer keeps."""
    target = link.get("href", "")
    if target.startswith("#"):
        link.set("href", LINK + target[1:])
        if link.get("class") == "page":
            link.text = str(numbers.get(target[1:], 0))


def _finish(pdf: PDF, name: str) -> None:
    fold(pdf, name)
    for thing in pdf.objects:
        if isinstance(thing, Dictionary) and thing.get("Type") == "/Annot":
            thing["F"] = PRINTED
    for unused in ("Outlines", "Names", "ViewerPreferences"):
        pdf.catalog.pop(unused, None)


def _facts(document: Document) -> Facts:
    anchors: dict[str, tuple[int, float, float]] = {}
    bookmarks = []
    for number, page in enumerate(document.pages):
        for name, (x, y, _right, _bottom) in page.anchors.items():
            anchors.setdefault(name, (number, *_point(page, x, y)))
        for level, label, (x, y), _state in page.bookmarks:
            bookmarks.append((level, label, number, *_point(page, x, y)))
    return Facts(len(document.pages), anchors, bookmarks, _fonts(document))


def _point(page: Any, x: float, y: float) -> tuple[float, float]:
    return round(x * POINTS, 2), round((page.height - y) * POINTS, 2)


def _fonts(document: Document) -> dict[str, dict[str, Any]]:
    found: dict[str, dict[str, Any]] = {}
    for font in document.fonts.values():
        if font.missing:
            raise PressFailed(f"{font.family}: " + " ".join(f"U+{one:04X}" for one in font.missing))
        facts = found.setdefault(font.hash, _described(font))
        # Text, as it is when it comes back from the shelf.
        facts["widths"].update({str(glyph): width for glyph, width in font.widths.items()})
        facts["unicode"].update({str(glyph): text for glyph, text in font.to_unicode.items()})
    return found


def _described(font: Font) -> dict[str, Any]:
    return {
        "family": font.family,
        "weight": int(font.weight),
        "index": font.index,
        "name": font.name.decode(),
        "flags": font.flags,
        "ascent": font.ascent,
        "descent": font.descent,
        "widths": {},
        "unicode": {},
    }


def _leave_out(*_arguments: Any) -> Dictionary:
    """Stand in for the embedding of fonts: it is done once for all pieces."""
    return Dictionary()


weasyprint.pdf.build_fonts_dictionary = _leave_out
