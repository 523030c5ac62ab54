"""The Merkle tree against a plain one, and proofs of all sizes, true and false."""

from collections.abc import Sequence
from hashlib import sha256

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from archive.log.merkle import (
    EMPTY,
    Unproven,
    check_consistency,
    check_inclusion,
    consistency_proof,
    inclusion_proof,
    leaf_hash,
    of_leaves,
    root,
)

SIZES = range(34)
ENTRIES = [f"entry {number}".encode() for number in range(70)]  # invented
LEAVES = [leaf_hash(entry) for entry in ENTRIES]
NODE = of_leaves(LEAVES)


def mth(entries: Sequence[bytes]) -> bytes:
    """Return the root as RFC 6962 section 2.1 writes it."""
    if not entries:
        return sha256(b"").digest()
    if len(entries) == 1:
        return sha256(b"\0" + entries[0]).digest()
    k = _k(len(entries))
    return sha256(b"\1" + mth(entries[:k]) + mth(entries[k:])).digest()


def path(m: int, entries: Sequence[bytes]) -> list[bytes]:
    """Return the audit path as RFC 6962 section 2.1.1 writes it."""
    if len(entries) == 1:
        return []
    k = _k(len(entries))
    if m < k:
        return [*path(m, entries[:k]), mth(entries[k:])]
    return [*path(m - k, entries[k:]), mth(entries[:k])]


def subproof(m: int, entries: Sequence[bytes], b: bool) -> list[bytes]:
    """Return the consistency proof as RFC 6962 section 2.1.2 writes it."""
    if m == len(entries):
        return [] if b else [mth(entries)]
    k = _k(len(entries))
    if m <= k:
        return [*subproof(m, entries[:k], b), mth(entries[k:])]
    return [*subproof(m - k, entries[k:], False), mth(entries[:k])]


def _k(n: int) -> int:
    k = 1
    while k * 2 < n:
        k *= 2
    return k


def refused(check: object, *arguments: object) -> bool:
    """Say whether a check refuses what it is given."""
    with pytest.raises(Unproven):
        check(*arguments)  # type: ignore[operator]  # one of the two checks
    return True


def bent(proof: Sequence[bytes]) -> list[list[bytes]]:
    """Return the proof with each of its bytes altered, and in other ways."""
    found = [
        [*proof[:at], one[:n] + bytes([one[n] ^ 1]) + one[n + 1 :], *proof[at + 1 :]]
        for at, one in enumerate(proof)
        for n in range(len(one))
    ]
    found += [[*proof[:at], *proof[at + 1 :]] for at in range(len(proof))]
    found += [[*proof, EMPTY], [EMPTY, *proof]]
    found += [[one[:-1] for one in proof], [one + b"\0" for one in proof]] if proof else []
    swapped = [*reversed(proof)]
    return found + ([swapped] if swapped != list(proof) else [])


REFERENCE = [bytes.fromhex(text) for text in (
    "", "00", "10", "2021", "3031", "40414243", "5051525354555657",
    "606162636465666768696a6b6c6d6e6f",
)]  # fmt: skip
"""The entries of the tree by which implementations of RFC 6962 are compared."""
ROOTS = (
    "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855",
    "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d",
    "fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125",
    "aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77",
    "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
    "4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4",
    "76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef",
    "ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c",
    "5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328",
)


@pytest.mark.parametrize("size", range(len(ROOTS)))
def test_the_roots_are_those_that_everybody_has(size: int) -> None:
    node = of_leaves([leaf_hash(entry) for entry in REFERENCE])
    assert root(size, node).hex() == ROOTS[size]


def test_an_empty_tree_and_an_empty_entry_have_the_hashes_of_the_law() -> None:
    assert EMPTY.hex() == ROOTS[0]
    assert leaf_hash(b"").hex() == ROOTS[1]


@pytest.mark.parametrize("size", SIZES)
def test_roots_and_proofs_are_those_of_the_rfc(size: int) -> None:
    assert root(size, NODE) == mth(ENTRIES[:size])
    for index in range(size):
        assert inclusion_proof(index, size, NODE) == path(index, ENTRIES[:size])
    for first in range(1, size + 1):
        assert consistency_proof(first, size, NODE) == subproof(first, ENTRIES[:size], True)


