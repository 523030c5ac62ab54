"""The tokens in SQLite: an FTS5 table that keeps nothing but which dossier has which token."""

from collections.abc import Iterable
from typing import Any

from django.db import connection
from django.db.backends.base.base import BaseDatabaseWrapper

from archive.models import SearchRow
from archive.search import facets
from archive.search.conditions import condition
from archive.search.query import Terms
from archive.search.row import tokens_of

TABLE = "archive_searchtokens"
ROWS = SearchRow._meta.db_table
CREATE = (
    f"CREATE VIRTUAL TABLE IF NOT EXISTS {TABLE}"
    " USING fts5(t, content='', columnsize=0, detail=none, tokenize='ascii')"
)
INSERT = f"INSERT INTO {TABLE}(rowid, t) VALUES (%s, %s)"
# Only exactly the old tokens take a dossier out of a table that keeps no text.
DELETE = f"INSERT INTO {TABLE}({TABLE}, rowid, t) VALUES ('delete', %s, %s)"
Candidates = list[tuple[int, bool]]


def install(using: BaseDatabaseWrapper) -> None:
    """Make the table where it is absent."""
    with using.cursor() as cursor:
        cursor.execute(CREATE)


def clear() -> None:
    """Begin the table anew."""
    with connection.cursor() as cursor:
        cursor.execute(f"DROP TABLE IF EXISTS {TABLE}")
        cursor.execute(CREATE)


def put(row: SearchRow, old: SearchRow | None) -> None:
    """Keep the tokens of a row in place of those of the row that it was."""
    with connection.cursor() as cursor:
        if old is not None:
            cursor.execute(DELETE, [old.pk, " ".join(sorted(tokens_of(old)))])
        cursor.execute(INSERT, [row.pk, " ".join(sorted(tokens_of(row)))])


def candidates(terms: Terms, below: int | None, limit: int) -> Candidates:
    """Return up to `limit` dossiers that have the tokens, the newest first, and whether they hold.

    FTS5 reads its lists from the newest on and stops by itself.
    """
    holds, asked = condition(terms, "instr", "char(10)")
    row = f"(SELECT {holds} FROM {ROWS} s WHERE s.dossier_id = f.rowid)"
    below_key, keys = (" AND f.rowid < %s", [below]) if below is not None else ("", [])
    sql = (
        f"SELECT f.rowid, {row if terms.checked else '1'} FROM {TABLE} f"
        f" WHERE {TABLE} MATCH %s{below_key} ORDER BY f.rowid DESC LIMIT %s"
    )
    found = _fetch(sql, [*(asked if terms.checked else []), matching(terms), *keys, limit])
    return [(key, bool(held)) for key, held in found]


def count(terms: Terms, limit: int = -1, *, of_sample: bool = False) -> int:
    """Return how many dossiers have the tokens, `limit` at most."""
    asked = matching(terms, (facets.SAMPLE,) if of_sample else ())
    sql = f"SELECT count(*) FROM (SELECT rowid FROM {TABLE} WHERE {TABLE} MATCH %s LIMIT %s)"
    return int(_fetch(sql, [asked, limit])[0][0])


def matching(terms: Terms, also: Iterable[str] = ()) -> str:
    """Return the tokens as FTS5 is asked for them."""
    groups = [f"({' OR '.join(map(_quoted, sorted(group)))})" for group in terms.some]
    return " AND ".join([*map(_quoted, sorted({*terms.every, *also})), *groups])


def _quoted(token: str) -> str:
    return f'"{token}"'


def _fetch(sql: str, parameters: list[Any]) -> list[Any]:
    with connection.cursor() as cursor:
        cursor.execute(sql, parameters)
        return list(cursor.fetchall())
