"""What stands outside the type area: page number, archival code, subject.

Stamped when the pages are joined, because the same section stands on other pages in every case.
Basis: GB/T 9704-2012, 7.5: the number between dashes, 7 mm below the type area, one character in
from its outer edge, on the right of odd pages and on the left of even ones.
"""

from collections.abc import Iterator

from pikepdf import Array, Page, Pdf, Stream

from archive.press.about import About
from archive.press.embedding import Used
from archive.press.letters import Letter, Letters, shown, width
from archive.press.piece import Piece
from archive.press.section import Style

MM = 72 / 25.4
LEFT, RIGHT = 28 * MM, 184 * MM
HEAD, FOOT, NUMBER = 265 * MM, 26.2 * MM, 26.3 * MM
"""How high the lines stand, above the lower edge of the sheet."""
SUBJECT = 96 * MM
"""How wide the subject may be; beside it stands the section's title."""
NUMBER_SIZE, HEAD_SIZE, CODE_SIZE = 14, 9, 8
INK, GREY = "0.106 0.125 0.141 rg", "0.263 0.294 0.322 rg"
SERIF, SANS = "Noto Serif CJK SC", "Noto Sans CJK SC"
ARTIFACT = "/Artifact <</Type /Pagination /Subtype /{kind}>> BDC q {colour}\n{lines}Q EMC\n"


class Stamps:
    """The stamps of one document."""

    def __init__(self, pdf: Pdf, about: About, used: Used) -> None:
        """Open the fonts of the stamps."""
        self.pdf, self.about = pdf, about
        self.serif, self.sans = Letters(SERIF, "PressSerif", used), Letters(SANS, "PressSans", used)

    def stamp(self, piece: Piece, pages: list[Page]) -> None:
        """Stamp the pages of a piece; a cover has no stamp but its code."""
        for number, page in enumerate(pages, piece.first):
            content = "".join(self._lines(piece.section.style, number))
            stream = Stream(self.pdf, content.encode())
            page.obj.Contents = Array([stream, page.obj.Contents])

    def close(self) -> None:
        """Close the fonts."""
        self.serif.open.close()
        self.sans.open.close()

    def _lines(self, style: Style, number: int) -> Iterator[str]:
        if style == Style.BODY:
            yield ARTIFACT.format(kind="Header", colour=GREY, lines=self._head())
        if style != Style.COVER:
            yield ARTIFACT.format(kind="Footer", colour=INK, lines=self._number(number))
        if style != Style.DOCUMENT and self.about.archival_code:
            lines = self._code(number, style)
            yield ARTIFACT.format(kind="Footer", colour=GREY, lines=lines)

    def _head(self) -> str:
        return shown(self._within(self.about.subject, SUBJECT), HEAD_SIZE, LEFT, HEAD)

    def _number(self, number: int) -> str:
        line = self.serif.line(f"— {number} —")
        inner = RIGHT - NUMBER_SIZE - width(line, NUMBER_SIZE)
        return shown(line, NUMBER_SIZE, inner if number % 2 else LEFT + NUMBER_SIZE, NUMBER)

    def _code(self, number: int, style: Style) -> str:
        line = self.sans.line(self.about.archival_code)
        on_left = number % 2 or style == Style.COVER
        return shown(line, CODE_SIZE, LEFT if on_left else RIGHT - width(line, CODE_SIZE), FOOT)

    def _within(self, text: str, limit: float) -> list[Letter]:
        line, end = self.serif.line(text), self.serif.line("…")
        if width(line, HEAD_SIZE) <= limit:
            return line
        while width(line + end, HEAD_SIZE) > limit:
            line.pop()
        return line + end