@pytest.mark.parametrize("size", SIZES)
def test_every_true_proof_holds_and_in_no_other_place(size: int) -> None:
    whole = root(size, NODE)
    for index in range(size):
        proof = inclusion_proof(index, size, NODE)
        check_inclusion(LEAVES[index], index, size, proof, whole)
        for other in {*range(size + 2)} - {index}:
            assert refused(check_inclusion, LEAVES[index], other, size, proof, whole)
        assert refused(check_inclusion, LEAVES[-1], index, size, proof, whole)
        assert refused(check_inclusion, LEAVES[index], index, size, proof, EMPTY)
        assert refused(check_inclusion, LEAVES[index], -1, size, proof, whole)


@pytest.mark.parametrize("size", SIZES)
def test_every_tree_begins_every_greater_one_and_none_that_is_smaller(size: int) -> None:
    whole = root(size, NODE)
    for first in range(size + 1):
        old, proof = root(first, NODE), consistency_proof(first, size, NODE)
        check_consistency(first, size, proof, old, whole)
        if first < size:
            assert refused(check_consistency, size, first, proof, whole, old)
            assert refused(check_consistency, first, size, proof, LEAVES[-1], whole)
        if first:
            assert refused(check_consistency, first, size, proof, old, LEAVES[-1])
        assert refused(check_consistency, -1, size, proof, old, whole)


def test_the_same_tree_needs_no_proof_and_takes_none() -> None:
    whole = root(7, NODE)
    check_consistency(7, 7, [], whole, whole)
    check_consistency(0, 0, [], EMPTY, EMPTY)
    check_consistency(0, 7, [], EMPTY, whole)
    assert refused(check_consistency, 7, 7, [EMPTY], whole, whole)
    assert refused(check_consistency, 0, 0, [], whole, whole)
    assert refused(check_consistency, 0, 0, [], EMPTY, whole)
    assert refused(check_consistency, 0, 7, [], whole, whole)
    assert refused(check_consistency, 0, 7, [EMPTY], EMPTY, whole)


@pytest.mark.parametrize("size", [1, 2, 3, 5, 7, 8, 13, 32])
def test_no_bent_proof_of_inclusion_holds(size: int) -> None:
    for index in {0, size // 2, size - 1}:
        proof = inclusion_proof(index, size, NODE)
        for false in bent(proof):
            assert refused(check_inclusion, LEAVES[index], index, size, false, root(size, NODE))


@pytest.mark.parametrize("size", [2, 3, 5, 7, 8, 13, 32])
def test_no_bent_proof_of_consistency_holds(size: int) -> None:
    for first in {1, size // 2, size - 1}:
        proof = consistency_proof(first, size, NODE)
        for false in bent(proof):
            assert refused(
                check_consistency, first, size, false, root(first, NODE), root(size, NODE)
            )


def test_a_fork_is_not_consistent_whatever_it_proves() -> None:
    forked = of_leaves([*LEAVES[:4], leaf_hash(b"another"), *LEAVES[5:]])
    for size in range(6, 20):
        proof = consistency_proof(5, size, forked)
        assert refused(check_consistency, 5, size, proof, root(5, NODE), root(size, forked))


@pytest.mark.parametrize(("index", "size"), [(0, 0), (3, 3), (-1, 3)])
def test_no_proof_is_made_of_what_is_not_there(index: int, size: int) -> None:
    with pytest.raises(IndexError):
        inclusion_proof(index, size, NODE)
    with pytest.raises(IndexError):
        consistency_proof(size + 1 if index >= 0 else index, size, NODE)


@settings(max_examples=60, deadline=None)
@given(st.data())
def test_a_proof_asks_for_few_nodes(data: st.DataObject) -> None:
    size = data.draw(st.integers(1, 10**12))
    index = data.draw(st.integers(0, size - 1))
    asked = []

    def node(level: int, at: int) -> bytes:
        asked.append((level, at))
        assert (at + 1) << level <= size
        return sha256(b"%d %d" % (level, at)).digest()

    inclusion_proof(index, size, node)
    consistency_proof(index, size, node)
    assert len(asked) <= 4 * size.bit_length()
