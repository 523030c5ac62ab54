"""How long a period is, and how the law counts it."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Length:
    """A number of days, of the calendar or of work.

    The day on which a period starts is not counted, unless its rule says so.
    Basis: 民法典第二百零一条.
    """

    number: int
    working: bool
    counts_start: bool = False

    def surely_lasts(self, other: "Length") -> bool:
        """Say whether it is over no earlier than `other`, wherever holidays fall.

        A working day takes at least a day of the calendar, and how many more nobody knows
        beforehand: seven working days surely last seven days, thirty days not surely ten
        working days. A start day that is counted takes a day off, one of rest none.
        """
        shortest = self.number - self.counts_start
        longest = other.number - (other.counts_start and not other.working)
        return shortest >= longest and (self.working or not other.working)
