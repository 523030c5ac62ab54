"""A face of a font, found where the printer finds it."""

import hashlib
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from archive.press.native import ffi, fontconfig

MATCHED = 0
PATTERN = 0
WEIGHTS = {False: 80, True: 200}
"""The weights of fontconfig: regular and bold."""


class FontMissing(Exception):  # noqa: N818  # the sentence reads: the font is missing
    """A font that the dossier needs is not installed."""


@dataclass(frozen=True)
class Face:
    """One face in a font file."""

    family: str
    bold: bool
    path: Path
    index: int


@cache
def face(family: str, bold: bool = False) -> Face:
    """Return a face; a family that has no bold face gives its regular one. Raises FontMissing."""
    with _matched(family, bold) as found:
        if family not in _strings(found, b"family"):
            raise FontMissing(family)
        index = ffi.new("int *")
        fontconfig.FcPatternGetInteger(found, b"index", 0, index)
        return Face(family, bold, Path(_strings(found, b"file")[0]).resolve(), index[0] & 0xFFFF)


@contextmanager
def _matched(family: str, bold: bool) -> Iterator[Any]:
    """Ask fontconfig for a font."""
    config, pattern = fontconfig.FcInitLoadConfigAndFonts(), fontconfig.FcPatternCreate()
    fontconfig.FcPatternAddString(pattern, b"family", family.encode())
    fontconfig.FcPatternAddInteger(pattern, b"weight", WEIGHTS[bold])
    fontconfig.FcConfigSubstitute(config, pattern, PATTERN)
    fontconfig.FcDefaultSubstitute(pattern)
    match = fontconfig.FcFontMatch(config, pattern, ffi.new("int *"))
    try:
        yield match
    finally:
        fontconfig.FcPatternDestroy(match)
        fontconfig.FcPatternDestroy(pattern)
        fontconfig.FcConfigDestroy(config)


def _strings(pattern: Any, name: bytes) -> list[str]:
    """Return the values of a property of a font that fontconfig found."""
    found: list[str] = []
    value = ffi.new("char **")
    while fontconfig.FcPatternGetString(pattern, name, len(found), value) == MATCHED:
        found.append(ffi.string(value[0]).decode())
    return found


@cache
def digest(path: Path) -> str:
    """Return the digest of a font file."""
    with path.open("rb") as file:
        return f"sha256:{hashlib.file_digest(file, 'sha256').hexdigest()}"
