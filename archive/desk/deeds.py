"""From a person to every act, in whatever post, for life. Basis: 条例第三十八条；区规划第12项."""

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass

from django.db.models import Q, QuerySet

from archive.models import LedgerEntry
from people.models import Person, Tenure

A_PAGE = 50
MOST_PERSONS = 100


@dataclass(frozen=True)
class Deeds:
    """A page of somebody's acts, the last first."""

    entries: tuple[LedgerEntry, ...]
    below: str | None
    """Where the next page begins; None where this one is the last."""


def persons(organ: int, name: str) -> QuerySet[Person]:
    """Return those who ever held a post in an organ and are called so, in office or not."""
    found = Person.objects.filter(name__icontains=name, tenures__post__unit__organ=organ)
    return found.distinct().order_by("name", "pk").prefetch_related("tenures__post__unit")


def tenures(person: Person, organ: int) -> QuerySet[Tenure]:
    """Return the posts that somebody ever held in an organ."""
    held = Tenure.objects.named().filter(person=person, post__unit__organ=organ)
    return held.order_by("starts_on", "pk")


def entries(
    person: Person, organ: int, post: int | None = None, year: int | None = None
) -> QuerySet[LedgerEntry]:
    """Return every act that somebody did, or was refused, in the cases of an organ."""
    own = Q(case__organ=organ) | Q(case__isnull=True, tenure__post__unit__organ=organ)
    found = LedgerEntry.objects.filter(own, tenure__person=person)
    if post:
        found = found.filter(tenure__post=post)
    if year:
        found = found.filter(at__year=year)
    return found.select_related("case").order_by("-at", "-pk")


def page(found: QuerySet[LedgerEntry], below: str = "") -> Deeds:
    """Return a page of acts, from `below` on. Raises ValueError where that cannot be read."""
    if below:
        at, key = _place(below)
        found = found.filter(Q(at__lt=at) | Q(at=at, pk__lt=key))
    rows = tuple(found[: A_PAGE + 1])
    shown = rows[:A_PAGE]
    more = len(rows) > A_PAGE
    return Deeds(shown, f"{shown[-1].at.isoformat()}~{shown[-1].pk}" if more else None)


def _place(below: str) -> tuple[dt.datetime, int]:
    at, _tilde, key = below.partition("~")
    moment = dt.datetime.fromisoformat(at.replace(" ", "+"))
    if moment.tzinfo is None or not key.isdecimal():
        raise ValueError(below)
    return moment, int(key)


def all_of(found: QuerySet[LedgerEntry]) -> Iterator[LedgerEntry]:
    """Yield every act without keeping them."""
    yield from found.iterator(chunk_size=500)
