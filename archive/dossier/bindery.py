"""From a dossier's contents to its files: printed, filled, validated, signed.

Imported only when a dossier is made: the printer takes long to load.
"""

from dataclasses import dataclass
from pathlib import Path
from typing import Any

from archive.dossier.attaching import attach
from archive.dossier.contents import Contents
from archive.dossier.digests import digests_of
from archive.dossier.manifest import completed
from archive.dossier.printing import bound, press
from archive.press.about import Bound, Volume
from archive.press.validation import validate
from archive.signing import Signature, sign
from decisions.content import digest


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

    Raises Unprintable, PressFailed, TimestampUnavailable, SignerUnavailable, and OSError where the disk is full.
    """
    printed, manifest = filled(contents, log, folder)
    known = digest(manifest), digests_of(printed.pdf).digest
    if invalid := tuple(faults(printed)):
        return Made(printed, *known, invalid)
    return Made(printed, *known, signature=sign(printed.pdf))


def preview(contents: Contents, folder: Path) -> Path:
    """Make the file as it would be now, neither entered in the log nor signed."""
    return filled(contents, None, folder)[0].pdf


def filled(contents: Contents, log: dict[str, Any] | None, folder: Path) -> tuple[Bound, bytes]:
    """Print the dossier and put manifest and evidence inside: the same for the same case."""
    printed = bound(contents, folder)
    volumes = [_described(volume) for volume in printed.volumes]
    pages = printed.pages - sum(volume.pages for volume in printed.volumes)
    manifest = completed(contents.manifest, log=log, press=press(), volumes=volumes, pages=pages)
    attach(printed.pdf, manifest, contents.last_moment, contents.evidence)
    return printed, manifest


def _described(volume: Volume) -> dict[str, Any]:
    """Return what the manifest says of a further file."""
    return {
        "number": volume.number,
        "file": volume.pdf.name,
        "pages": volume.pages,
        "digest": volume.digest,
        "sm3": volume.sm3,
    }


def faults(printed: Bound) -> list[str]:
    """Return why one of the files is no archive file. Basis: ISO 19005-3, ISO 14289-1."""
    return validate(printed.pdf, *(volume.pdf for volume in printed.volumes))
