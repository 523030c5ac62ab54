"""Before which day the law wants no act done, or by which: for many cases at once."""

import datetime as dt
from collections import defaultdict
from collections.abc import Collection, Iterable
from typing import Any

from django.db.models import F

from decisions.deadlines import Deadline, binding, deadlines, kinds
from decisions.facts import Facts
from decisions.models import Case
from decisions.record import Record, Row
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


def _cases_by_kind(acts: dict[Case, set[Act]]) -> dict[type[Record | Row], list[Case]]:
    """Return of which cases the records or rows of each kind are needed."""
    found: dict[type[Record | Row], list[Case]] = defaultdict(list)
    for case, mine in acts.items():
        for kind in kinds({act.name for act in mine}):
            found[kind].append(case)
    return found


def _by_case(kind: type[Record | Row], cases: Collection[Case]) -> dict[int, list[Any]]:
    """Return the records or rows of a kind that some cases have, by case, in their order."""
    owner, order = ("of__case", "pk") if issubclass(kind, Row) else ("case", "seq")
    read: Any = kind._default_manager  # every kind of row has its `of`
    found: dict[int, list[Any]] = defaultdict(list)
    for one in (
        read.annotate(owner=F(owner)).filter(owner__in=[case.pk for case in cases]).order_by(order)
    ):
        found[one.owner].append(one)
    return found
