"""The log as files that any web server could serve. Basis: C2SP tlog-tiles."""

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from archive.log.merkle import SIZE, Node, folded

HEIGHT = 8
WIDTH = 1 << HEIGHT
"""Hashes in a full tile."""
ENTRIES = -1
"""Stands for the level of a bundle of entries."""
HIGHEST = 63
NUMBER = "0|[1-9][0-9]*"
PATH = re.compile(
    rf"tile/(?:(?P<level>{NUMBER})|entries)/"
    rf"(?P<index>(?:x[0-9]{{3}}/)*[0-9]{{3}})(?:\.p/(?P<width>{NUMBER}))?",
    re.ASCII,
)


@dataclass(frozen=True)
class Tile:
    """Where some hashes of the tree are: a level, the how many-th tile of it, how many hashes."""

    level: int
    index: int
    width: int = WIDTH

    @classmethod
    def parse(cls, path: str) -> "Tile":
        """Read a path as it would be written, and no other way. Raises ValueError."""
        found = PATH.fullmatch(path)
        if found is None:
            raise ValueError(path)
        level, index, width = found["level"], found["index"], found["width"]
        tile = cls(
            ENTRIES if level is None else int(level),
            int(index.replace("x", "").replace("/", "")),
            WIDTH if width is None else int(width),
        )
        if tile.level > HIGHEST or not 0 < tile.width <= WIDTH or tile.path != path:
            raise ValueError(path)
        return tile

    @property
    def path(self) -> str:
        """Return its path in the log: `tile/0/x001/x234/067.p/8`."""
        level = "entries" if self.level == ENTRIES else str(self.level)
        last, rest = f"{self.index % 1000:03}", self.index // 1000
        while rest:
            last, rest = f"x{rest % 1000:03}/{last}", rest // 1000
        return f"tile/{level}/{last}" + ("" if self.width == WIDTH else f".p/{self.width}")

    @property
    def start(self) -> int:
        """Return the index of its first hash in its level."""
        return self.index << HEIGHT


def in_tree(size: int, level: int, index: int) -> Tile | None:
    """Return a tile as it is in a tree of so many leaves; None where it would be empty."""
    hashes = size >> HEIGHT * max(level, 0)
    width = min(WIDTH, hashes - (index << HEIGHT))
    return Tile(level, index, width) if width > 0 else None


def of_tree(size: int) -> Iterator[Tile]:
    """Yield every tile of hashes of a tree, the lowest level first."""
    level = 0
    while size >> HEIGHT * level:
        index = 0
        while tile := in_tree(size, level, index):
            yield tile
            index += 1
        level += 1


def nodes(size: int, read: Callable[[Tile], Sequence[bytes]]) -> Node:
    """Return the nodes of a tree of so many leaves, whose tiles `read` gives.

    Each tile is read once for a proof; a few are kept, so that memory does not grow.
    """
    kept = lru_cache(maxsize=64)(read)

    def node(level: int, index: int) -> bytes:
        high, low = divmod(level, HEIGHT)
        first = index << low
        tile = in_tree(size, high, first >> HEIGHT)
        at, end = first % WIDTH, first % WIDTH + (1 << low)
        if tile is None or end > tile.width:
            raise IndexError(level, index)
        return folded(kept(tile)[at:end])

    return node


def hashes(data: bytes, tile: Tile) -> list[bytes]:
    """Read the hashes of a tile. Raises ValueError where there are more or fewer."""
    if len(data) != SIZE * tile.width:
        raise ValueError(tile.path)
    return [data[at : at + SIZE] for at in range(0, len(data), SIZE)]


def bundle(entries: Iterable[bytes]) -> bytes:
    """Return entries one after another, each with its length before it. Raises OverflowError."""
    return b"".join(len(entry).to_bytes(2) + entry for entry in entries)


def entries(data: bytes) -> Iterator[bytes]:
    """Yield the entries of a bundle. Raises ValueError where it ends within one."""
    while data:
        end = 2 + int.from_bytes(data[:2])
        if not 2 <= end <= len(data):
            raise ValueError(end)
        yield data[2:end]
        data = data[end:]
