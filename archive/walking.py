"""Checking every row of the ledger, and its place in the log, without holding the ledger.

Rows are read in the order of the log, some thousands at once: each must follow the row before it
in its case's chain, have the digests of its content, and be what its leaf says. What the quick
way does not find sound, `faults` judges.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from hashlib import new, sha256
from typing import Any

from django.db import connection
from psycopg import Cursor

from archive.canon import body, trimming
from archive.ledger import faults
from archive.log.merkle import folded, leaf_hash
from archive.log.tiles import WIDTH
from archive.models import LedgerEntry, LogLeaf, LogNode
from decisions.models import Case

AT_ONCE = 16 * WIDTH
"""Rows read together: whole tiles, so that each can be folded as it goes by."""
LEDGER, LEAF = LedgerEntry._meta.db_table, LogLeaf._meta.db_table
BEFORE = f"SELECT p.hash FROM {LEDGER} p WHERE p.case_id = e.case_id AND p.seq = e.seq - 1 LIMIT 1"
FOLLOWS = f"e.previous_hash = CASE WHEN e.case_id IS NULL OR e.seq = 1 THEN '' ELSE ({BEFORE}) END"
SM3 = new("sm3")


@dataclass(frozen=True)
class Break:
    """What is not as it was: a row, or a place of the log, or both."""

    what: str
    case: int | None = None
    seq: int | None = None
    index: int | None = None


def of_case(case: Case | None) -> Iterator[Break]:
    """Yield what is wrong with the rows of one case, or with the refusals without a case."""
    where = f"e.case_id = {int(case.pk)}" if case else "e.case_id IS NULL"
    yield from _rows(f"{where} ORDER BY e.seq, e.id")


def of_unlogged() -> Iterator[Break]:
    """Yield what is wrong with the rows that are not in the log yet."""
    yield from _rows("g.entry_id IS NULL ORDER BY e.id")


def of_log(start: int, end: int) -> Iterator[Break]:
    """Yield what is wrong with the rows, the leaves and the full tiles of a part of the log.

    `start` begins a tile.
    """
    for at in range(start, end, AT_ONCE):
        yield from _some(at, min(at + AT_ONCE, end))


def _select() -> str:
    written = body(connection.vendor, "e")
    return f"""SELECT e.id, e.hash || ' ' || e.sm3, {written}, {FOLLOWS}, g."index", g.hash"""


def _rows(where: str) -> Iterator[Break]:
    """Yield what is wrong with some rows, in the order of their chain, and with their leaves."""
    trim = trimming(connection.vendor)
    with connection.chunked_cursor() as cursor:
        joined = f"{LEDGER} e LEFT JOIN {LEAF} g ON g.entry_id = e.id"
        cursor.execute(f"{_select()} FROM {joined} WHERE {where}")
        while rows := cursor.fetchmany(1000):
            for pk, said, written, follows, index, kept in rows:
                if not (follows and _sound(said, trim(written))):
                    yield from _judged(pk)
                if kept is not None and kept != leaf_hash(said.encode()):
                    yield _leaf(pk, index)


def _some(start: int, end: int) -> Iterator[Break]:
    """Yield what is wrong with some rows in the order of the log, and with its tiles."""
    rows, trim = _read(start, end), trimming(connection.vendor)
    if [row[-2] for row in rows] != list(range(start, end)):
        yield Break("gap", index=start)
    hashes = []
    for pk, said, written, follows, index, kept in rows:
        if pk is None:
            yield Break("row", index=index)
            continue
        if not (follows and _sound(said, trim(written))):
            yield from _judged(pk)
        hashes.append(hashed := leaf_hash(said.encode()))
        if kept != hashed:
            yield _leaf(pk, index)
    if len(hashes) == end - start:
        yield from _tiles(start, hashes)


def _read(start: int, end: int) -> list[Any]:
    joined = f"{LEAF} g LEFT JOIN {LEDGER} e ON e.id = g.entry_id"
    span = f'g."index" >= {start} AND g."index" < {end}'
    return _fetched(f'{_select()} FROM {joined} WHERE {span} ORDER BY g."index"')


def _fetched(statement: str) -> list[Any]:
    """Return all rows; PostgreSQL sends them in binary only to a cursor that is not Django's."""
    rows: list[Any]
    with connection.cursor() as cursor:
        if connection.vendor == "sqlite":
            cursor.execute(statement)
            rows = cursor.fetchall()
        else:
            binary = Cursor(connection.connection)
            rows = binary.execute(statement.encode(), binary=True).fetchall()
    return rows


def _sound(said: str, data: bytes) -> bool:
    """Say whether a row has the digests of its content; rows of before have one only."""
    national = SM3.copy()
    national.update(data)
    found = f"sha256:{sha256(data).hexdigest()} sm3:{national.hexdigest()}"
    return said == found or said == found[: found.index(" ") + 1]


def _tiles(start: int, hashes: list[bytes]) -> Iterator[Break]:
    """Yield each full tile whose hash is not the one kept."""
    first, count = start // WIDTH, len(hashes) // WIDTH
    nodes = LogNode.objects.filter(level=1, index__range=(first, first + count - 1))
    kept = {index: bytes(hash_) for index, hash_ in nodes.values_list("index", "hash")}
    for tile in range(count):
        if kept.get(first + tile) != folded(hashes[tile * WIDTH : (tile + 1) * WIDTH]):
            yield Break("tile", index=start + tile * WIDTH)


def _leaf(pk: int, index: int) -> Break:
    entry = LedgerEntry.objects.get(pk=pk)
    return Break("leaf", entry.case_id, entry.seq, index)


def _judged(pk: int) -> Iterator[Break]:
    """Yield what is wrong with a row, by the plain way."""
    entry = LedgerEntry.objects.get(pk=pk)
    before = LedgerEntry.objects.filter(case=entry.case_id, seq__lt=entry.seq).order_by("seq")
    previous = before.last() if entry.case_id else None
    for what in faults(entry, previous):
        yield Break(what, entry.case_id, entry.seq)
