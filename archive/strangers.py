"""What a stranger would find of a sealed file, with the file and what is trusted alone."""

from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from django.conf import settings
from django.utils.translation import get_language

from archive.trusted import trust_file
from archive.verification.apart import Asked, verified
from archive.verification.report import Outcome
from archive.verification.words import Words


def report_on(pdf: Path, beside: Path | None = None) -> dict[str, Any]:
    """Return the report of the verifier, which runs in a process of its own."""
    with TemporaryDirectory(prefix="verification-") as folder:
        trust = Path(folder) / "trust.json"
        trust.write_bytes(trust_file())
        return verified(Asked(str(pdf), str(trust), str(beside) if beside else None))


def faults(report: dict[str, Any]) -> Iterator[str]:
    """Yield what was altered, in the reader's language."""
    language = get_language() or settings.LANGUAGE_CODE
    for check in report["checks"]:
        if check["outcome"] == Outcome.ALTERED:
            yield Words(**check["said"]).in_language(language)


def altered(data: bytes) -> str:
    """Return what was altered in a file, in one line; nothing where all of it holds."""
    with TemporaryDirectory(prefix="verification-") as folder:
        pdf = Path(folder) / "dossier.pdf"
        pdf.write_bytes(data)
        return "；".join(faults(report_on(pdf)))
