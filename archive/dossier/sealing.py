"""Preparing the sealed dossier before the case is locked: it takes seconds to minutes."""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from importlib import import_module
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from archive.dossier.checking import check
from archive.dossier.contents import Contents, gather
from archive.dossier.described import Described
from archive.dossier.slip import Slip
from archive.keeping.properties import Result, failing
from archive.log.proving import prove
from archive.models import Sealed, Volume
from archive.press.unprintable import Unprintable
from decisions.evidence import keep_file
from decisions.models import Blob, Case

MEDIA_TYPE = "application/pdf"


@dataclass(frozen=True)
class Prepared:
    """A dossier ready to be sealed, or why it cannot be."""

    ledger_head: str
    """The hash of the last row of the ledger that is in it."""
    blob: Blob | None = None
    pages: int = 0
    unprintable: tuple[str, ...] = ()
    faults: tuple[str, ...] = ()
    """What a check of the four properties, and of the printed pages, has found wrong."""
    results: tuple[Result, ...] = ()
    """What every check has found, for the record."""
    marks: dict[str, Any] = field(default_factory=dict)
    """The columns of the record that say by what the file is known, and who signed it when."""
    volumes: tuple[tuple[int, Blob, int], ...] = ()
    """Number, content and pages of each further file."""

    def enter(self, record: Sealed) -> None:
        """Enter in the record what was made."""
        record.ledger_head, record.pages = self.ledger_head, self.pages
        if self.blob:
            record.blob = self.blob
        for name, value in self.marks.items():
            setattr(record, name, value)

    def volume_rows(self) -> list[Volume]:
        """Return the further files as lines of the record."""
        return [
            Volume(number=number, blob=blob, pages=pages) for number, blob, pages in self.volumes
        ]


def prepare(case: Case, described: Sequence[Described], slip: Slip) -> Prepared:
    """Make the dossier of a case and keep it; the door then seals it, or refuses.

    A supplement has only the papers since the act that sealed last, that one included. Raises
    TryLater where a timestamp or the key cannot be had: nothing is ever sealed without. Whatever
    it raises, no part of a file is kept.
    """
    results = check(case, slip)
    if faults := failing(results):
        return Prepared(case.head, faults=faults, results=results)
    return replace(_made(case, gather(case, described, slip)), results=results)


def _made(case: Case, contents: Contents) -> Prepared:
    head = contents.cover.head
    with TemporaryDirectory(prefix="dossier-") as folder:
        try:
            made = _press().make(contents, prove(case).manifest(), Path(folder))
        except Unprintable as found:
            return Prepared(head, unprintable=found.characters)
        return Prepared(head, faults=made.invalid) if made.invalid else _kept(head, made)


def render(case: Case, described: Sequence[Described]) -> bytes:
    """Return the dossier of a case as it would be now, marked as a preview. Raises Unprintable."""
    with TemporaryDirectory(prefix="dossier-") as folder:
        pdf: Path = _press().preview(gather(case, described), Path(folder))
        return pdf.read_bytes()


def _kept(head: str, made: Any) -> Prepared:
    volumes = tuple(
        (one.number, keep_file(one.pdf, MEDIA_TYPE), one.pages) for one in made.bound.volumes
    )
    blob = keep_file(made.bound.pdf, MEDIA_TYPE)
    return Prepared(head, blob, made.bound.pages, marks=_marks(made), volumes=volumes)


def _marks(made: Any) -> dict[str, Any]:
    signature = made.signature
    return {
        "unsigned_digest": made.unsigned_digest,
        "manifest_digest": made.manifest_digest,
        "signer": signature.subject,
        "signer_serial": signature.serial,
        "signer_fingerprint": signature.fingerprint,
        "stamped_at": signature.moment,
        "tsa_expires": signature.expires,
    }


def _press() -> Any:
    """Import the bindery; a page that prints nothing does not wait for it."""
    return import_module("archive.dossier.bindery")
