"""The yearly catalogue as published, and what was changed of it since. Basis: 条例第三条."""

import datetime as dt
from dataclasses import dataclass

from django.utils import timezone

from decisions import catalogue
from decisions.catalogue import Announced
from decisions.models import Case


@dataclass(frozen=True)
class Entry:
    """One matter as a published catalogue, or a published change of it, has it."""

    case: Case
    announced: Announced

    @property
    def day(self) -> dt.date:
        """The day on which it was published."""
        return self.announced.publication.published_on


@dataclass(frozen=True)
class Catalogue:
    """The catalogue of a year."""

    year: int
    entries: list[Entry]
    """The matters that stand in it, by their number."""
    changes: list[Entry]
    """What was added, changed or removed in the course of the year, the earliest first."""


def published(year: int) -> Catalogue:
    """Return what is published of a year's catalogue; nothing of what is not."""
    today = timezone.localdate()
    out = [
        Entry(case, announced)
        for case, place in catalogue.matters(year)
        for announced in place.announced
        if announced.entry.year == year and announced.publication.published_on <= today
    ]
    last = {entry.case.pk: entry for entry in out}
    standing = [entry for entry in last.values() if not entry.announced.removes]
    return Catalogue(
        year,
        sorted(standing, key=lambda entry: entry.announced.entry.item),
        sorted((e for e in out if e.announced.is_change), key=lambda e: (e.day, e.case.pk)),
    )


def years() -> list[int]:
    """Return the years of which anything is published, the latest first."""
    return [year for year in catalogue.years() if published(year).entries]
