"""The two digests of a file, taken as it streams by."""

import hashlib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import IO

from cryptography.hazmat.primitives.hashes import SM3, Hash

CHUNK = 1024 * 1024


@dataclass(frozen=True)
class Digests:
    """How long a file is and what it digests to."""

    size: int
    sha256: str
    sm3: str


def digests_of(chunks: Iterable[bytes]) -> Digests:
    """Return the digests of what comes in chunks."""
    size, first, second = 0, hashlib.sha256(), Hash(SM3())
    for chunk in chunks:
        size += len(chunk)
        first.update(chunk)
        second.update(chunk)
    return Digests(size, f"sha256:{first.hexdigest()}", f"sm3:{second.finalize().hex()}")


def sm3_of(data: bytes) -> str:
    """Return the SM3 digest of bytes, named: `sm3:66c7…`. Basis: GB/T 32905."""
    return digests_of([data]).sm3


def chunks_of(file: IO[bytes], most: int) -> Iterator[bytes]:
    """Yield a file up to one byte more than `most`, which is enough to see that it is longer."""
    left = most + 1
    while left and (chunk := file.read(min(CHUNK, left))):
        left -= len(chunk)
        yield chunk
