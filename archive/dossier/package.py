"""What is handed out with a dossier: what stands beside it, in one archive file.

Evidence that is too large to stand inside, further volumes, seals of outside devices. What the
dossier's own manifest names lies here under the same names. Nothing is compressed and no clock is
read, so that the same dossier gives the same bytes.
"""

import json
from collections.abc import Iterator
from contextlib import closing
from tempfile import TemporaryFile
from typing import IO, Any
from zipfile import ZipFile, ZipInfo

from django.core.files.storage import default_storage
from pikepdf import Pdf, PdfError

from archive.dossier.digests import parts
from archive.dossier.manifest import NAME
from archive.models import Dossier
from decisions.models import Blob

MASTER = "dossier.pdf"


NONE = b'{"evidence":[]}'
"""What is read where a dossier's file has lost its manifest: it is handed out all the same."""


def manifest_of(dossier: Dossier) -> bytes:
    """Return the manifest inside a sealed dossier."""
    with default_storage.open(dossier.blob.path) as stored:
        file: Any = stored.file
        try:
            with Pdf.open(file) as pdf:
                return bytes(pdf.attachments[NAME].get_file().read_bytes())
        except (PdfError, KeyError):
            return NONE


def beside(dossier: Dossier) -> dict[str, Blob]:
    """Return what stands beside a dossier, by name, in order; mostly nothing."""
    found = dict(_evidence(json.loads(manifest_of(dossier))))
    for volume in dossier.volumes.select_related("blob"):
        found[f"volume-{volume.number}.pdf"] = volume.blob
    for number, seal in enumerate(dossier.seals.select_related("blob"), 1):
        found[f"seal-{number}-{seal.filename}"] = seal.blob
    return found


def packed(dossier: Dossier) -> IO[bytes]:
    """Return the dossier with all that stands beside it, as a ZIP file from its beginning."""
    file = TemporaryFile()  # noqa: SIM115  # whoever sends it closes it
    with ZipFile(file, "w") as package:
        for name, blob in {MASTER: dossier.newest, **beside(dossier)}.items():
            _add(package, name, blob)
        if dossier.seals.exists():
            package.writestr(_entry(NAME), manifest_of(dossier))
    file.seek(0)
    return file


def _evidence(manifest: dict[str, Any]) -> Iterator[tuple[str, Blob]]:
    named = {one["beside"]: one["digest"] for one in manifest["evidence"] if one.get("beside")}
    blobs = {blob.digest: blob for blob in Blob.objects.filter(digest__in=named.values())}
    for name, digest in named.items():
        yield name, blobs[digest]


def _add(package: ZipFile, name: str, blob: Blob) -> None:
    entry = _entry(name)
    entry.file_size = blob.size
    with closing(default_storage.open(blob.path)) as source, package.open(entry, "w") as target:
        for part in parts(source):
            target.write(part)


def _entry(name: str) -> ZipInfo:
    entry = ZipInfo(name)
    entry.external_attr = 0o644 << 16
    return entry
