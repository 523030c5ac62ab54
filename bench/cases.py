"""Complete cases per second through the door, against the floor, interleaved case by case."""

import statistics
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any
from unittest import mock

import django
from django.conf import settings
from django.db import connection

CASES = 12
"""Cases measured, unless the command line says otherwise; one more warms up."""


class Clock:
    """Time spent inside the door only, and the queries of each act."""

    def __init__(self, perform: Any) -> None:
        """Wrap the door."""
        self.perform, self.seconds = perform, 0.0
        self.queries: list[int] = []
        self.notes: Any = None

    def __call__(self, *args: Any, **kwargs: Any) -> Any:
        """Do an act, timed and counted."""
        if self.notes is not None:
            self.notes.transactions.append([])
        count = [0]

        def counting(execute: Any, *rest: Any) -> Any:
            count[0] += 1
            return execute(*rest)

        with connection.execute_wrapper(counting):
            start = time.perf_counter()
            receipt = self.perform(*args, **kwargs)
            self.seconds += time.perf_counter() - start
        self.queries.append(count[0])
        return receipt


@contextmanager
def database() -> Iterator[None]:
    """Make a database for the measurement, and take it away afterwards."""
    if connection.vendor == "sqlite":
        connection.settings_dict["TEST"]["NAME"] = connection.settings_dict["NAME"]
    name = connection.settings_dict["NAME"]
    connection.creation.create_test_db(verbosity=0, autoclobber=True)
    try:
        yield
    finally:
        connection.creation.destroy_test_db(name, verbosity=0)


def main(cases: int) -> None:
    """Print one line of figures."""
    from bench.floor import Floor, Notes, noting
    from tests import story
    from workflow import door

    story.load_district()
    clock = Clock(door.perform)
    with mock.patch.object(story, "perform", clock):
        clock.notes = Notes()
        with noting(clock.notes):
            story.Story().until("close_case")
        floor, clock.notes = Floor(clock.notes), None
        floor.write(floor.prepare())
        clock.seconds, clock.queries, floored = 0.0, [], 0.0
        for _case in range(cases):
            story.Story().until("close_case")
            rows = floor.prepare()
            start = time.perf_counter()
            floor.write(rows)
            floored += time.perf_counter() - start
    print(line(cases, clock, floored))


def line(cases: int, clock: Clock, floored: float) -> str:
    """Return the figures of one database."""
    through, floor = cases / clock.seconds, cases / floored
    return (
        f"{connection.vendor:<12}{through:<19.2f}{floor:<17.2f}{through / floor:<8.2f}"
        f"{statistics.median(clock.queries):<8.0f}{max(clock.queries)}"
    )


if __name__ == "__main__":
    django.setup()
    settings.MEDIA_ROOT = tempfile.mkdtemp()
    with database():
        main(int(sys.argv[1]) if len(sys.argv) > 1 else CASES)
