"""The fonts of the dossier, and whether they have every character that it prints.

A character that no font has would be printed as a box, without a word from the printer: a
name or an article would be lost in a document that is to be read for as long as it is kept.
"""

import unicodedata
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any
from xml.sax.saxutils import escape

from fontTools.ttLib import TTCollection, TTFont

from archive.press.faces import Face, digest, face
from archive.press.unprintable import Unprintable

FALLBACKS = ("HanaMinA", "HanaMinB")
FAMILIES = ("Noto Serif CJK SC", "Noto Sans CJK SC", "Noto Sans Mono CJK SC")
"""The families that the style sheet names; each is followed there by the fallbacks."""
SPELLED = ("So", "Sk", "Cc")
"""Pictures and control characters, which say nothing that their code does not."""
MACHINES_OWN = "/var/cache/fontconfig"
BREAKS = frozenset("\n\r\t")


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
    return frozenset().union(*(_cmap(face(family)) for family in families))


def _cmap(wanted: Face) -> frozenset[int]:
    with _opened(wanted) as font:
        return frozenset(font.getBestCmap())


def _opened(wanted: Face) -> Any:
    if wanted.path.suffix == ".ttc":
        return TTCollection(str(wanted.path), lazy=True).fonts[wanted.index]
    return TTFont(wanted.path, lazy=True)


@cache
def faces(more: tuple[str, ...] = ()) -> tuple[Face, ...]:
    """Return every face that a document may be set in: ours, and those of `more` families."""
    found = (face(name, bold) for name in (*FAMILIES, *more, *FALLBACKS) for bold in (False, True))
    files: dict[tuple[Path, int], Face] = {}
    for one in found:
        files.setdefault((one.path, one.index), one)
    return tuple(files.values())


def described(more: tuple[str, ...] = ()) -> list[dict[str, str]]:
    """Say of every face which version of which family it is: for the manifest."""
    return [
        {"family": one.family, "version": _version(one), "digest": digest(one.path)}
        for one in faces(more)
    ]


@cache
def _version(one: Face) -> str:
    with _opened(one) as font:
        return str(font["name"].getDebugName(5))


def configuration(more: tuple[str, ...], folder: str) -> str:
    """Return a configuration of fontconfig that knows these fonts and no others.

    What it finds out about them it keeps in `folder`, unless the machine has it already.
    """
    paths = sorted({one.path for one in faces(more)})
    folders = _lines("dir", {str(path.parent) for path in paths})
    lines = [*folders, *_lines("cachedir", {folder, MACHINES_OWN})]
    accepted = "".join(_lines("glob", {str(path) for path in paths}))
    return (
        '<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd"><fontconfig>'
        f"{''.join(lines)}<selectfont><rejectfont><glob>*</glob></rejectfont>"
        f"<acceptfont>{accepted}</acceptfont></selectfont></fontconfig>"
    )


def _lines(tag: str, values: set[str]) -> Iterator[str]:
    return (f"<{tag}>{escape(value)}</{tag}>" for value in sorted(values))
