"""Checking a long log in several processes, each a part of it at a time."""

from collections.abc import Iterator
from concurrent.futures import ProcessPoolExecutor
from itertools import repeat
from multiprocessing import get_context

import django
from django.db import connection

from archive.walking import AT_ONCE, Break, of_log

PART = 8 * AT_ONCE
"""Rows that a process checks before it reports."""


def spread(size: int, processes: int) -> Iterator[Break]:
    """Yield what is wrong with the log, in its order.

    Other processes see only what is committed; a short log is checked in this one.
    """
    parts = [(start, min(start + PART, size)) for start in range(0, size, PART)]
    if processes < 2 or len(parts) < 2 * processes:
        yield from of_log(0, size)
        return
    name = str(connection.settings_dict["NAME"])
    with ProcessPoolExecutor(processes, get_context("spawn"), django.setup) as pool:
        for found in pool.map(_of_part, repeat(name), *zip(*parts, strict=True)):
            yield from found


def _of_part(database: str, start: int, end: int) -> list[Break]:
    """Check a part in a process of its own, on the same database."""
    connection.settings_dict["NAME"] = database
    return list(of_log(start, end))
