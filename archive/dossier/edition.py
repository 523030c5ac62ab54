"""With what a dossier was printed: templates, programs and fonts, so that it can be printed again."""

import hashlib
from functools import cache
from importlib.metadata import version
from pathlib import Path
from typing import Any

from django.template.loader import get_template
from fontTools.ttLib import TTCollection, TTFont

from archive.dossier.digests import digests_of
from archive.dossier.fonts import FALLBACKS, FAMILIES, file
from decisions.content import ALGORITHM

STYLE = Path(__file__).parent / "dossier.css"
ENGINE = ("fonttools", "pikepdf", "pydyf", "weasyprint")
VERSION = 5
"""The number of the version among a font's names. Basis: OpenType, name table."""


@cache
def edition() -> dict[str, Any]:
    """Return what the manifest says of the press."""
    return {
        "templates": _templates(),
        "engine": {name: version(name) for name in ENGINE},
        "fonts": [_font(family) for family in (*FAMILIES, *FALLBACKS)],
    }


def _templates() -> str:
    """Return one digest of all templates and the style sheet, by name and content."""
    folder = Path(get_template("dossier/dossier.html").origin.name).parent
    found = hashlib.new(ALGORITHM)
    for path in (*sorted(folder.rglob("*.html")), STYLE):
        found.update(path.name.encode() + b"\0" + path.read_bytes() + b"\0")
    return f"{ALGORITHM}:{found.hexdigest()}"


def _font(family: str) -> dict[str, str]:
    path = file(family)
    return {"family": family, "version": _version(path), "digest": digests_of(path).digest}


def _version(path: Path) -> str:
    opened = TTCollection(str(path), lazy=True).fonts[0] if path.suffix == ".ttc" else TTFont(path)
    with opened:
        return str(opened["name"].getDebugName(VERSION))
