"""One file as the archive has it described."""

from collections.abc import Callable
from dataclasses import dataclass


@dataclass(frozen=True)
class File:
    """A file's description, and how to read it: `read` raises OSError where it is gone."""

    name: str
    title: str
    media_type: str
    size: int
    digest: str
    seq: int
    """The number of the act that handed it in."""
    position: int
    """Which of that act's files it is; the kept copy has none, 0."""
    read: Callable[[], bytes]
    is_copy: bool = False
    """Whether it is the copy that is kept for good: the dossier, a volume, or a supplement."""
    is_signed: bool = False
    """Whether it was signed when it was sealed."""
