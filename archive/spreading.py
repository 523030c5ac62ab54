"""Checking a long log in several processes, each a part of it at a time."""

from collections.abc import Iterator
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import get_context

from django.db import connection

from archive.beginning import begin
from archive.walking import AT_ONCE, Break, of_log

PART = 2 * AT_ONCE
"""Rows that a process checks before it reports."""
WORTHWHILE = 250_000
"""Rows that take longer to check than another process takes to start, by far."""


def spread(size: int, processes: int) -> Iterator[Break]:
    """Yield what is wrong with the log, in its order.

    Other processes see only what is committed; a short log is checked in this one. They begin with
    the first part, while this one works from the last part back until they have taken all others.
    """
    if processes < 2 or size < WORTHWHILE:
        yield from of_log(0, size)
        return
    parts = [(start, min(start + PART, size)) for start in range(0, size, PART)]
    name = str(connection.settings_dict["NAME"])
    with ProcessPoolExecutor(processes - 1, get_context("spawn"), begin) as pool:
        taken = [pool.submit(_of_part, name, *part) for part in parts]
        own: list[Break] = []
        while taken and taken[-1].cancel():
            taken.pop()
            own = [*of_log(*parts[len(taken)]), *own]
        for part in taken:
            yield from part.result()
        yield from own


def _of_part(database: str, start: int, end: int) -> list[Break]:
    """Check a part in a process of its own, on the same database."""
    connection.settings_dict["NAME"] = database
    return list(of_log(start, end))
