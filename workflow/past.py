"""What has been done to a case, as its ledger has it, without what came in by the thousand."""

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from typing import Any, NamedTuple

from archive.models import LedgerEntry
from decisions.facts import Facts
from decisions.models import Case
from workflow.acts import registry


class Done(NamedTuple):
    """One act done."""

    seq: int
    act: str
    at: dt.datetime
    state_before: str
    state_after: str
    unit: str
    actor: str
    tenure_id: int | None


class Past:
    """The acts done, in order; of a kind that has thousands of records only the last."""

    def __init__(self, done: Sequence[Done]) -> None:
        """Keep what was done."""
        self.done = done
        self._times: dict[str, list[Done]] = defaultdict(list)
        for one in done:
            self._times[one.act].append(one)

    def last(self, act: str, until: int | None = None) -> Done | None:
        """Return the last time that `act` was done, up to a number of the ledger where given."""
        times = reversed(self._times.get(act, []))
        return next((one for one in times if until is None or one.seq <= until), None)


def past(facts: Facts) -> Past:
    """Return what was done to the case; as many rows of its ledger are read as it has papers."""
    rows = _entries(facts.case, _numbers(facts))
    return Past([Done(*row) for row in rows])


def _numbers(facts: Facts) -> Iterator[int]:
    # What the public sends in comes by the thousand, and nobody in a post does it.
    for kind in dict.fromkeys(act.record for act in registry.values() if act.by):
        if not kind.MANY:
            yield from (record.seq for record in facts.all(kind))
        elif last := facts.latest(kind):
            yield last.seq


def _entries(case: Case, numbers: Iterable[int]) -> Iterable[tuple[Any, ...]]:
    accepted = LedgerEntry.objects.filter(
        case=case, outcome=LedgerEntry.Outcome.ACCEPTED, seq__in=sorted(numbers)
    )
    return accepted.order_by("seq").values_list(*Done._fields)
