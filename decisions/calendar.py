"""Calendar days, working days, and how the law counts them.

The day on which a period starts is not counted. Basis: 民法典第二百零一条.
"""

import datetime as dt
from itertools import count

import chinese_calendar

ONE_DAY = dt.timedelta(days=1)


def is_working_day(day: dt.date) -> bool:
    """Say whether offices work on `day`, by the State Council's arrangement of its year.

    A year not yet announced is counted by weekdays alone.
    """
    try:
        return bool(chinese_calendar.is_workday(day))
    except NotImplementedError:
        return day.isoweekday() <= 5


def days_between(start: dt.date, end: dt.date) -> int:
    """Return the calendar days from `start`, not counted, to `end`, counted."""
    return (end - start).days


def working_days_between(start: dt.date, end: dt.date) -> int:
    """Return the working days from `start`, not counted, to `end`, counted."""
    days = (start + ONE_DAY * n for n in range(1, days_between(start, end) + 1))
    return sum(map(is_working_day, days))


def add_working_days(start: dt.date, number: int) -> dt.date:
    """Return the day on which the `number`-th working day after `start` falls."""
    working = (day for n in count(1) if is_working_day(day := start + ONE_DAY * n))
    return next(day for n, day in enumerate(working, 1) if n == number)
