"""What a page of the archive costs among 10,000, 100,000, a million dossiers.

`python -m bench.search [N ...]` measures `find()`, Django and the reader's rights included, on the
database of DATABASE_URL. Limits at the 95th percentile: 50 ms on PostgreSQL, 100 ms on SQLite.
"""

import random
import statistics
import sys
import time
from collections.abc import Callable, Iterator
from typing import Any

import django
from django.db import connection
from django.test.utils import setup_test_environment

from bench.cases import database

SIZES = (10_000, 100_000)
LIMITS = {"postgresql": 50, "sqlite": 100}
TIMES = 60
"""The questions of each class."""
HEAD = """
Milliseconds of find(), first page by date: p50, p95, worst of 60 questions.
database    dossiers   question                        p50      p95    worst  hits"""


class Questions:
    """Questions of each class about a corpus."""

    def __init__(self, corpus: Any) -> None:
        """Sort its words by how many dossiers have them."""
        self.corpus, self.random = corpus, random.Random(25)
        shares = {word: n / corpus.looked_at for word, n in corpus.frequency.items()}
        self.common = [word for word, share in shares.items() if share > 0.25] or ["行政"]
        self.common += ["行政", "合法", "风险", "意见", "审查", "决策"]
        self.medium = [word for word, share in shares.items() if 0.004 < share < 0.02]
        rare = sorted(shares, key=lambda word: shares[word])[: len(shares) // 4]
        self.rare = rare or self.medium

    def classes(self) -> dict[str, Callable[[], dict[str, Any]]]:
        """Return what asks a question of each class."""
        from archive.search import facets
        from bench.corpus import FORMULAS, YEARS

        pick = self.random.choice
        return {
            "two characters, common": lambda: {"words": pick(self.common)},
            "two characters, medium": lambda: {"words": pick(self.medium)},
            "two characters, rare": lambda: {"words": pick(self.rare)},
            "two words, common": lambda: {"words": f"{pick(self.common)} {pick(self.common)}"},
            "two words, common and rare": lambda: {
                "words": f"{pick(self.common)} {pick(self.rare)}"
            },
            "two words, medium": lambda: {"words": f"{pick(self.medium)} {pick(self.medium)}"},
            "phrase, four to six": lambda: {"words": pick([f for f in FORMULAS if len(f) > 3])},
            "phrase found somewhere": lambda: {"words": self._phrase()},
            "title word": lambda: {"words": pick(self.medium), "in_title": True},
            "word and year": lambda: {
                "words": pick(self.medium), "years": (y := pick(YEARS), y),
            },
            "word and years": lambda: {"words": pick(self.common), "years": (2016, 2019)},
            "word and unit": lambda: {
                "words": pick(self.medium),
                "facets": (frozenset({facets.unit(self.random.randrange(40))}),),
            },
            "person": lambda: {
                "facets": (frozenset({facets.person(self.random.randrange(3000))}),)
            },
            "person and year": lambda: {
                "facets": (frozenset({facets.person(self.random.randrange(3000))}),),
                "years": (y := pick(YEARS), y),
            },
            "article": lambda: {"facets": (self._article("a"),)},
            "article refused on": lambda: {"facets": (self._article("r"),)},
            "one of two deviations": lambda: {
                "facets": (frozenset(facets.deviation(self.random.randrange(12)) for _n in "ab"),)
            },
            "document number": lambda: {"words": self._number()},
            "another organ, common": lambda: {"words": pick(self.common), "organ": 4},
            "nothing: an unknown word": lambda: {"words": "龘靐"},
            "nothing: two rare words": lambda: {"words": f"{pick(self.rare)} {pick(self.rare)}"},
            "nothing: absent phrase": lambda: {"words": "法行政机合法"},
            "nothing: absent, bigrams common": lambda: {"words": "意见采纳情况审查通过"},
        }  # fmt: skip

    def _phrase(self) -> str:
        text = str(self._row().text).rpartition("\n")[2]
        start = self.random.randrange(len(text) - 6)
        han = "".join(ch for ch in text[start : start + 9] if ch not in ",。、")
        return han[: self.random.randrange(4, 7)]

    def _number(self) -> str:
        return str(self._row().document_number).replace("〔", "（").replace("〕", "）")

    def _row(self) -> Any:
        from archive.models import SearchRow

        return SearchRow.objects.get(pk=self.random.randrange(1, self.corpus.size + 1))

    def _article(self, kind: str) -> frozenset[str]:
        from archive.search import facets
        from decisions.basis import Basis

        made = {"a": facets.article, "r": facets.refused_on}[kind]
        return frozenset({made(Basis("713", self.random.randrange(1, 44)))})


def timed(do: Callable[[], Any]) -> tuple[float, Any]:
    """Return the milliseconds that `do` takes, and what it gives."""
    start = time.perf_counter()
    given = do()
    return (time.perf_counter() - start) * 1000, given


def asking(questions: Questions) -> Iterator[tuple[str, list[float], float]]:
    """Yield each class, the milliseconds of its questions, and the hits of a page."""
    from archive.search.finding import find
    from archive.search.query import Query

    for name, question in questions.classes().items():
        asked = [Query(**{"organ": 1, **question()}) for _time in range(TIMES)]
        for query in asked[:5]:
            find(query)
        found = [timed(lambda query=query: find(query)) for query in asked]  # type: ignore[misc]  # a lambda of one query
        yield (
            name,
            [taken for taken, _page in found],
            statistics.mean(len(page.rows) for _taken, page in found),
        )


def counting(questions: Questions) -> tuple[str, list[float], float]:
    """Return what the number beside a common word costs."""
    from archive.search.finding import count
    from archive.search.query import Query

    asked = [Query(1, questions.random.choice(questions.common)) for _time in range(TIMES)]
    found = [timed(lambda query=query: count(query)) for query in asked]  # type: ignore[misc]  # a lambda of one query
    return "(number of hits, common)", [taken for taken, _n in found], 0


def measured(size: int) -> bool:
    """Print the lines of a size; say whether every class was within the limit."""
    from bench.corpus import Corpus
    from bench.loading import load

    corpus = Corpus(size)
    taken, _none = timed(lambda: load(corpus.rows()))
    start = f"{connection.vendor:<12}{size:<11,}"
    print(
        f"{start}brought in: {taken / 1000:.0f} s, {size / taken * 1000:.0f} a second", flush=True
    )
    within = True
    questions = Questions(corpus)
    for name, times, hits in [*asking(questions), counting(questions)]:
        middle, worst = statistics.median(times), max(times)
        high = statistics.quantiles(times, n=20)[-1]
        over = high > LIMITS[connection.vendor] and not name.startswith("(")
        within &= not over
        figures = f"{middle:>7.1f}{high:>9.1f}{worst:>9.1f}{hits:>6.1f}"
        print(f"{start}{name:<32}{figures}{'  over the limit' if over else ''}", flush=True)
    return within


def main(sizes: list[int]) -> int:
    """Measure each size; return 1 where one is over its limit."""
    from archive.models import SearchRow
    from archive.search.engine import engine

    print(HEAD, flush=True)
    found = []
    for size in sizes:
        SearchRow.objects.all().delete()
        engine().clear()
        found.append(measured(size))
    return int(not all(found))


if __name__ == "__main__":
    django.setup()
    setup_test_environment()
    with database():
        sys.exit(main([int(size) for size in sys.argv[1:]] or list(SIZES)))
