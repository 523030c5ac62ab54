"""The fonts of the dossier, and whether they have every character that it prints.

A character that no font has would be printed as a box, without a word from the printer: a
name or an article would be lost in a document that is to be read for as long as it is kept.
"""

import unicodedata
from functools import cache
from pathlib import Path
from typing import Any

from fontTools.ttLib import TTCollection, TTFont
from weasyprint.text.ffi import ffi, fontconfig

from archive.dossier.unprintable import Unprintable

FALLBACKS = ("HanaMinA", "HanaMinB")
FAMILIES = ("Noto Serif CJK SC", "Noto Sans CJK SC", "Noto Sans Mono CJK SC")
"""The families that the style sheet names; each is followed there by the fallbacks."""
SPELLED = ("So", "Sk", "Cc")
"""Pictures and control characters, which say nothing that their code does not."""
MATCHED = fontconfig.FcResultMatch
BREAKS = frozenset("\n\r\t")


class FontMissing(Exception):  # noqa: N818  # the sentence reads: the font is missing
    """A font that the dossier needs is not installed."""


def printable(text: str) -> str:
    """Return `text` with pictures no font has spelled by their code. Raises Unprintable.

    An opinion from the public may hold any picture, and can be neither refused for it nor
    changed later: 〔U+1F6B2〕 loses nothing. Letters are never replaced.
    """
    missing = {character for character in set(text) - BREAKS if not covered(character)}
    stand_ins = {character: _stand_in(character) for character in missing}
    if lost := [character for character, stand_in in stand_ins.items() if stand_in is None]:
        raise Unprintable(lost)
    return text.translate({ord(character): found for character, found in stand_ins.items()})


def _stand_in(character: str) -> str | None:
    """Return what is printed for a character that no font has; None for what may not be lost."""
    category = unicodedata.category(character)
    if category == "Cf" or unicodedata.name(character, "").startswith("VARIATION SELECTOR"):
        return ""
    if category in SPELLED:
        return f"〔U+{ord(character):04X}〕"
    return " " if category.startswith("Z") else None


def covered(character: str) -> bool:
    """Say whether every family, with its fallbacks, has the character."""
    code = ord(character)
    return code in characters(FALLBACKS) or all(code in characters((f,)) for f in FAMILIES)


@cache
def characters(families: tuple[str, ...]) -> frozenset[int]:
    """Return the code points that some of the families have. Raises FontMissing."""
    return frozenset().union(*(_cmap(file(family), family) for family in families))


def _cmap(path: Path, family: str) -> frozenset[int]:
    """Return the code points of one font of a file."""
    if path.suffix != ".ttc":
        with TTFont(path, lazy=True) as font:
            return frozenset(font.getBestCmap())
    with TTCollection(str(path), lazy=True) as collection:
        fonts = [font for font in collection if font["name"].getBestFamilyName() == family]
        return frozenset(fonts[0].getBestCmap())


@cache
def file(family: str) -> Path:
    """Return the file of a family, found where the printer finds it. Raises FontMissing."""
    config, pattern = fontconfig.FcInitLoadConfigAndFonts(), fontconfig.FcPatternCreate()
    fontconfig.FcPatternAddString(pattern, b"family", family.encode())
    fontconfig.FcConfigSubstitute(config, pattern, fontconfig.FcMatchPattern)
    fontconfig.FcDefaultSubstitute(pattern)
    match = fontconfig.FcFontMatch(config, pattern, ffi.new("FcResult *"))
    try:
        if family not in _strings(match, b"family"):
            raise FontMissing(family)
        return Path(_strings(match, b"file")[0])
    finally:
        fontconfig.FcPatternDestroy(match)
        fontconfig.FcPatternDestroy(pattern)
        fontconfig.FcConfigDestroy(config)


def _strings(pattern: Any, name: bytes) -> list[str]:
    """Return the values of a property of a font that fontconfig found."""
    found: list[str] = []
    value = ffi.new("FcChar8 **")
    while fontconfig.FcPatternGetString(pattern, name, len(found), value) == MATCHED:
        found.append(ffi.string(value[0]).decode())
    return found
