"""Taking ledger rows into the log, and signing a checkpoint that covers them.

Both happen in one transaction: a row is in the log exactly when a signed checkpoint covers it.
"""

import datetime as dt
from collections.abc import Iterator

from django.db import connection, transaction
from django.db.models import Max
from django.utils import timezone

from archive.log import keys, stored
from archive.log.checkpoint import Checkpoint
from archive.log.leaf import leaf
from archive.log.merkle import folded, leaf_hash, root
from archive.log.signer import SignerKey, sign
from archive.log.tiles import HEIGHT, Tile
from archive.models import LedgerEntry, LogCheckpoint, LogLeaf, LogNode

AT_ONCE = 5000
"""Rows taken in together."""
LONGEST = dt.timedelta(days=1)
"""No transaction lasts longer: a row is seen at the latest so long after its key was given out."""


def checkpoint(*, sweep: bool = False) -> LogCheckpoint | None:
    """Take in every row that is new and sign; return the newest checkpoint.

    Where nothing is new nothing is signed; None while the ledger is empty. PostgreSQL may show a
    row after others of greater keys: so far back as a transaction can last we look for such, or
    at all rows with `sweep`. Raises Malformed or OSError where the key cannot be read.
    """
    key = keys.signer()
    with transaction.atomic():
        _alone()
        last = stored.last()
        size = before = last.size if last else 0
        for rows in _new(0 if sweep else _certain(last)):
            _add(size, rows)
            size += len(rows)
        if size == before:
            return last
        _complete(before, size)
        return _signed(size, key)


def _alone() -> None:
    """Let nobody else add; on SQLite the transaction itself does."""
    if connection.vendor == "postgresql":
        with connection.cursor() as cursor:
            cursor.execute(f"LOCK TABLE {LogLeaf._meta.db_table} IN EXCLUSIVE MODE")


def _certain(last: LogCheckpoint | None) -> int:
    """Return the key up to which every row that will ever be there is in the log."""
    if last is None:
        return 0
    # The last checkpoint missed only what was under way then, and so younger than this one.
    old = LogCheckpoint.objects.filter(at__lte=last.at - LONGEST).last()
    return old.reach if old else 0


def _new(after: int) -> Iterator[list[tuple[int, str, str]]]:
    """Yield key and digests of the rows that are not in the log, some at once."""
    while True:
        unlogged = LedgerEntry.objects.filter(leaf=None, pk__gt=after).order_by("pk")
        rows = list(unlogged.values_list("pk", "hash", "sm3")[:AT_ONCE])
        if not rows:
            return
        yield rows
        after = rows[-1][0]


def _add(size: int, rows: list[tuple[int, str, str]]) -> None:
    LogLeaf.objects.bulk_create(
        [
            LogLeaf(index=index, entry_id=pk, hash=leaf_hash(leaf(hash_, sm3)))
            for index, (pk, hash_, sm3) in enumerate(rows, size)
        ],
        batch_size=1000,
    )


def _complete(before: int, size: int) -> None:
    """Keep the hash over each tile that has become full, level by level."""
    level = 1
    while size >> HEIGHT * level:
        full = range(before >> HEIGHT * level, size >> HEIGHT * level)
        LogNode.objects.bulk_create(
            [
                LogNode(level=level, index=n, hash=folded(stored.read(Tile(level - 1, n))))
                for n in full
            ],
            batch_size=1000,
        )
        level += 1


def _signed(size: int, key: SignerKey) -> LogCheckpoint:
    top = root(size, stored.node_of(size))
    reach = LogLeaf.objects.aggregate(Max("entry_id"))["entry_id__max"]
    return LogCheckpoint.objects.create(
        size=size,
        root=top,
        at=timezone.now(),
        key=str(key.verifier),
        note=str(sign(str(Checkpoint(key.name, size, top)), key)),
        reach=reach,
    )
