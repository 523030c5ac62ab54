"""One file of a package: where it goes, and what it is."""

import hashlib
from collections.abc import Callable
from dataclasses import dataclass

DESCRIPTIVE, PRESERVATION = "metadata/descriptive/dossier.xml", "metadata/preservation/premis.xml"
MANIFEST, TABLE = "metadata/manifest.json", "METS.xml"
"""What describes the parts, and where it stands."""


@dataclass(frozen=True)
class Part:
    """A file of the payload. `read` gives its content, the same every time."""

    path: str
    """Under `data/`; plain ASCII, so that no system stumbles over it."""
    read: Callable[[], bytes]
    media_type: str
    title: str = ""
    original_name: str = ""
    responsible: str = ""
    day: str = ""


@dataclass(frozen=True)
class Fixity:
    """Size and digests of a part."""

    size: int
    sha256: str
    sha512: str
    sm3: str


def fixity(data: bytes) -> Fixity:
    """Return size and digests of a content."""
    sha256, sha512 = hashlib.sha256(data), hashlib.sha512(data)
    sm3 = hashlib.new("sm3", data)
    return Fixity(len(data), sha256.hexdigest(), sha512.hexdigest(), sm3.hexdigest())
