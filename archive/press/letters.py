"""Setting the few words that are stamped on pages that are already set."""

from collections.abc import Iterator
from contextlib import ExitStack
from itertools import groupby
from typing import Any, NamedTuple

from archive.press.embedding import Used
from archive.press.faces import Face, face
from archive.press.fonts import FALLBACKS
from archive.press.native import ffi, harfbuzz
from archive.press.subsets import opened

SYMBOLIC = 4


class Letter(NamedTuple):
    """One character in the font that has it; its width in thousandths of the size."""

    font: str
    glyph: int
    width: int


class Letters:
    """One family with its fallbacks, and which of its letters were used."""

    def __init__(self, family: str, prefix: str, used: Used) -> None:
        """Open the fonts. What is used of them is noted in `used`, under names with the prefix."""
        self.used, self.known = used, dict[str, Letter]()
        self.fonts: list[tuple[str, Any, int]] = []
        self.open = ExitStack()
        for number, name in enumerate((family, *FALLBACKS)):
            self._open(f"{prefix}{number}", face(name))

    def _open(self, name: str, one: Face) -> None:
        opened_face = self.open.enter_context(opened(one))
        font = harfbuzz.hb_font_create(opened_face)
        self.open.callback(harfbuzz.hb_font_destroy, font)
        self.fonts.append((name, font, harfbuzz.hb_face_get_upem(opened_face)))
        self.described = getattr(self, "described", {})
        self.described[name] = {
            "family": one.family,
            "weight": 400,
            "index": one.index,
            "name": f"/PRESS{chr(65 + len(self.fonts))}+{one.family.replace(' ', '-')}",
            "flags": SYMBOLIC,
            "ascent": 880,
            "descent": -120,
            "widths": {},
            "unicode": {},
        }

    def line(self, text: str) -> list[Letter]:
        """Return the letters of a text."""
        return [self._letter(character) for character in text]

    def _letter(self, character: str) -> Letter:
        if character not in self.known:
            self.known[character] = self._found(character)
        return self.known[character]

    def _found(self, character: str) -> Letter:
        glyph = ffi.new("uint32_t *")
        for name, font, units in self.fonts:
            if harfbuzz.hb_font_get_nominal_glyph(font, ord(character), glyph):
                width = harfbuzz.hb_font_get_glyph_h_advance(font, glyph[0])
                letter = Letter(name, glyph[0], round(width * 1000 / units))
                self._note(letter, character)
                return letter
        raise LookupError(character)

    def _note(self, letter: Letter, character: str) -> None:
        font = self.used.setdefault(letter.font, self.described[letter.font])
        font["widths"][letter.glyph] = letter.width
        font["unicode"].setdefault(letter.glyph, character)


def width(letters: list[Letter], size: float) -> float:
    """Return how wide a line is, in points."""
    return sum(letter.width for letter in letters) * size / 1000


def shown(letters: list[Letter], size: float, x: float, y: float) -> str:
    """Return a line as it stands in a page's content, from a place in points on."""
    runs = "".join(_runs(letters, size))
    return f"BT 1 0 0 1 {x:.2f} {y:.2f} Tm {runs}ET\n"


def _runs(letters: list[Letter], size: float) -> Iterator[str]:
    for font, run in groupby(letters, lambda letter: letter.font):
        yield f"/{font} {size} Tf <{''.join(f'{letter.glyph:04x}' for letter in run)}> Tj "
