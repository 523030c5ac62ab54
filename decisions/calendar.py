"""Which days offices work, by the State Council's arrangement of each year.

A year not yet announced is computed: the statutory holidays, the lunar ones among them, and
the days given back where one falls on a weekend. Which weekends will be worked cannot be
known, so whatever rests on such a year is provisional. Basis: 全国年节及纪念日放假办法.
"""

import datetime as dt
from collections.abc import Iterable
from functools import cache
from typing import NamedTuple

import holidays

ONE_DAY = dt.timedelta(days=1)
CHINESE, ENGLISH = "zh_CN", "en_US"


class Year(NamedTuple):
    """What sets a year's days apart from plain weekdays and weekends."""

    off: frozenset[dt.date]
    worked: frozenset[dt.date]
    """The weekend days that are worked, to make up for days off."""


@cache
def _year(year: int) -> Year:
    """Return the arrangement of a year; the next one's first days may reach back into it."""
    found = holidays.country_holidays("CN", years=(year, year + 1), expand=False)
    return Year(
        frozenset(day for day in found if day.year == year),
        frozenset(day for day in found.weekend_workdays if day.year == year),
    )


def is_announced(year: int) -> bool:
    """Say whether the arrangement of a year is known; every one yet has had make-up days."""
    return bool(_year(year).worked)


def unannounced(first: dt.date, last: dt.date) -> list[int]:
    """Return the years from `first` to `last` whose arrangement is not known."""
    return [year for year in range(first.year, last.year + 1) if not is_announced(year)]


@cache
def _festivals(year: int, language: str) -> dict[dt.date, str]:
    """Return the days off that the law names, without those given or taken in exchange."""
    chinese, named = (
        holidays.country_holidays("CN", years=year, expand=False, observed=False, language=of)
        for of in (CHINESE, language)
    )
    return {day: named[day] for day in named if "调休" not in chinese[day]}


def is_made_up(day: dt.date) -> bool:
    """Say whether `day` is a weekend day on which offices work."""
    return day in _year(day.year).worked


def is_working_day(day: dt.date) -> bool:
    """Say whether offices work on `day`."""
    return is_made_up(day) or (day.isoweekday() <= 5 and day not in _year(day.year).off)


def days_off(day: dt.date) -> tuple[dt.date, dt.date]:
    """Return the first and the last of the days off around `day`, which is one of them."""
    first = last = day
    while not is_working_day(first - ONE_DAY):
        first -= ONE_DAY
    while not is_working_day(last + ONE_DAY):
        last += ONE_DAY
    return first, last


def festivals(days: Iterable[dt.date], language: str) -> list[str]:
    """Return the names of the statutory holidays among `days`, each once, in their order."""
    names = (_festivals(day.year, language).get(day, "") for day in days)
    return list(dict.fromkeys(one for name in names for one in name.split("; ") if one))


def each_day(first: dt.date, last: dt.date) -> list[dt.date]:
    """Return the days from `first` to `last`, both among them."""
    return [first + ONE_DAY * n for n in range((last - first).days + 1)]


def days_between(start: dt.date, end: dt.date) -> int:
    """Return the calendar days from `start`, not counted, to `end`, counted."""
    return (end - start).days


def working_days_between(start: dt.date, end: dt.date) -> int:
    """Return the working days from `start`, not counted, to `end`, counted."""
    return sum(map(is_working_day, each_day(start + ONE_DAY, end)))
