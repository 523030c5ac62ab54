"""What persons, posts and units were called on a day, whatever they are called now.

The ledger keeps the names of those who act. Somebody who is only named inside a record is
called as in the nearest row of his own; with no row anywhere, as today.
"""

import datetime as dt
from collections.abc import Iterable
from typing import Any

from django.db.models import Model, QuerySet

from archive.models import LedgerEntry
from decisions.models import ExpertOpinion
from people.models import Person, Post, Tenure, Unit

KINDS: dict[type[Model], tuple[str, str]] = {
    Person: ("actor", "tenure__person"),
    Post: ("post", "tenure__post"),
    Unit: ("unit", "tenure__post__unit"),
}
"""The column of the ledger that has a kind's name, and the way to it from there."""


class Names:
    """The names of the day, from this case's own ledger before any other."""

    def __init__(self, entries: Iterable[LedgerEntry]) -> None:
        """Take the rows, each read with its tenure, post and unit."""
        self._acted = [entry for entry in entries if entry.tenure]
        self._found: dict[tuple[type[Model], Any, dt.datetime], str] = {}

    def called(self, named: Model, at: dt.datetime) -> str:
        """Return what somebody or something was called at a moment."""
        if isinstance(named, Tenure):
            person, post = self.called(named.person, at), self.called(named.post, at)
            return f"{person}（{self.called(named.post.unit, at)} {post}）"
        if isinstance(named, ExpertOpinion) and named.tenure:
            return f"{self.called(named.tenure.person, named.at)} {named.get_view_display()}"
        if type(named) not in KINDS:
            return str(named)
        key = (type(named), named.pk, at)
        if key not in self._found:
            self._found[key] = self._here(named, at) or self._elsewhere(named, at)
        return self._found[key]

    def _here(self, named: Model, at: dt.datetime) -> str:
        """Return the name in the nearest row of this case."""
        column, way = KINDS[type(named)]
        own = [entry for entry in self._acted if _follow(entry, way) == named.pk]
        nearest = min(own, key=lambda entry: abs(entry.at - at), default=None)
        return str(getattr(nearest, column)) if nearest else ""

    def _elsewhere(self, named: Model, at: dt.datetime) -> str:
        """Return the name in the last row before, else the first after; else today's."""
        column, way = KINDS[type(named)]
        own: QuerySet[LedgerEntry] = LedgerEntry.objects.filter(**{way: named.pk})
        before = own.filter(at__lte=at).order_by("-at", "-pk")
        entry = before.first() or own.order_by("at", "pk").first()
        if entry:
            return str(getattr(entry, column))
        return str(named.title if isinstance(named, Post) else named)


def _follow(entry: LedgerEntry, way: str) -> Any:
    """Return the key to which a way leads from a row of the ledger."""
    found: Any = entry
    for name in way.split("__"):
        found = getattr(found, name)
    return found.pk
