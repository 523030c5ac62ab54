"""Finding dossiers: the newest first, a page at a time, however many there are."""

from collections.abc import Iterator
from dataclasses import dataclass

from django.db.models import Q

from archive.models import SearchRow
from archive.search.engine import engine
from archive.search.query import Query, Terms, terms
from archive.search.tokens import number_key

A_PAGE = 20
AT_ONCE, AT_MOST = 100, 1000
"""The candidates that are looked at again together, and in all before the search gives up."""
MANY = 5000
"""The number of hits from which it is estimated."""


@dataclass(frozen=True)
class Page:
    """A page of what was found."""

    rows: tuple[SearchRow, ...] = ()
    below: int | None = None
    """The key below which the next page begins; None where this one is the last."""
    gave_up: bool = False
    """Whether it stopped before the page was full: the next page looks further."""

    @property
    def more(self) -> bool:
        """Whether there may be more."""
        return self.below is not None


@dataclass(frozen=True)
class Count:
    """How many there are, or nearly."""

    number: int
    about: bool = False


def find(query: Query, below: int | None = None) -> Page:
    """Return the dossiers that a query finds, from below a key on where one is given."""
    if below is None and (numbered := _by_number(query)):
        return Page(tuple(numbered))
    asked = terms(query)
    if asked is None:
        return Page()
    keys, reached, full = _walk(asked, below)
    shown = keys[:A_PAGE]
    if len(keys) > A_PAGE:
        return Page(_rows(asked, shown), shown[-1])
    return Page(_rows(asked, shown), None if full else reached, gave_up=not full)


def _walk(asked: Terms, below: int | None) -> tuple[list[int], int | None, bool]:
    """Return the keys for a page and one more, the last one looked at, and whether that was all."""
    if not asked.checked:
        keys = [key for key, _held in engine().candidates(asked, below, A_PAGE + 1)]
        return keys, None, True
    keys = []
    for _batch in range(0, AT_MOST, AT_ONCE):
        found = engine().candidates(asked, below, AT_ONCE)
        keys += [key for key, held in found if held]
        if len(found) < AT_ONCE or len(keys) > A_PAGE:
            return keys, below, True
        below = found[-1][0]
    return keys, below, False


def _rows(asked: Terms, keys: list[int]) -> tuple[SearchRow, ...]:
    rows = SearchRow.objects.in_bulk(keys)
    return tuple(rows[key] for key in keys if key in rows and asked.holds(rows[key]))


def _by_number(query: Query) -> list[SearchRow]:
    """Return the dossier whose document number, code or case number was asked for in full."""
    key = number_key(query.words)
    if not any(character.isdigit() for character in key):
        return []
    named = Q(document_key=key) | Q(archival_key=key) | Q(case_key=key)
    rows = SearchRow.objects.filter(named, organ=query.organ).order_by("-pk")[:A_PAGE]
    rest = terms(Query(**{**vars(query), "words": ""}))
    return [row for row in rows if rest and rest.holds(row)]


def count(query: Query) -> Count | None:
    """Return how many a query finds; None where only looking at each would tell."""
    asked = terms(query)
    if asked is None:
        return Count(0)
    if asked.checked:
        return None
    estimate = 64 * int(engine().count(asked, of_sample=True))
    if estimate >= MANY:
        return Count(estimate, about=True)
    return Count(int(engine().count(asked)))


def every(query: Query, at_once: int = 2000) -> Iterator[int]:
    """Yield the key of every dossier that a query finds, the newest first."""
    asked, below = terms(query), None
    while asked is not None:
        found = engine().candidates(asked, below, at_once)
        yield from (key for key, held in found if held)
        if len(found) < at_once:
            return
        below = found[-1][0]
