"""With what a dossier was printed: templates, programs and fonts, so that it can be printed again."""

import hashlib
from functools import cache
from pathlib import Path
from typing import Any

from django.template.loader import get_template

from archive.dossier.printing import STYLE, press
from decisions.content import ALGORITHM


@cache
def edition() -> dict[str, Any]:
    """Return what the manifest says of the press."""
    return {"templates": _templates(), **press()}


def _templates() -> str:
    """Return one digest of all templates and the style sheet, by name and content."""
    folder = Path(get_template("dossier/cover.html").origin.name).parent
    found = hashlib.new(ALGORITHM)
    for path in (*sorted(folder.rglob("*.html")), STYLE):
        found.update(path.name.encode() + b"\0" + path.read_bytes() + b"\0")
    return f"{ALGORITHM}:{found.hexdigest()}"
