"""From a dossier's contents to its files: printed, filled, validated, signed.

Imported only when a dossier is made: the printer takes long to load.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from importlib import import_module
from importlib.util import find_spec
from pathlib import Path
from typing import Any

from archive.dossier.attaching import attach
from archive.dossier.contents import Contents
from archive.dossier.digests import digests_of
from archive.dossier.edition import edition
from archive.dossier.manifest import completed
from archive.dossier.printing import page_count, typeset
from archive.signing import Signature, sign
from decisions.content import digest


@dataclass(frozen=True)
class Bound:
    """The pages, in one file or, of a long case, in several; the first has the item list."""

    pdf: Path
    pages: int
    volumes: tuple["Volume", ...] = ()


@dataclass(frozen=True)
class Volume:
    """A file with further pages; its digests stand in the first."""

    number: int
    pdf: Path
    pages: int

    @property
    def described(self) -> dict[str, Any]:
        """What the manifest says of it."""
        both = digests_of(self.pdf)
        named = {"number": self.number, "file": self.pdf.name, "pages": self.pages}
        return {**named, **both._asdict()}


@dataclass(frozen=True)
class Made:
    """The files of one dossier."""

    bound: Bound
    manifest_digest: str
    unsigned_digest: str
    """Of the first file before it was signed: the same case gives it again."""
    invalid: tuple[str, ...] = ()
    """Why it is no archive file; then it is not signed."""
    signature: Signature | None = None


def make(contents: Contents, log: dict[str, Any] | None, folder: Path) -> Made:
    """Make the files of a dossier in `folder`.

    Raises Unprintable, TimestampUnavailable, SignerUnavailable, and OSError where the disk is full.
    """
    bound, manifest = filled(contents, log, folder)
    digests = digest(manifest), digests_of(bound.pdf).digest
    if invalid := tuple(_faults(bound)):
        return Made(bound, *digests, invalid)
    return Made(bound, *digests, signature=sign(bound.pdf))


def preview(contents: Contents, folder: Path) -> Path:
    """Make the file as it would be now, neither entered in the log nor signed."""
    return filled(contents, None, folder)[0].pdf


def filled(contents: Contents, log: dict[str, Any] | None, folder: Path) -> tuple[Bound, bytes]:
    """Print the dossier and put manifest and evidence inside: the same for the same case."""
    bound = _bound(contents, folder)
    volumes = [volume.described for volume in bound.volumes]
    manifest = completed(contents.manifest, log=log, press=edition(), volumes=volumes)
    attach(bound.pdf, manifest, contents.last_moment, contents.evidence)
    return bound, manifest


def _bound(contents: Contents, folder: Path) -> Bound:
    pdf = folder / "dossier.pdf"
    pdf.write_bytes(typeset(contents))
    return Bound(pdf, page_count(pdf.read_bytes()))


def _faults(bound: Bound) -> Iterator[str]:
    """Yield why one of the files is no archive file. Basis: ISO 19005-3, ISO 14289-1."""
    if find_spec("archive.press.validation"):
        validation = import_module("archive.press.validation")
        for pdf in (bound.pdf, *(volume.pdf for volume in bound.volumes)):
            yield from validation.validate(pdf)
