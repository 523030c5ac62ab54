"""What a deadline of the law is: declared once, found for any case.

Some days are ones by which an act must be done, others ones before which it must not.
"""

import datetime as dt
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from enum import Enum
from typing import Any

from django.utils import timezone

from decisions.basis import Basis
from decisions.facts import Facts
from decisions.record import Record, Row
from decisions.statutes.parameters import registry as parameters
from decisions.terms import Pause, Term, Text


class Kind(Enum):
    """What the law wants of the act that a deadline concerns."""

    NOT_BEFORE = "not_before"
    BY = "by"


class Scope(Enum):
    """What puts a deadline out of date: a material change, any change of the draft, nothing."""

    ROOT = "root"
    DRAFT = "draft_id"
    CASE = ""


@dataclass(frozen=True)
class Named:
    """A last day that a paper itself names."""

    day: dt.date
    paper: Text


@dataclass(frozen=True)
class Running:
    """A period that a record has begun, or a day that it names, or both."""

    record: Record
    term: Term | None = None
    named: Named | None = None


Find = Callable[[Facts], Iterator[Running]]


@dataclass(frozen=True)
class Clock:
    """One deadline that the law knows, for every case."""

    id: str
    title: Text
    basis: Basis
    act: str
    """The name of the act that must wait for it, or be done by it."""
    kind: Kind
    reads: tuple[type[Record | Row], ...]
    """The kinds of record, and of their rows, from which it is found."""
    find: Find
    scope: Scope
    during: tuple[str, ...]
    """The states in which the act is held to it; all of them where none is named."""

    def holds(self, case: Any) -> bool:
        """Say whether the case stands where the act is held to it."""
        return not self.during or case.state in self.during

    def same_draft(self, one: Record, other: Record) -> bool:
        """Say whether two records are on the same draft, as far as that matters here."""
        column = self.scope.value
        return not column or getattr(one, column) == getattr(other, column)

    def found(self, facts: Facts) -> list[Running]:
        """Return every one that there ever was; none where the law has no such period."""
        return [one for one in self.find(facts) if one.term or one.named]

    def standing(self, facts: Facts) -> Running | None:
        """Return the last one found, unless a later draft has put it out of date."""
        found = self.found(facts)
        if not found or self.scope is Scope.CASE:
            return found[-1] if found else None
        now = facts.case.draft_root if self.scope is Scope.ROOT else facts.case.draft_id
        return found[-1] if getattr(found[-1].record, self.scope.value) == now else None


registry: dict[str, Clock] = {}


def deadline(
    id: str,
    *,
    title: Text,
    basis: Basis,
    act: str,
    kind: Kind,
    reads: tuple[type[Record | Row], ...],
    scope: Scope = Scope.CASE,
    during: tuple[str, ...] = (),
) -> Callable[[Find], Find]:
    """Register the decorated function as what finds the deadline `id` of a case."""

    def register(find: Find) -> Find:
        registry[id] = Clock(id, title, basis, act, kind, reads, find, scope, during)
        return find

    return register


def begun(
    facts: Facts,
    parameter: str,
    start: dt.date,
    event: Text,
    *,
    pauses: tuple[Pause, ...] = (),
    rolls: bool = False,
    to_midnight: bool = True,
) -> Term | None:
    """Return the period that the law of the case gives; None where no rule has one."""
    counting = facts.law.trail(_own(facts, parameter)).counting
    if counting is None or counting.value is None or counting.profile is None:
        return None
    source = f"{counting.profile.title}{counting.value.article}"
    return Term(start, counting.value.length, event, source, pauses, rolls, to_midnight)


def _own(facts: Facts, parameter: str) -> str:
    """Return the parameter of the case's own procedure, where the law has one."""
    own = f"{parameter}_{facts.case.procedure}"
    return own if own in parameters and facts.law.value(own) else parameter


def day_of(record: Record) -> dt.date:
    """Return the day of a record, in the district's time."""
    return timezone.localdate(record.at)
