"""Verifying what the public hands in: in a process of its own, one at a time, and nothing kept."""

import threading
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from django.conf import settings
from django.core.files.uploadedfile import UploadedFile
from django.utils.translation import get_language

from archive.trusted import trust_file
from archive.verification.apart import Asked, verified
from archive.verification.telling import translated

PATIENCE = 10.0
"""Seconds to wait for another verification to end."""
_turn = threading.BoundedSemaphore(1)


Upload = UploadedFile[bytes]


class Busy(Exception):  # noqa: N818  # it is no error: others are being served
    """Somebody else's dossier is being verified."""


def report_on(pdf: Upload, package: Upload | None) -> dict[str, Any]:
    """Return the report on a dossier in the reader's language. Raises Busy."""
    if not _turn.acquire(timeout=PATIENCE):
        raise Busy
    try:
        with TemporaryDirectory() as folder:
            report = verified(_asked(Path(folder), pdf, package))
    finally:
        _turn.release()
    told: dict[str, Any] = translated(report, get_language() or "zh")
    return told


def _asked(folder: Path, pdf: Upload, package: Upload | None) -> Asked:
    """Write all that is read under names of our own."""
    trust = folder / "trust.json"
    trust.write_bytes(trust_file())
    return Asked(
        path=_written(folder / "dossier.pdf", pdf),
        trust=str(trust),
        beside=_written(folder / "package.zip", package) if package else None,
        most=settings.VERIFY_MAX_BYTES,
        memory=settings.VERIFY_MAX_MEMORY,
        seconds=settings.VERIFY_MAX_SECONDS,
    )


def _written(path: Path, upload: Upload) -> str:
    with path.open("wb") as file:
        for chunk in upload.chunks():
            file.write(chunk)
    return str(path)
