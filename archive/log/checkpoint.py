"""A checkpoint: how large a log is and what its root is. Basis: C2SP tlog-checkpoint."""

from base64 import b64encode
from dataclasses import dataclass

from archive.log.merkle import SIZE
from archive.log.note import Malformed, unbase64

LARGEST = 2**63 - 1


@dataclass(frozen=True)
class Checkpoint:
    """The text that a log signs: origin, size, root, and lines that others may add a meaning to."""

    origin: str
    size: int
    root: bytes
    extensions: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        """Refuse what would read otherwise than it was meant. Raises Malformed."""
        lines = (self.origin, *self.extensions)
        if any(not line or any(sign < " " for sign in line) for line in lines):
            raise Malformed
        if not 0 <= self.size <= LARGEST or len(self.root) != SIZE:
            raise Malformed

    @classmethod
    def parse(cls, text: str) -> "Checkpoint":
        """Read the text of a note. Raises Malformed."""
        if not text.endswith("\n"):
            raise Malformed
        origin, size, root, *extensions = [*text[:-1].split("\n"), "", ""][: _lines(text)]
        return cls(origin, _number(size), unbase64(root), tuple(extensions))

    def __str__(self) -> str:
        """Return the text, byte for byte."""
        lines = (self.origin, str(self.size), b64encode(self.root).decode(), *self.extensions)
        return "".join(f"{line}\n" for line in lines)


def _lines(text: str) -> int:
    if (found := text.count("\n")) < 3:
        raise Malformed
    return found


def _number(text: str) -> int:
    """Read a decimal as it would be written, and no other way."""
    if not (text.isascii() and text.isdigit() and len(text) < 20) or str(int(text)) != text:
        raise Malformed
    return int(text)
