"""From a dossier's contents to its files: printed, filled, validated, signed.

Imported only when a dossier is made: the printer takes long to load.
"""

from dataclasses import dataclass
from pathlib import Path
from typing import Any

from archive.dossier.attaching import attach
from archive.dossier.contents import Contents
from archive.dossier.digests import digests_of
from archive.dossier.edition import edition
from archive.dossier.manifest import completed
from archive.dossier.printing import bound
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

    Raises Unprintable, TimestampUnavailable, SignerUnavailable, and OSError where the disk is full.
    """
    pages, manifest = filled(contents, log, folder)
    digests = digest(manifest), digests_of(pages.pdf).digest
    # Basis: ISO 19005-3, ISO 14289-1.
    if invalid := validate(pages.pdf, *(volume.pdf for volume in pages.volumes)):
        return Made(pages, *digests, tuple(invalid))
    return Made(pages, *digests, signature=sign(pages.pdf))


def preview(contents: Contents, folder: Path) -> Path:
    """Make the file as it would be now, neither entered in the log nor signed."""
    return filled(contents, None, folder)[0].pdf


def filled(contents: Contents, log: dict[str, Any] | None, folder: Path) -> tuple[Bound, bytes]:
    """Print the dossier and put manifest and evidence inside: the same for the same case."""
    pages = bound(contents, folder)
    volumes = [_described(volume) for volume in pages.volumes]
    manifest = completed(contents.manifest, log=log, press=edition(), volumes=volumes)
    attach(pages.pdf, manifest, contents.last_moment, contents.evidence)
    return pages, manifest


def _described(volume: Volume) -> dict[str, Any]:
    """Return what the manifest says of a further file."""
    return {
        "number": volume.number, "file": volume.pdf.name, "pages": volume.pages,
        "digest": volume.digest, "sm3": volume.sm3,
    }  # fmt: skip
