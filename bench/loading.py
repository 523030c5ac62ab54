"""Rows of the index brought in as fast as the database takes them."""

from collections.abc import Iterable, Iterator
from itertools import islice
from typing import Any

from django.db import connection

from archive.models import SearchRow
from archive.search import postgresql, sqlite
from archive.search.row import tokens_of

FIELDS = SearchRow._meta.concrete_fields
NAMES = ", ".join(str(field.column) for field in FIELDS)
AT_ONCE = 1000


def load(rows: Iterable[SearchRow]) -> None:
    """Bring in rows, and the tokens that find them."""
    {"sqlite": _into_sqlite, "postgresql": _into_postgresql}[connection.vendor](iter(rows))


def _values(row: SearchRow) -> list[Any]:
    return [field.get_db_prep_save(getattr(row, field.attname), connection) for field in FIELDS]


def _into_sqlite(rows: Iterator[SearchRow]) -> None:
    places = ", ".join(["%s"] * len(FIELDS))
    with connection.cursor() as cursor:
        cursor.execute("PRAGMA synchronous=OFF")
        while some := list(islice(rows, AT_ONCE)):
            tokens = [(row.pk, " ".join(sorted(tokens_of(row)))) for row in some]
            cursor.execute("BEGIN")
            sql = f"INSERT INTO {sqlite.ROWS} ({NAMES}) VALUES ({places})"
            cursor.executemany(sql, [_values(row) for row in some])
            cursor.executemany(sqlite.INSERT, tokens)
            cursor.execute("COMMIT")
        cursor.execute(f"INSERT INTO {sqlite.TABLE}({sqlite.TABLE}) VALUES ('optimize')")
        cursor.execute("PRAGMA synchronous=NORMAL")
        cursor.execute("ANALYZE")


def _into_postgresql(rows: Iterator[SearchRow]) -> None:
    with connection.cursor() as cursor:
        cursor.execute("DROP INDEX archive_searchtokens")
        with cursor.copy(f"COPY {postgresql.ROWS} ({NAMES}, tokens) FROM STDIN") as copy:
            for row in rows:
                copy.write_row([*_values(row), postgresql.array(row)])
        cursor.execute("SET maintenance_work_mem = '512MB'")
        postgresql.install(connection)
        cursor.execute(f"VACUUM ANALYZE {postgresql.ROWS}")
