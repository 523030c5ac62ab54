"""Looking into one file, once: is it there, what is it, does it open, is it locked, is it safe."""

import hashlib
from dataclasses import dataclass

from django.core.exceptions import ValidationError

from archive.keeping import opening
from archive.keeping.file import File
from archive.keeping.malware import Finding, Scan, ScannerFailed
from decisions.evidence import media_type


@dataclass(frozen=True)
class Inspection:
    """What one file is found to be."""

    file: File
    there: bool
    proven: bool = True
    """Whether the content is of the type that it says."""
    size: int = 0
    digest: str = ""
    fault: str = ""
    """Why it does not open; empty where it does."""
    locked: bool = False
    """Whether a password is in the way."""
    signed: bool = False
    malware: Finding | None = None
    scanner_fault: str = ""


def inspect(file: File, scan: Scan | None) -> Inspection:
    """Read a file and say what it is. The content itself is not kept."""
    try:
        data = file.read()
    except OSError:
        return Inspection(file, there=False)
    opened = opening.opened(data, file.media_type)
    malware, scanner_fault = _scanned(data, scan)
    return Inspection(
        file, True, _proven(file, data), len(data), f"sha256:{hashlib.sha256(data).hexdigest()}",
        fault=opened.fault, locked=opened.locked, signed=opened.signed,
        malware=malware, scanner_fault=scanner_fault,
    )  # fmt: skip


def _proven(file: File, data: bytes) -> bool:
    try:
        return media_type(file.name, data) == file.media_type
    except ValidationError:
        return False


def _scanned(data: bytes, scan: Scan | None) -> tuple[Finding | None, str]:
    if scan is None:
        return None, ""
    try:
        return scan(data), ""
    except ScannerFailed as failure:
        return None, str(failure)
