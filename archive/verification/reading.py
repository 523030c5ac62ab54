"""Opening a PDF that may be hostile: measured first, never repaired, never decrypted."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO

import pikepdf

from archive.verification.limits import MEBIBYTE, MOST_BYTES, MOST_OBJECTS
from archive.verification.strict import Unusable
from archive.verification.words import Words

HEADER = b"%PDF-"
FIRST = 1024
"""Bytes within which a PDF must say that it is one."""
NO_FILE = Words("打不开这个文件", "The file cannot be opened")
EMPTY = Words("文件是空的", "The file is empty")
NO_PDF = Words("这不是PDF文件", "This is not a PDF")
TOO_LARGE = Words(
    "文件有{size} MB，超过{most} MB的上限，没有读",
    "The file has {size} MB, more than the limit of {most} MB; it was not read",
)
ENCRYPTED = Words(
    "PDF加了密；封存的卷宗从不加密，这不是封存件",
    "The PDF is encrypted; a sealed dossier never is, so this is not one",
)
BROKEN = Words(
    "PDF的结构坏了：可能没有传完，也可能被改动过",
    "The structure of the PDF is broken: it may be cut short, or altered",
)
TOO_MANY = Words(
    "PDF里有{n}个对象，超过{most}个的上限，没有继续读",
    "The PDF has {n} objects, more than the limit of {most}; it was not read further",
)
TOO_HARD = Words(
    "读这份PDF要用的内存超过上限，没有继续读",
    "Reading this PDF takes more memory than the limit; it was not read further",
)


def measure(path: Path, most: int = MOST_BYTES) -> int:
    """Return the size of a file that may be a PDF. Raises Unusable before anything is parsed."""
    try:
        size = path.stat().st_size
        with path.open("rb") as file:
            first = file.read(FIRST)
    except OSError:
        raise Unusable(NO_FILE) from None
    if size > most:
        raise Unusable(TOO_LARGE.of(size=size // MEBIBYTE, most=most // MEBIBYTE))
    if not size:
        raise Unusable(EMPTY)
    if HEADER not in first:
        raise Unusable(NO_PDF)
    return size


@contextmanager
def opened(source: Path | BinaryIO) -> Iterator[pikepdf.Pdf]:
    """Open a PDF as it is written. Raises Unusable, also for what breaks while it is read."""
    try:
        with pikepdf.Pdf.open(source, attempt_recovery=False) as pdf:
            _see_bounds(pdf)
            yield pdf
    except pikepdf.PasswordError:
        raise Unusable(ENCRYPTED) from None
    except MemoryError:
        raise Unusable(TOO_HARD) from None
    except (pikepdf.PdfError, pikepdf.DataDecodingError, OSError, RecursionError):
        raise Unusable(BROKEN) from None


def _see_bounds(pdf: pikepdf.Pdf) -> None:
    if pdf.is_encrypted:
        raise Unusable(ENCRYPTED)
    if (n := len(pdf.objects)) > MOST_OBJECTS:
        raise Unusable(TOO_MANY.of(n=n, most=MOST_OBJECTS))
