"""What a case costs as it grows: judging all requirements, and showing its page."""

import statistics
import sys
import tempfile
import time
from collections.abc import Callable
from typing import Any, NamedTuple

import django
from django.conf import settings
from django.db import connection
from django.test.utils import CaptureQueriesContext, setup_test_environment

from bench.cases import database

OPINIONS = (50, 500, 5_040, 50_000)
TIMES = 15
QUERIES, MILLISECONDS, PAGE_QUERIES = 10, 15, 25
"""What judging a case may cost, and how many queries its page may take."""


class Cost(NamedTuple):
    """The queries of something, and the processor's milliseconds, the median of several."""

    queries: int
    milliseconds: float


def cost(do: Callable[[], Any]) -> Cost:
    """Measure `do`; the first time only warms up."""
    do()
    with CaptureQueriesContext(connection) as caught:
        do()
    return Cost(len(caught), statistics.median(timed(do) for _time in range(TIMES)))


def timed(do: Callable[[], Any]) -> float:
    """Return the processor's milliseconds that `do` takes."""
    start = time.process_time()
    do()
    return (time.process_time() - start) * 1000


def judging(story: Any) -> Callable[[], None]:
    """Return what judges every requirement of a case from nothing read."""
    from decisions.facts import Facts
    from decisions.requirements import registry

    case, actor = story.known_case, story.actor("linjingyi", "conclude_legality_review")

    def judge() -> None:
        facts = Facts(case, story.now, actor).whole()
        for requirement in registry.values():
            requirement.met(facts)

    return judge


def reading(story: Any) -> Callable[[], None]:
    """Return what reads the same records by plain ORM, a query a kind: the floor."""
    from decisions.reading import kinds
    from decisions.record import Row

    owner = {kind: "of__case" if issubclass(kind, Row) else "case" for kind in kinds()}

    def read() -> None:
        for kind, column in owner.items():
            list(kind._default_manager.filter(**{column: story.case}))

    return read


def page(story: Any) -> Callable[[], None]:
    """Return what shows the case to its undertaker."""
    from tests.desk import Desk

    desk = Desk("huoqishan", story)
    address = desk.address()

    def show() -> None:
        response = desk.browser.get(address)
        if response.status_code != 200:
            raise RuntimeError(address, response.status_code)

    return show


class Figures(NamedTuple):
    """What a case of a size costs."""

    opinions: int
    floor: Cost
    judged: Cost
    shown: Cost
    ended: Cost

    @property
    def within(self) -> bool:
        """Whether it costs no more than it may."""
        judged = self.judged.queries <= QUERIES and self.judged.milliseconds <= MILLISECONDS
        return judged and max(self.shown.queries, self.ended.queries) <= PAGE_QUERIES

    def __str__(self) -> str:
        """Return one line of the table."""
        ratio = self.floor.milliseconds / self.judged.milliseconds
        judged, shown, ended = map(_columns, (self.judged, self.shown, self.ended))
        mark = "" if self.within else "over the limit"
        start = f"{connection.vendor:<12}{self.opinions:<10}"
        return f"{start}{judged}{ratio:<7.2f}{shown}{ended}{mark}".rstrip()


def _columns(cost: Cost) -> str:
    return f"{cost.queries:<9}{cost.milliseconds:<9.1f}"


def measured(opinions: int) -> Figures:
    """Return what a case with so many opinions costs, half way and at its end."""
    from bench.large import closed, large

    story = large(opinions)
    floor, judged, shown = map(cost, (reading(story), judging(story), page(story)))
    return Figures(opinions, floor, judged, shown, cost(page(closed(story))))


def main(sizes: list[int]) -> int:
    """Print a line for each size; return 1 where one is over a limit."""
    from tests import story

    story.load_district()
    found = []
    for size in sizes:
        found.append(measured(size))
        print(found[-1], flush=True)
    return int(not all(figures.within for figures in found))


if __name__ == "__main__":
    django.setup()
    setup_test_environment()
    settings.MEDIA_ROOT = tempfile.mkdtemp()
    with database():
        sys.exit(main([int(size) for size in sys.argv[1:]] or list(OPINIONS)))
