"""The two digests of a file. Basis: GM/T 0004-2012 for SM3, beside SHA-256."""

import hashlib
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import IO, NamedTuple

from django.core.files.storage import default_storage

from decisions.content import ALGORITHM
from decisions.models import Blob

SM3 = "sm3"
PART = 1024 * 1024


class Digests(NamedTuple):
    """Each named by its algorithm: `sha256:9c9a…`, `sm3:66c7…`."""

    digest: str
    sm3: str


def digests(parts: Iterable[bytes]) -> Digests:
    """Return both digests of what the parts make together, read once."""
    both = hashlib.new(ALGORITHM), hashlib.new(SM3)
    for part in parts:
        for one in both:
            one.update(part)
    return Digests(f"{ALGORITHM}:{both[0].hexdigest()}", f"{SM3}:{both[1].hexdigest()}")


def digests_of(path: Path) -> Digests:
    """Return both digests of a file."""
    with path.open("rb") as file:
        return digests(parts(file))


def sm3_of(blob: Blob) -> str:
    """Return the SM3 digest of a stored content."""
    with default_storage.open(blob.path) as file:
        return digests(parts(file)).sm3


def parts(file: IO[bytes]) -> Iterator[bytes]:
    """Yield a file in parts that fit in memory."""
    while part := file.read(PART):
        yield part
