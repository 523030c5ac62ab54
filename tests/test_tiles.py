"""Tiles: their paths, their sizes, and the tree that they hold."""

from collections.abc import Sequence
from hashlib import sha256

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from archive.log.leaf import leaf
from archive.log.merkle import folded, leaf_hash, of_leaves, root
from archive.log.tiles import (
    ENTRIES,
    WIDTH,
    Tile,
    bundle,
    entries,
    hashes,
    in_tree,
    nodes,
    of_tree,
)


@pytest.mark.parametrize(("tile", "path"), [
    (Tile(0, 0), "tile/0/000"),
    (Tile(0, 999), "tile/0/999"),
    (Tile(0, 1000), "tile/0/x001/000"),
    (Tile(0, 1_234_067), "tile/0/x001/x234/067"),
    (Tile(63, 5, 1), "tile/63/005.p/1"),
    (Tile(ENTRIES, 1_234_067, 8), "tile/entries/x001/x234/067.p/8"),
    (Tile(1, 0, 255), "tile/1/000.p/255"),
])  # fmt: skip
def test_a_tile_has_the_path_of_the_specification(tile: Tile, path: str) -> None:
    assert tile.path == path
    assert Tile.parse(path) == tile


@pytest.mark.parametrize("false", [
    "", "tile/0/", "tile/0/0", "tile/0/0000", "tile/00/000", "tile/64/000", "tile/-1/000",
    "tile/0/x000/001", "tile/0/001/234", "tile/0/x001", "tile/0/000.p/0", "tile/0/000.p/256",
    "tile/0/000.p/08", "tile/0/000.p", "tile/0/000.p/", "tile/0/000/", "/tile/0/000",
    "tile/entry/000", "tile/0/０００", "tile/0/x１23/000", "tile/0/../000", "tile/0/000\n",
    "tile//000", "tile/0/000.p/1/", "tile/0/X001/000", "tile/entries/x000/x001/000",
])  # fmt: skip
def test_what_is_no_path_of_a_tile_is_refused(false: str) -> None:
    with pytest.raises(ValueError, match=r".*"):
        Tile.parse(false)


@given(st.integers(-1, 63), st.integers(0, 10**12), st.integers(1, 256))
def test_every_path_reads_back(level: int, index: int, width: int) -> None:
    tile = Tile(level, index, width)
    assert Tile.parse(tile.path) == tile


def shape(size: int) -> dict[int, list[int]]:
    """Return the widths of a tree's tiles by level."""
    found: dict[int, list[int]] = {}
    for tile in of_tree(size):
        found.setdefault(tile.level, []).append(tile.width)
    return found


def test_trees_have_the_tiles_of_the_specification() -> None:
    assert shape(0) == {}
    assert shape(1) == {0: [1]}
    assert shape(256) == {0: [256], 1: [1]}
    assert shape(257) == {0: [256, 1], 1: [1]}
    assert shape(70_000) == {0: [256] * 273 + [112], 1: [256, 17], 2: [1]}


def test_there_is_no_empty_tile() -> None:
    assert in_tree(256, 0, 1) is None
    assert in_tree(255, 1, 0) is None
    assert in_tree(256, ENTRIES, 1) is None
    assert in_tree(300, ENTRIES, 1) == Tile(ENTRIES, 1, 44)


LEAVES = [sha256(b"%d" % number).digest() for number in range(70_000)]


def served(tile: Tile) -> Sequence[bytes]:
    """Return the hashes of a tile of the tree of all leaves."""
    span = WIDTH**tile.level
    first = tile.start
    return [folded(LEAVES[n * span : (n + 1) * span]) for n in range(first, first + tile.width)]


@pytest.mark.parametrize("size", [1, 2, 255, 256, 257, 511, 512, 513, 3000, 65_536, 70_000])
def test_the_tiles_hold_the_tree(size: int) -> None:
    read: list[Tile] = []

    def reading(tile: Tile) -> Sequence[bytes]:
        read.append(tile)
        return served(tile)

    whole = root(size, of_leaves(LEAVES))
    assert root(size, nodes(size, reading)) == whole
    assert len(read) <= 4


def test_nothing_outside_the_tree_is_asked_for() -> None:
    node = nodes(300, served)
    for level, index in [(0, 300), (8, 1), (9, 0), (20, 0)]:
        with pytest.raises(IndexError):
            node(level, index)


def test_hashes_of_a_tile_are_counted() -> None:
    data = b"".join(LEAVES[:3])
    assert hashes(data, Tile(0, 0, 3)) == LEAVES[:3]
    for false in (data[:-1], data + b"0", b""):
        with pytest.raises(ValueError, match="tile/0/000"):
            hashes(false, Tile(0, 0, 3))


@settings(deadline=None)
@given(st.lists(st.binary(max_size=300)))
def test_a_bundle_gives_back_its_entries(some: list[bytes]) -> None:
    assert list(entries(bundle(some))) == some


def test_a_bundle_has_big_endian_lengths_and_no_entry_too_long() -> None:
    assert bundle([b"abc", b""]) == b"\x00\x03abc\x00\x00"
    assert len(bundle([b"0" * 65_535])) == 65_537
    with pytest.raises(OverflowError):
        bundle([b"0" * 65_536])


@pytest.mark.parametrize("cut", range(1, 5))
def test_a_bundle_that_ends_within_an_entry_is_refused(cut: int) -> None:
    with pytest.raises(ValueError, match=r".*"):
        list(entries(bundle([b"abc"])[:cut]))


def test_the_entry_of_a_row_is_its_two_digests() -> None:
    assert leaf("sha256:00", "sm3:11") == b"sha256:00 sm3:11"
    assert leaf("sha256:00", "") == b"sha256:00 "
    assert leaf_hash(leaf("sha256:00", "sm3:11")) != leaf_hash(leaf("sha256:00", ""))
    with pytest.raises(UnicodeEncodeError):
        leaf("摘要", "")
