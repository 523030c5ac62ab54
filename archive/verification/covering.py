"""Which bytes of a file a signature covers, and whether its own bytes hide anything.

A signature cannot cover itself. The gap that is left for it must hold nothing but it: written in
one kind of hexadecimal digits, and filled up with zeros.
"""

import re
from dataclasses import dataclass
from typing import IO

from asn1crypto.parser import peek
from pyhanko.sign.validation.pdf_embedded import EmbeddedPdfSignature

GAP = re.compile(rb"<(?:[0-9a-f]*|[0-9A-F]*)>")


@dataclass(frozen=True)
class End:
    """How far a signature reaches."""

    covered: int
    """The bytes of the file from the first up to the last that it covers."""
    file: int
    """The bytes that the file has."""
    tidy: bool
    """Whether it covers all but itself, and itself is written in the one way."""

    @property
    def added(self) -> int:
        """Return how many bytes came after it."""
        return self.file - self.covered


def covered(file: IO[bytes], signature: EmbeddedPdfSignature) -> End:
    """Return what a signature covers, and put the file back where it was."""
    here = file.tell()
    size = file.seek(0, 2)
    numbers = [int(number) for number in signature.byte_range]
    if len(numbers) != 4:
        return End(0, size, tidy=False)
    start, first, second, last = numbers
    file.seek(first)
    gap = file.read(max(0, min(second, size) - first))
    file.seek(here)
    contiguous = start == 0 and 0 < first < second <= second + last <= size
    return End(second + last, size, contiguous and _tidy(gap))


def _tidy(gap: bytes) -> bool:
    if not GAP.fullmatch(gap):
        return False
    data = bytes.fromhex(gap[1:-1].decode())
    return not any(data[peek(data) :])
