"""From the dossier's contents to its files. Imported only when one is printed: it takes long."""

import hashlib
from pathlib import Path
from typing import Any

from django.conf import settings

from archive.dossier.contents import Contents
from archive.press import engine, fonts
from archive.press.about import About, Bound
from archive.press.bind import bind
from decisions.content import ALGORITHM
from decisions.progress import report

STYLE = Path(__file__).parent / "dossier.css"
TEMPLATES = settings.BASE_DIR / "templates" / "dossier"
UNDIVIDED = 1_000_000
"""A supplement is one file, whatever its length."""
UNSEALED = "预览，未封存"


def bound(contents: Contents, folder: Path) -> Bound:
    """Print the dossier into `folder`, in as many volumes as it needs.

    The same contents give the same bytes: no clock is read here. Raises Unprintable, PressFailed.
    """
    return bind(
        contents.sections(),
        _about(contents),
        folder,
        css=STYLE.read_text(),
        shelf=Path(settings.DOSSIER_SHELF),
        report=report,
        volume_pages=UNDIVIDED if contents.cover.follows else settings.DOSSIER_VOLUME_PAGES,
        families=licensed(),
    )


def _about(contents: Contents) -> About:
    cover, seal = contents.cover, contents.seal
    return About(
        title=f"卷宗：{cover.title}",
        author=cover.organ,
        subject=cover.title,
        archival_code=(cover.archival_code or "档号未填") if seal else UNSEALED,
        created=contents.last_moment,
    )


def licensed() -> tuple[str, ...]:
    """Return the families that the district has a licence for, beside those of the press."""
    return tuple(sorted(set(settings.DOCUMENT_FONTS.values()) - set(fonts.FAMILIES)))


def press() -> dict[str, Any]:
    """Return with what a dossier is printed, for its manifest."""
    return {
        "templates": _templates(),
        "engine": engine.engine(),
        "fonts": fonts.described(licensed()),
    }


def _templates() -> str:
    """Return one digest of all templates and the style sheet, by name and content."""
    found = hashlib.new(ALGORITHM)
    for path in (*sorted(TEMPLATES.rglob("*.html")), STYLE):
        found.update(path.name.encode() + b"\0" + path.read_bytes() + b"\0")
    return f"{ALGORITHM}:{found.hexdigest()}"
