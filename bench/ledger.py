"""Checking a ledger of a million rows, against hashing the same bytes.

The check reads every row, its place in its case's chain, both its digests, its leaf, and the tree
up to the signed root, in one process and, where the log is long, in as many as there are
processors. The floor of both hashes the canonical bytes of the same rows, already in memory, with
SHA-256 and SM3, in one process; reading, leaves and tree are no part of it.
"""

import copy
import itertools
import os
import resource
import sys
import time
import uuid
from collections.abc import Iterator
from concurrent.futures import ProcessPoolExecutor
from hashlib import new, sha256
from multiprocessing import get_context
from typing import Any, NamedTuple

import django
from django.db import connection

from bench.cases import database

ROWS = 1_000_000
"""Rows, unless the command line says otherwise; a tenth of them is measured before."""
RATIO, GROWTH = 0.5, 1.2
"""The least ratio to the floor, and the most by which ten times the rows may take more memory."""


class Checked(NamedTuple):
    """What a check took: seconds, and megabytes at the most in any process."""

    seconds: float
    megabytes: float


def pattern() -> tuple[Any, list[Any]]:
    """Return a case told to its end, and its ledger, as others are to look."""
    from archive.models import LedgerEntry
    from decisions.models import Case
    from tests import story

    story.load_district()
    told = story.Story()
    told.until("close_case")
    return Case.objects.get(), list(LedgerEntry.objects.order_by("seq"))


def like(case: Any, rows: list[Any], serial: int) -> tuple[Any, list[Any]]:
    """Return another case and its ledger, the chain unbroken."""
    from archive.ledger import digests_of

    case, previous, chain = copy.copy(case), "", []
    case.pk, case.number = serial + 10_000, f"HZ-L-{serial}"
    for row in rows:
        fresh = copy.copy(row)
        fresh.pk, fresh.case_id, fresh.previous_hash = None, case.pk, previous
        fresh.once = row.once and uuid.uuid4()
        fresh.hash, fresh.sm3 = digests_of(fresh)
        previous = fresh.hash
        chain.append(fresh)
    case.length, case.head = len(rows), previous
    return case, chain


def fill(more: Iterator[tuple[Any, list[Any]]], count: int) -> None:
    """Write so many cases as the door would have left them, and take them into the log."""
    from archive.log.growing import checkpoint
    from archive.models import LedgerEntry
    from decisions.models import Case
    from tests.behind import unguarded

    # The database takes acts one at a time; thousands are written only with its refusals off.
    with unguarded():
        while some := list(itertools.islice(more, min(count, 100))):
            Case.objects.bulk_create([case for case, _rows in some])
            LedgerEntry.objects.bulk_create([row for _case, rows in some for row in rows], 1000)
            count -= len(some)
    with connection.cursor() as cursor:
        cursor.execute("ANALYZE")
    checkpoint()


def hashed(size: int) -> float:
    """Return the seconds that hashing the bytes of all rows takes; the reading is not timed."""
    from archive.canon import trimming
    from archive.walking import AT_ONCE, _read

    trim, seconds, sm3 = trimming(connection.vendor), 0.0, new("sm3")
    for start in range(0, size, AT_ONCE):
        some = [trim(row[2]) for row in _read(start, min(start + AT_ONCE, size))]
        begun = time.perf_counter()
        for data in some:
            sha256(data).digest()
            national = sm3.copy()
            national.update(data)
            national.digest()
        seconds += time.perf_counter() - begun
    return seconds


def check(name: str, processes: int) -> Checked:
    """Check the whole log in a process of its own. Raises RuntimeError where it is not whole."""
    with ProcessPoolExecutor(1, get_context("spawn"), django.setup) as pool:
        return pool.submit(_check, name, processes).result()


def _check(name: str, processes: int) -> Checked:
    from archive.log.merkle import root
    from archive.log.stored import last, node_of
    from archive.spreading import spread

    connection.settings_dict["NAME"] = name
    signed: Any = last()
    begun = time.perf_counter()
    found = list(spread(signed.size, processes))
    if found or root(signed.size, node_of(signed.size)) != bytes(signed.root):
        raise RuntimeError(found[:3])
    seconds = time.perf_counter() - begun
    peaks = (resource.getrusage(who).ru_maxrss for who in _PROCESSES)
    return Checked(seconds, max(peaks) / 1024)


_PROCESSES = (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)


def measured(size: int) -> tuple[list[str], float, float]:
    """Return the figures of a log of so many rows: the line, the best ratio, the memory."""
    name, floor = str(connection.settings_dict["NAME"]), hashed(size)
    alone, together = check(name, 1), check(name, os.cpu_count() or 1)
    ratios = [floor / one.seconds for one in (alone, together)]
    memory = max(alone.megabytes, together.megabytes)
    mark = "" if max(ratios) >= RATIO else "  over the limit"
    line = [
        f"{connection.vendor:<12}{size:<10}{size / floor:<13.0f}",
        f"{size / alone.seconds:<11.0f}{ratios[0]:<7.2f}",
        f"{size / together.seconds:<11.0f}{ratios[1]:<7.2f}{memory:.0f} MB{mark}",
    ]
    return line, max(ratios), memory


def main(rows: int) -> int:
    """Print a line for a tenth of the rows and one for all; return 1 where over a limit."""
    case, ledger = pattern()
    more = (like(case, ledger, serial) for serial in itertools.count(1))
    memories, ratio = [], 0.0
    for part in (rows // 10, rows - rows // 10):
        fill(more, part // len(ledger))
        from archive.log.stored import last

        signed: Any = last()
        line, ratio, memory = measured(signed.size)
        memories.append(memory)
        print(*line, sep="", flush=True)
    within = ratio >= RATIO and memories[1] <= memories[0] * GROWTH
    return int(not within)


if __name__ == "__main__":
    django.setup()
    with database():
        sys.exit(main(int(sys.argv[1]) if len(sys.argv) > 1 else ROWS))
