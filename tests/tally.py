"""Counting what a run of the machine has tried, and how far it came."""

from collections import Counter

from hypothesis import currently_in_test_context, event


class Tally:
    """How many acts were tried, what became of them, and where the cases stood."""

    def __init__(self) -> None:
        """Begin with nothing."""
        self.done: Counter[str] = Counter()
        self.refused: Counter[str] = Counter()
        self.unreadable: Counter[str] = Counter()
        self.entrances: Counter[str] = Counter()
        self.answers: Counter[str] = Counter()
        self.states: Counter[str] = Counter()
        self.tried = 0

    @property
    def acts(self) -> int:
        """How many acts were tried at the door, done or not."""
        return self.tried

    def reach(self, state: str) -> None:
        """Note where a case stands."""
        self.states[state] += 1
        if currently_in_test_context():
            event(f"stood at {state}")

    @property
    def summary(self) -> str:
        """The whole of it in one line."""
        return (
            f"{self.acts} acts tried: {self.done.total()} done, "
            f"{self.tried - self.done.total() - self.unreadable.total()} refused, "
            f"{self.unreadable.total()} not readable; "
            f"{self.entrances.total()} side entrances tried; "
            f"{len(self.states)} states reached"
        )

    def __str__(self) -> str:
        """Return the whole of it as a table."""
        parts = (
            ("refused for", self.refused),
            ("states reached", self.states),
            ("acts done", self.done),
            ("side entrances", self.entrances),
            ("answers of the site", self.answers),
        )
        return "\n".join([self.summary, *(f"\n{title}\n{_table(found)}" for title, found in parts)])


def _table(found: Counter[str]) -> str:
    return "\n".join(f"{number:8}  {name}" for name, number in found.most_common())
