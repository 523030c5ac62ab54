"""Preparing the sealed dossier before the case is locked: printing takes seconds."""

from collections.abc import Sequence
from dataclasses import dataclass
from importlib import import_module
from typing import Any

from archive.dossier.checking import check
from archive.dossier.contents import gather
from archive.dossier.described import Described
from archive.dossier.slip import Slip
from archive.dossier.unprintable import Unprintable
from archive.keeping.properties import Result, failing
from decisions.evidence import keep_bytes
from decisions.models import Blob, Case

MEDIA_TYPE = "application/pdf"


@dataclass(frozen=True)
class Prepared:
    """A dossier ready to be sealed, or the characters for which it cannot be."""

    ledger_head: str
    """The hash of the last row of the ledger that is in it."""
    blob: Blob | None = None
    pages: int = 0
    unprintable: tuple[str, ...] = ()
    faults: tuple[str, ...] = ()
    """What the checks of the four properties have found wrong, each with its reason."""
    results: tuple[Result, ...] = ()
    """What every check has found, for the record."""


def prepare(case: Case, described: Sequence[Described], slip: Slip, since: int = 0) -> Prepared:
    """Print the dossier of a case and keep it; the door then seals it, or refuses.

    A supplement has only what was done `since` a number of the ledger, that one included.
    """
    results = check(case, slip)
    if faults := failing(results):
        return Prepared(case.head, faults=faults, results=results)
    contents = gather(case, described, slip, since)
    press = _press()
    try:
        pdf = press.printed(contents)
    except Unprintable as found:
        return Prepared(contents.cover.head, unprintable=found.characters, results=results)
    blob, pages = keep_bytes(pdf, MEDIA_TYPE), press.page_count(pdf)
    return Prepared(contents.cover.head, blob, pages, results=results)


def render(case: Case, described: Sequence[Described]) -> bytes:
    """Return the dossier of a case as it would be now, marked as a preview. Raises Unprintable."""
    pdf: bytes = _press().printed(gather(case, described))
    return pdf


def _press() -> Any:
    """Import the printer; a page that prints nothing does not wait for it."""
    return import_module("archive.dossier.printing")
