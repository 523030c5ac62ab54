"""The log as the database keeps it: hashes of tiles, entries, and published checkpoints."""

from archive.log.leaf import leaf
from archive.log.merkle import Node
from archive.log.tiles import Tile, nodes
from archive.models import LogCheckpoint, LogLeaf, LogNode


def last() -> LogCheckpoint | None:
    """Return the newest checkpoint."""
    return LogCheckpoint.objects.last()


def read(tile: Tile) -> list[bytes]:
    """Return the hashes of a tile. Raises LookupError where one is missing."""
    kept = LogNode.objects.filter(level=tile.level) if tile.level else LogLeaf.objects.all()
    found = kept.filter(index__range=_span(tile)).order_by("index")
    return _whole(tile, [bytes(one) for one in found.values_list("hash", flat=True)])


def node_of(size: int) -> Node:
    """Return the nodes of the tree of so many leaves."""
    return nodes(size, read)


def entries(tile: Tile) -> list[bytes]:
    """Return the entries of a bundle. Raises LookupError where one is missing."""
    rows = LogLeaf.objects.filter(index__range=_span(tile)).order_by("index")
    found = rows.values_list("entry__hash", "entry__sm3")
    return _whole(tile, [leaf(*digests) for digests in found])


def published(checkpoint: LogCheckpoint) -> str:
    """Return a checkpoint's note, with the signatures of its witnesses."""
    lines = checkpoint.cosignatures.values_list("line", flat=True)
    return checkpoint.note + "".join(f"{line}\n" for line in lines)


def _span(tile: Tile) -> tuple[int, int]:
    return tile.start, tile.start + tile.width - 1


def _whole(tile: Tile, found: list[bytes]) -> list[bytes]:
    if len(found) != tile.width:
        raise LookupError(tile.path)
    return found
