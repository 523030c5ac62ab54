"""The Merkle tree of a log: its hashes, its root, and the two proofs.

Basis: RFC 6962 section 2.1; RFC 9162 section 2.1.
"""

from collections.abc import Callable, Iterator, Sequence
from hashlib import sha256

SIZE = 32
"""Bytes of a hash."""
EMPTY = sha256().digest()
"""The root of a tree without leaves."""

Node = Callable[[int, int], bytes]
"""Gives, for `(level, index)`, the hash over the `2**level` leaves from `index << level` on."""


class Unproven(Exception):  # noqa: N818  # it is no error of the program: a proof proves nothing
    """A proof does not prove what it is said to."""


def leaf_hash(entry: bytes) -> bytes:
    """Return the hash of an entry."""
    return sha256(b"\0" + entry).digest()


def node_hash(left: bytes, right: bytes) -> bytes:
    """Return the hash over two subtrees."""
    return sha256(b"\1" + left + right).digest()


def of_leaves(hashes: Sequence[bytes]) -> Node:
    """Return the nodes over leaves that are all at hand."""

    def node(level: int, index: int) -> bytes:
        if level == 0:
            return hashes[index]
        return node_hash(node(level - 1, 2 * index), node(level - 1, 2 * index + 1))

    return node


def folded(hashes: Sequence[bytes]) -> bytes:
    """Return the hash over a complete subtree: a power of two of hashes, all at hand."""
    while len(hashes) > 1:
        pairs = zip(hashes[::2], hashes[1::2], strict=True)
        hashes = [sha256(b"\1" + left + right).digest() for left, right in pairs]
    return hashes[0]


def root(size: int, node: Node) -> bytes:
    """Return the root of the tree of the first `size` leaves."""
    return _over(0, size, node) if size else EMPTY


def inclusion_proof(index: int, size: int, node: Node) -> list[bytes]:
    """Return the proof that leaf `index` is in the tree of `size`. Raises IndexError."""
    if not 0 <= index < size:
        raise IndexError(index)
    return _path(index, 0, size, node)


def consistency_proof(first: int, size: int, node: Node) -> list[bytes]:
    """Return the proof that the tree of `first` begins the tree of `size`. Raises IndexError."""
    if not 0 <= first <= size:
        raise IndexError(first)
    return _joint(first, 0, size, node, whole=True) if first else []


def check_inclusion(
    leaf: bytes, index: int, size: int, proof: Sequence[bytes], root: bytes
) -> None:
    """See that the leaf with this hash is at `index` of the tree. Raises Unproven."""
    if not 0 <= index < size:
        raise Unproven
    found = leaf
    for other, left in _climb(index, size - 1, proof):
        found = node_hash(other, found) if left else node_hash(found, other)
    if found != root:
        raise Unproven


def check_consistency(
    first: int, size: int, proof: Sequence[bytes], first_root: bytes, root: bytes
) -> None:
    """See that the tree of `first` leaves begins the tree of `size`. Raises Unproven."""
    if not 0 <= first <= size:
        raise Unproven
    if first in (0, size):
        _check_seamless(first, size, proof, first_root, root)
        return
    at, last = first - 1, size - 1
    while at & 1:
        at, last = at >> 1, last >> 1
    # The tree of a power of two is a node of the greater one; its proof need not repeat it.
    path = [*proof] if at else [first_root, *proof]
    old = new = path[0] if path else b""
    for other, left in _climb(at, last, path[1:]):
        if left:
            old = node_hash(other, old)
        new = node_hash(other, new) if left else node_hash(new, other)
    if (old, new) != (first_root, root):
        raise Unproven


def _check_seamless(
    first: int, size: int, proof: Sequence[bytes], first_root: bytes, root: bytes
) -> None:
    """See that an empty tree, or the same tree, is what it must be. Raises Unproven."""
    if proof or first_root != (root if first else EMPTY) or (size == 0 and root != EMPTY):
        raise Unproven


def _climb(at: int, last: int, proof: Sequence[bytes]) -> Iterator[tuple[bytes, bool]]:
    """Yield each hash of a proof on the way up, and whether it stands to the left.

    Raises Unproven where the proof is longer or shorter than the way.
    """
    for other in proof:
        if last == 0 or len(other) != SIZE:
            raise Unproven
        left = at & 1 == 1 or at == last
        # On some levels the last node has no neighbour.
        while left and at and not at & 1:
            at, last = at >> 1, last >> 1
        at, last = at >> 1, last >> 1
        yield other, left
    if last:
        raise Unproven


def _split(count: int) -> int:
    """Return the greatest power of two below `count`."""
    return 1 << (count - 1).bit_length() - 1


def _over(start: int, end: int, node: Node) -> bytes:
    """Return the hash over the leaves from `start` up to `end`."""
    count = end - start
    if count & (count - 1) == 0:
        level = count.bit_length() - 1
        return node(level, start >> level)
    middle = start + _split(count)
    return node_hash(_over(start, middle, node), _over(middle, end, node))


def _path(index: int, start: int, end: int, node: Node) -> list[bytes]:
    if end - start == 1:
        return []
    middle = start + _split(end - start)
    if index < middle:
        return [*_path(index, start, middle, node), _over(middle, end, node)]
    return [*_path(index, middle, end, node), _over(start, middle, node)]


def _joint(first: int, start: int, end: int, node: Node, *, whole: bool) -> list[bytes]:
    """Return the nodes at the seam; `whole` says that the tree of `first` is known as it is."""
    if first == end:
        return [] if whole else [_over(start, end, node)]
    middle = start + _split(end - start)
    if first <= middle:
        return [*_joint(first, start, middle, node, whole=whole), _over(middle, end, node)]
    return [*_joint(first, middle, end, node, whole=False), _over(start, middle, node)]
