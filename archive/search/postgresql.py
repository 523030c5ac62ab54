"""The tokens in PostgreSQL: whole numbers in an array with a GIN index, read window by window.

The index gives a list of dossiers only as a whole, and in no order. So each dossier has the tokens
of the windows of keys that it is in, and the newest windows are asked first.
"""

from collections.abc import Iterable
from typing import Any

from django.db import connection
from django.db.backends.base.base import BaseDatabaseWrapper

from archive.models import SearchRow
from archive.search import facets
from archive.search.conditions import condition
from archive.search.query import Terms
from archive.search.row import tokens_of
from archive.search.tokens import number, numbers

ROWS = SearchRow._meta.db_table
SHIFTS = {"b": 12, "c": 15, "d": 18}
"""The windows: of 4,096, of 32,768, of 262,144 keys."""
ENOUGH = 150
"""The hits expected in a window that is worth asking by itself."""
FEW = 5000
"""So many hits are read as a whole sooner than window by window."""
INSTALL = (
    f"ALTER TABLE {ROWS} ADD COLUMN IF NOT EXISTS tokens integer[]",
    f"ALTER TABLE {ROWS} ALTER COLUMN tokens SET STORAGE EXTERNAL",
    f"ALTER TABLE {ROWS} SET (toast_tuple_target = 256)",
    # A list of what is pending would be read with every question, and flushed by some unlucky act.
    (
        f"CREATE INDEX IF NOT EXISTS archive_searchtokens ON {ROWS}"
        " USING gin (tokens) WITH (fastupdate = off)"
    ),
)
Candidates = list[tuple[int, bool]]


def install(using: BaseDatabaseWrapper) -> None:
    """Add the column and its index where they are absent."""
    with using.cursor() as cursor:
        for statement in INSTALL:
            cursor.execute(statement)


def clear() -> None:
    """Take every token away."""
    with connection.cursor() as cursor:
        cursor.execute(f"UPDATE {ROWS} SET tokens = NULL")


def put(row: SearchRow, old: SearchRow | None) -> None:
    """Keep the tokens of a row, which is saved."""
    with connection.cursor() as cursor:
        sql = f"UPDATE {ROWS} SET tokens = %s WHERE dossier_id = %s"
        cursor.execute(sql, [array(row), row.pk])


def array(row: SearchRow) -> list[int]:
    """Return what the column of tokens holds for a row."""
    return numbers({*tokens_of(row), *(window(row.pk, kind) for kind in SHIFTS)})


def window(key: int, kind: str) -> str:
    """Return the token of the window of a kind in which a key lies."""
    return f"z{kind}w{key >> SHIFTS[kind]}"


def candidates(terms: Terms, below: int | None, limit: int) -> Candidates:
    """Return up to `limit` dossiers that have the tokens, the newest first, and whether they hold."""
    span = _span(terms, below)
    if span is None:
        return []
    oldest, newest = span
    for kind in ("b", "c"):
        found = _select(terms, below, limit, window(newest, kind))
        if len(found) >= limit:
            return found
    expected = facets.SHARE * count(terms, 100, of_sample=True)
    density = expected / (newest - oldest + 1)
    wide = [kind for kind, shift in SHIFTS.items() if density * (1 << shift) >= ENOUGH]
    if expected < FEW or not wide:
        return _select(terms, below, limit)
    return _through_windows(terms, below, limit, wide[0], span)


def _through_windows(
    terms: Terms, below: int | None, limit: int, kind: str, span: tuple[int, int]
) -> Candidates:
    """Ask one window after another, from the newest on, until there are enough."""
    found: Candidates = []
    last, first = (key >> SHIFTS[kind] for key in span)
    for n in range(first, last - 1, -1):
        found += _select(terms, below, limit - len(found), f"z{kind}w{n}")
        if len(found) >= limit:
            break
    return found


def _span(terms: Terms, below: int | None) -> tuple[int, int] | None:
    """Return the oldest and newest key that there can be; None where there is none."""
    where, asked = "TRUE", []
    if terms.years and terms.years[0] == terms.years[1]:
        where, asked = "year = %s", [terms.years[0]]
    sql = f"SELECT min(dossier_id), max(dossier_id) FROM {ROWS} WHERE {where}"
    oldest, newest = _fetch(sql, asked)[0]
    if newest is not None and below is not None:
        newest = min(newest, below - 1)
    return None if newest is None or newest < oldest else (oldest, newest)


def _select(terms: Terms, below: int | None, limit: int, token: str = "") -> Candidates:
    """Return the newest that have the tokens, within a window where its token is given."""
    holds, asked = condition(terms, "strpos", "E'\\n'")
    having, tokens = _having(terms, [token] if token else [])
    below_key, keys = (" AND s.dossier_id < %s", [below]) if below is not None else ("", [])
    # Without the + 0 the planner walks the primary key, for a rare word through the whole table.
    sql = (
        f"SELECT s.dossier_id, {holds} FROM {ROWS} s WHERE {having}{below_key}"
        " ORDER BY s.dossier_id + 0 DESC LIMIT %s"
    )
    return [(key, held) for key, held in _fetch(sql, [*asked, *tokens, *keys, limit])]


def count(terms: Terms, limit: int = -1, *, of_sample: bool = False) -> int:
    """Return how many dossiers have the tokens, `limit` at most."""
    having, tokens = _having(terms, [facets.SAMPLE] if of_sample else [])
    most = f" LIMIT {limit:d}" if limit >= 0 else ""
    sql = f"SELECT count(*) FROM (SELECT 1 FROM {ROWS} s WHERE {having}{most}) f"
    return int(_fetch(sql, tokens)[0][0])


def _having(terms: Terms, also: Iterable[str]) -> tuple[str, list[Any]]:
    """Return the condition that a row has the tokens, and its parameters."""
    some = [sorted(map(number, group)) for group in terms.some]
    sql = " AND ".join(["s.tokens @> %s::integer[]", *["s.tokens && %s::integer[]"] * len(some)])
    return sql, [numbers({*terms.every, *also}), *some]


def _fetch(sql: str, parameters: list[Any]) -> list[Any]:
    # The planner does not know what it costs to read the arrays of a whole table one by one.
    with connection.cursor() as cursor:
        cursor.execute(f"SELECT set_config('enable_seqscan', 'off', true); {sql}", parameters)
        cursor.nextset()
        return list(cursor.fetchall())
