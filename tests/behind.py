"""Going behind Django's back, as somebody with the database's password would."""

from collections.abc import Iterator
from contextlib import contextmanager

from django.db import connection

from archive import triggers


@contextmanager
def unguarded() -> Iterator[None]:
    """Take the database's refusals off, and put them on again."""
    triggers.remove(connection)
    try:
        yield
    finally:
        triggers.install(connection)


def run(sql: str, *values: str | int | None) -> None:
    """Run a statement."""
    with connection.cursor() as cursor:
        cursor.execute(sql, values)
