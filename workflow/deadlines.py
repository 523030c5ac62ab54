"""Before which day the law wants no act done, or by which: for many cases at once."""

import datetime as dt
from collections import defaultdict
from collections.abc import Collection, Iterable

from decisions.deadlines import Deadline, binding, deadlines, kinds
from decisions.facts import Facts
from decisions.models import Case
from decisions.record import Record
from workflow.acts import Act

Found = dict[tuple[Act, int], Deadline]


def deadlines_of(tasks: Iterable[tuple[Act, Case]], at: dt.datetime) -> Found:
    """Return the deadline to go by for each act on each case; most have none.

    Each kind of record is read once for all the cases, however many there are.
    """
    acts: dict[Case, set[Act]] = defaultdict(set)
    for act, case in tasks:
        acts[case].add(act)
    read = {kind: _by_case(kind, of) for kind, of in _cases_by_kind(acts).items()}
    found: Found = {}
    for case, mine in acts.items():
        facts = Facts(case, at)
        for kind, records in read.items():
            facts.take(kind, records.get(case.pk, ()))
        for act in mine:
            deadline = binding(deadlines(facts, {act.name}), facts.day)
            if deadline:
                found[act, case.pk] = deadline
    return found


def _cases_by_kind(acts: dict[Case, set[Act]]) -> dict[type[Record], list[Case]]:
    """Return which cases the records of each kind are needed of."""
    found: dict[type[Record], list[Case]] = defaultdict(list)
    for case, mine in acts.items():
        for kind in kinds({act.name for act in mine}):
            found[kind].append(case)
    return found


def _by_case(kind: type[Record], cases: Collection[Case]) -> dict[int, list[Record]]:
    """Return the records of a kind that some cases have, by case, oldest first."""
    found: dict[int, list[Record]] = defaultdict(list)
    for record in kind._default_manager.filter(case__in=cases).order_by("seq"):
        found[record.case_id].append(record)
    return found
