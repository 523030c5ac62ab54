"""The ledger as a transparency log: each row has one leaf, under signed checkpoints."""

import base64
import datetime as dt
import itertools
import threading
from pathlib import Path
from typing import Any

import pytest
from django.db import IntegrityError, connection, transaction
from django.utils import timezone

from archive.log import growing, keys, stored
from archive.log.checkpoint import Checkpoint
from archive.log.leaf import leaf
from archive.log.merkle import (
    Unproven,
    check_consistency,
    check_inclusion,
    consistency_proof,
    leaf_hash,
    of_leaves,
    root,
)
from archive.log.note import Note, VerifierKey
from archive.log.proving import prove
from archive.log.tiles import Tile
from archive.models import LedgerEntry, LogCheckpoint, LogLeaf, LogNode
from tests.behind import run, unguarded
from tests.story import Story

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("own_log_keys")]
AT = dt.datetime(2026, 3, 1, tzinfo=dt.UTC)  # invented


def written(count: int, first: int = 0) -> None:
    """Write so many refusals that opened no case."""
    LedgerEntry.objects.bulk_create(
        LedgerEntry(
            seq=0, act="propose", outcome="refused", at=AT, recorded_at=timezone.now(),
            hash=f"sha256:{number}", sm3=f"sm3:{number}",
        )
        for number in range(first, first + count)
    )  # fmt: skip


def leaves() -> list[bytes]:
    """Return the hashes of the leaves, made of the ledger anew, in the log's order."""
    rows = LogLeaf.objects.order_by("index").values_list("entry__hash", "entry__sm3")
    return [leaf_hash(leaf(*row)) for row in rows]


def signed() -> LogCheckpoint:
    """Take all rows into the log; return the checkpoint."""
    found = growing.checkpoint()
    assert found is not None
    return found


def test_every_row_of_every_case_and_every_refusal_has_one_leaf(told: Story) -> None:
    told.until("classify")
    Story().until("propose")
    written(2)
    size = signed().size
    assert size == LedgerEntry.objects.count() == LogLeaf.objects.count()
    assert not LedgerEntry.objects.filter(leaf=None).exists()


def test_a_checkpoint_is_the_signed_root_of_all_rows() -> None:
    written(5)
    checkpoint = signed()
    note = Note.parse(checkpoint.note)
    assert note.verified_by(keys.signer().verifier)
    assert note.verified_by(VerifierKey.parse(checkpoint.key))
    expected = root(5, of_leaves(leaves()))
    assert Checkpoint.parse(note.text) == Checkpoint("suyuan.localhost/log", 5, expected)
    assert (checkpoint.size, bytes(checkpoint.root)) == (5, expected)


def test_an_empty_ledger_has_no_checkpoint() -> None:
    assert growing.checkpoint() is None
    assert LogCheckpoint.objects.count() == 0


def test_where_nothing_is_new_nothing_is_signed() -> None:
    written(3)
    assert signed() == signed()
    assert LogCheckpoint.objects.count() == 1
    written(1, 3)
    assert signed().size == 4
    assert LogCheckpoint.objects.count() == 2


def test_the_tree_grows_by_what_is_new_and_each_checkpoint_begins_the_next() -> None:
    sizes = [1, 255, 256, 257, 300, 700]
    for before, size in zip([0, *sizes], sizes, strict=False):
        written(size - before, before)
        signed()
    hashes = leaves()
    node = of_leaves(hashes)
    checkpoints = list(LogCheckpoint.objects.all())
    assert [one.size for one in checkpoints] == sizes
    assert [bytes(one.root) for one in checkpoints] == [root(size, node) for size in sizes]
    for old, new in itertools.pairwise(checkpoints):
        proof = consistency_proof(old.size, new.size, stored.node_of(new.size))
        check_consistency(old.size, new.size, proof, bytes(old.root), bytes(new.root))
    assert list(LogNode.objects.values_list("level", "index")) == [(1, 0), (1, 1)]


def test_growing_and_proving_ask_for_no_more_in_a_long_log(
    told: Story, django_assert_max_num_queries: Any
) -> None:
    written(5000)
    signed()
    told.until("propose")
    with django_assert_max_num_queries(30):
        prove(told.known_case)


def test_a_row_that_becomes_visible_late_is_taken_in() -> None:
    # PostgreSQL gives a key out before the row is committed.
    written(3)
    late = LedgerEntry.objects.order_by("pk")[1]
    with unguarded():
        run("DELETE FROM archive_ledgerentry WHERE id = %s", late.pk)
    assert signed().size == 2
    late.save(force_insert=True)
    assert signed().size == 3
    assert LogLeaf.objects.get(index=2).entry == late


def test_rows_older_than_any_transaction_are_found_by_the_sweep_alone() -> None:
    written(3)
    late = LedgerEntry.objects.order_by("pk")[1]
    with unguarded():
        run("DELETE FROM archive_ledgerentry WHERE id = %s", late.pk)
    signed()
    with unguarded():
        LogCheckpoint.objects.update(at=timezone.now() - dt.timedelta(days=3))
    written(1, 3)
    signed()
    late.save(force_insert=True)
    assert signed().size == 3
    swept = growing.checkpoint(sweep=True)
    assert swept is not None
    assert swept.size == 4


