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
    span = (tile.start, tile.start + tile.width - 1)
    leaves = LogLeaf.objects.filter(index__range=span)
    kept = LogNode.objects.filter(level=tile.level, index__range=span) if tile.level else leaves
    found = [bytes(one) for one in kept.order_by("index").values_list("hash", flat=True)]
    if len(found) != tile.width:
        raise LookupError(tile.path)
    return found


def node_of(size: int) -> Node:
    """Return the nodes of the tree of so many leaves."""
    return nodes(size, read)


def entries(tile: Tile) -> list[bytes]:
    """Return the entries of a bundle."""
    rows = LogLeaf.objects.filter(index__range=(tile.start, tile.start + tile.width - 1))
    return [leaf(*row) for row in rows.order_by("index").values_list("entry__hash", "entry__sm3")]


def published(checkpoint: LogCheckpoint) -> str:
    """Return a checkpoint's note, with the signatures of its witnesses."""
    lines = checkpoint.cosignatures.values_list("line", flat=True)
    return checkpoint.note + "".join(f"{line}\n" for line in lines)
