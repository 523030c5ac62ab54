"""The periods of the law: from which day, how long, counted how, and when they are full.

Basis: 民法典第二百条至第二百零四条.
"""

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cached_property
from itertools import islice

from django.utils.functional import Promise

from decisions.calendar import ONE_DAY, is_working_day, unannounced
from decisions.statutes import Length

Text = str | Promise


@dataclass(frozen=True)
class Pause:
    """A time during which a period stands still.

    Neither the day on which it stops nor the one on which it goes on is a whole one, so
    neither counts.
    """

    begins: dt.date
    ends: dt.date | None = None
    """None while it still stands."""
    why: Text = ""

    def covers(self, day: dt.date) -> bool:
        """Say whether the period stood still on `day`."""
        return self.begins <= day and (self.ends is None or day <= self.ends)


@dataclass(frozen=True)
class Term:
    """One period, begun on a day."""

    start: dt.date
    length: Length
    event: Text = ""
    """What happened on the day on which it starts: 公布草案."""
    source: Text = ""
    """The rule that says how long it is."""
    pauses: tuple[Pause, ...] = ()
    rolls: bool = False
    """Whether a last day on which nobody works gives way to the next working day.

    So it is for whoever must act by that day. Basis: 民法典第二百零三条.
    """
    to_midnight: bool = True
    """Whether the last day runs to 24:00, or ends with the office's hours."""

    def counts(self, day: dt.date) -> bool:
        """Say whether `day` is one of the days counted, however many there are."""
        if day < self.start or (day == self.start and not self.length.counts_start):
            return False
        if any(pause.covers(day) for pause in self.pauses):
            return False
        return not self.length.working or is_working_day(day)

    def _days(self) -> Iterator[dt.date]:
        """Yield every day from the start, up to where the period stands still for now."""
        stop = min((p.begins for p in self.pauses if p.ends is None), default=dt.date.max)
        day = self.start
        while day < stop:
            yield day
            day += ONE_DAY

    @cached_property
    def full(self) -> dt.date | None:
        """The day on which the number is reached; None while the period stands still before."""
        if self.length.number <= 0:
            return self.start
        counted = filter(self.counts, self._days())
        return next(islice(counted, self.length.number - 1, None), None)

    @cached_property
    def last(self) -> dt.date | None:
        """The last day; None while the period stands still."""
        day = self.full
        while day and self.rolls and not is_working_day(day):
            day += ONE_DAY
        return day

    @property
    def opens(self) -> dt.date | None:
        """The day from which what must wait for the end is lawful."""
        if self.last is None:
            return None
        return self.last + ONE_DAY if self.to_midnight else self.last

    def used(self, day: dt.date) -> int:
        """Return how many of the days are used once `day` is over."""
        end = min(day, self.full or day)
        number = (end - self.start).days + 1
        used = sum(map(self.counts, islice(self._days(), max(number, 0))))
        return min(used, max(self.length.number, 0))

    def left(self, day: dt.date) -> int:
        """Return how many days are still to come once `day` is over."""
        return max(self.length.number, 0) - self.used(day)

    @property
    def with_its_start(self) -> "Term":
        """The same period as many notices count it: the day on which it starts too."""
        return replace(self, length=replace(self.length, counts_start=True))

    def is_full_only_with_its_start(self, day: dt.date) -> bool:
        """Say whether, by the end of `day`, only counting the first day reaches the number."""
        return self.left(day) > 0 and self.with_its_start.left(day) == 0

    @property
    def provisional_years(self) -> list[int]:
        """The years on whose days off it depends and which are not yet announced."""
        if self.length.working:
            first, last = self.start, self.known_until
        elif self.rolls and self.full and self.last:
            first, last = self.full, self.last
        else:
            return []
        return unannounced(first, last)

    @property
    def days(self) -> list[dt.date]:
        """The days counted, as far as they can be told."""
        return list(islice(filter(self.counts, self._days()), max(self.length.number, 0)))

    @property
    def known_until(self) -> dt.date:
        """The last day; while the period stands still, the day on which it stopped."""
        return self.last or min(p.begins for p in self.pauses if p.ends is None)

    @property
    def is_provisional(self) -> bool:
        """Whether an arrangement of days off still to come may change it."""
        return bool(self.provisional_years)