def test_a_case_is_proven_to_anybody_with_the_key_alone(told: Story) -> None:
    told.until("classify")
    written(300)
    proof = prove(told.known_case).manifest()
    entry = LedgerEntry.objects.filter(case=told.case).last()
    assert entry is not None
    note = Note.parse(proof["checkpoint"])
    assert note.verified_by(VerifierKey.parse(proof["key"]))
    checkpoint = Checkpoint.parse(note.text)
    assert checkpoint.origin == proof["origin"]
    path = [base64.b64decode(one) for one in proof["proof"]]
    hashed = leaf_hash(leaf(entry.hash, entry.sm3))
    check_inclusion(hashed, proof["index"], checkpoint.size, path, checkpoint.root)
    assert prove(told.known_case).head == told.known_case.head == entry.hash


def test_a_case_whose_row_was_altered_is_not_proven(told: Story) -> None:
    told.until("propose")
    prove(told.known_case)
    with unguarded():
        run("UPDATE archive_ledgerentry SET hash = 'sha256:0', sm3 = 'sm3:0'")
    with pytest.raises(Unproven):
        prove(told.known_case)


@pytest.mark.parametrize("statement", [
    "UPDATE archive_logleaf SET entry_id = entry_id + 1",
    "DELETE FROM archive_logleaf",
    "UPDATE archive_lognode SET level = 2",
    "UPDATE archive_logcheckpoint SET note = ''",
    "DELETE FROM archive_logcheckpoint",
    "DELETE FROM archive_logcosignature",
])  # fmt: skip
def test_the_database_lets_nobody_alter_the_log(statement: str) -> None:
    written(300)
    checkpoint = signed()
    checkpoint.cosignatures.create(witness="w", line="— w AAAAAAAA", at=AT)  # invented
    with pytest.raises(IntegrityError, match="suyuan"), transaction.atomic():
        run(statement)


def test_the_database_lets_nobody_leave_a_gap_or_sign_another_size() -> None:
    written(3)
    signed()
    written(1, 3)
    entry = LedgerEntry.objects.get(leaf=None)
    with pytest.raises(IntegrityError, match="log_leaves_no_gap"), transaction.atomic():
        LogLeaf.objects.create(index=4, entry=entry, hash=b"")
    with pytest.raises(IntegrityError, match="checkpoint_covers_the_log"), transaction.atomic():
        LogCheckpoint.objects.create(size=2, root=b"", at=AT, reach=0)


def test_the_key_is_made_once_and_for_its_owner_alone(settings: Any) -> None:
    first = keys.signer()
    assert keys.signer() == first
    files = list((Path(settings.KEYS_DIR) / "log").iterdir())
    assert [file.name for file in files] == ["0001.key"]
    assert files[0].stat().st_mode & 0o777 == 0o600


def test_many_that_need_the_first_key_at_once_get_the_same() -> None:
    found: list[Any] = []
    threads = [threading.Thread(target=lambda: found.append(keys.signer())) for _ in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(found) == 8
    assert len(set(found)) == 1


def test_a_key_rotates_and_old_checkpoints_still_verify(settings: Any) -> None:
    written(1)
    old = signed()
    settings.LOG_ORIGIN = "another.example/log"
    new_key = keys.rotate().verifier
    written(1, 1)
    new = signed()
    assert [str(key) for key in keys.verifier_keys()] == [old.key, new.key]
    assert new.key == str(new_key) != old.key
    for checkpoint in (old, new):
        assert Note.parse(checkpoint.note).verified_by(VerifierKey.parse(checkpoint.key))
    assert not Note.parse(new.note).verified_by(VerifierKey.parse(old.key))
    # It is the same log, whatever the setting has become.
    assert Checkpoint.parse(Note.parse(new.note).text).origin == "suyuan.localhost/log"
    names = sorted(file.name for file in (Path(settings.KEYS_DIR) / "log").iterdir())
    assert names == ["0001.pub", "0002.key"]


def test_a_lost_hash_is_not_passed_over() -> None:
    written(256)
    signed()
    with unguarded():
        run("DELETE FROM archive_lognode")
    with pytest.raises(LookupError, match="tile/1/000"):
        stored.read(Tile(1, 0, 1))


@pytest.mark.django_db(transaction=True)
@pytest.mark.skipif(connection.vendor != "postgresql", reason="SQLite has one writer at a time")
def test_two_that_sign_at_once_take_turns(committed_district: None) -> None:
    written(600)
    threads = [threading.Thread(target=_sign_and_close) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert LogLeaf.objects.count() == 600
    assert LogCheckpoint.objects.count() == 1


def _sign_and_close() -> None:
    try:
        growing.checkpoint()
    finally:
        connection.close()
