"""What a deadline of the law is: declared once, found for any case.

Some days are ones by which an act must be done, others ones before which it must not.
"""

import datetime as dt
from collections.abc import Callable, Collection, Iterator
from dataclasses import dataclass
from enum import Enum

from django.db.models import Model
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from decisions.basis import Basis
from decisions.calendar import ONE_DAY
from decisions.facts import Facts
from decisions.reckoning import reckoning, shortfall
from decisions.record import Record
from decisions.statutes import Length
from decisions.terms import Term, Text


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
    scope: Scope
    reads: tuple[type[Record], ...]
    """The kinds of record from which it is found."""
    find: Find


@dataclass(frozen=True)
class Deadline:
    """One deadline of one case."""

    clock: Clock
    running: Running

    @property
    def title(self) -> Text:
        """What ends: 征求意见期限."""
        return self.clock.title

    @property
    def term(self) -> Term | None:
        """The period, where it is counted."""
        return self.running.term

    @property
    def is_minimum(self) -> bool:
        """Whether the act must wait for it, rather than be done by it."""
        return self.clock.kind is Kind.NOT_BEFORE

    @property
    def last(self) -> dt.date | None:
        """The last day; None while the period stands still."""
        named, term = self.running.named, self.term
        return named.day if named else term.last if term else None

    @property
    def day(self) -> dt.date | None:
        """The day that whoever does the act goes by: the first, or the last, that is lawful."""
        last, waits = self.last, self.term.to_midnight if self.term else True
        return last + ONE_DAY if last and self.is_minimum and waits else last

    @property
    def is_provisional(self) -> bool:
        """Whether an arrangement of days off still to come may change it."""
        return self.term is not None and self.running.named is None and self.term.is_provisional

    @property
    def lines(self) -> list[str]:
        """How it was computed, line by line."""
        return list(self._lines())

    def _lines(self) -> Iterator[str]:
        if self.term:
            yield from reckoning(self.term)
        if self.running.named:
            yield from _named(self.running.named, self.term)
        if self.day and self.is_minimum:
            yield self._waits(self.day)

    def _waits(self, day: dt.date) -> str:
        if self.term is None or self.term.to_midnight:
            return _("期限到最后一日的24:00为止，下一步从%(day)s起办理。") % {
                "day": date_format(day)
            }
        return _("下一步从%(day)s起办理，当天就可以。") % {"day": date_format(day)}


def _named(named: Named, term: Term | None) -> Iterator[str]:
    said = {"paper": named.paper, "day": date_format(named.day)}
    yield _("%(paper)s写明的最后一日是%(day)s。") % said
    if term and term.left(named.day):
        yield shortfall(term, named.day) + _("。")


registry: dict[str, Clock] = {}


def deadline(
    id: str,
    *,
    title: Text,
    basis: Basis,
    act: str,
    kind: Kind,
    reads: tuple[type[Record], ...],
    scope: Scope = Scope.CASE,
) -> Callable[[Find], Find]:
    """Register the decorated function as what finds the deadline `id` of a case."""

    def register(find: Find) -> Find:
        registry[id] = Clock(id, title, basis, act, kind, scope, reads, find)
        return find

    return register


def history(facts: Facts) -> list[Deadline]:
    """Return every deadline that the case has had, those put out of date among them."""
    return [Deadline(clock, run) for clock in registry.values() for run in clock.find(facts)]


def deadlines(facts: Facts, acts: Collection[str] | None = None) -> list[Deadline]:
    """Return the deadlines of the case as it stands; only those of `acts`, where given."""
    clocks = [clock for clock in registry.values() if acts is None or clock.act in acts]
    found = ((clock, _standing(clock, facts)) for clock in clocks)
    return [Deadline(clock, running) for clock, running in found if running]


def _standing(clock: Clock, facts: Facts) -> Running | None:
    """Return the last that the clock finds, unless a later draft has put it out of date."""
    found = list(clock.find(facts))
    if not found or clock.scope is Scope.CASE:
        return found[-1] if found else None
    last = found[-1]
    now = facts.case.draft_root if clock.scope is Scope.ROOT else facts.case.draft_id
    return last if getattr(last.record, clock.scope.value) == now else None


def length_of(facts: Facts, name: str) -> Length | None:
    """Return the length that the law gives a period, the one for the case's procedure first."""
    return facts.law.length(f"{name}_{facts.case.procedure}") or facts.law.length(name)


def day_of(record: Record) -> dt.date:
    """Return the day of a record, in the district's time."""
    return timezone.localdate(record.at)


def kinds(acts: Collection[str]) -> list[type[Model]]:
    """Return the kinds of record that the deadlines of `acts` are found from."""
    reads = (clock.reads for clock in registry.values() if clock.act in acts)
    return list(dict.fromkeys(kind for kinds in reads for kind in kinds))
