"""The deadlines that a case has, each with the day to go by and its computation."""

import datetime as dt
from collections.abc import Collection, Iterator
from dataclasses import dataclass

from django.utils.formats import date_format
from django.utils.translation import gettext as _

from decisions.basis import Basis
from decisions.calendar import ONE_DAY
from decisions.deadlines.registry import Clock, Kind, Named, Running, registry
from decisions.facts import Facts
from decisions.reckoning import reckoning, shortfall
from decisions.record import Record, Row
from decisions.terms import Term, Text


@dataclass(frozen=True)
class Deadline:
    """One deadline of one case."""

    clock: Clock
    running: Running

    @property
    def basis(self) -> Basis:
        """The article that it rests on."""
        return self.clock.basis

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

    def allows(self, day: dt.date) -> bool:
        """Say whether the act may be done on `day`, as far as this deadline goes."""
        if self.day is None:
            return not self.is_minimum
        return day >= self.day if self.is_minimum else day <= self.day

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
        yield _("%(lacking)s。") % {"lacking": shortfall(term, named.day)}


def history(facts: Facts) -> list[Deadline]:
    """Return every deadline that the case has had, those put out of date too, as they began."""
    found = [Deadline(clock, run) for clock in registry.values() for run in clock.found(facts)]
    return sorted(found, key=lambda one: one.running.record.seq)


def deadlines(facts: Facts, acts: Collection[str] | None = None) -> list[Deadline]:
    """Return the deadlines of the case as it stands; only those of `acts`, where given."""
    asked = [clock for clock in registry.values() if acts is None or clock.act in acts]
    found = ((clock, clock.standing(facts)) for clock in asked if clock.holds(facts.case))
    return [Deadline(clock, running) for clock, running in found if running]


def deadline_of(facts: Facts, id: str) -> Deadline | None:
    """Return one deadline of the case as it stands, by its id; None where it does not run."""
    running = registry[id].standing(facts)
    return Deadline(registry[id], running) if running else None


def binding(found: Collection[Deadline], today: dt.date) -> Deadline | None:
    """Return the one to go by today: what must still be waited for, else what is due first."""
    waits = [one for one in found if one.is_minimum and (one.day is None or one.day > today)]
    if waits:
        return max(waits, key=lambda one: one.day or dt.date.max)
    due = [one for one in found if not one.is_minimum]
    return min(due, key=lambda one: one.day or dt.date.max) if due else next(iter(found), None)


def kinds(acts: Collection[str]) -> list[type[Record | Row]]:
    """Return the kinds of record and row that the deadlines of `acts` are found from."""
    reads = (clock.reads for clock in registry.values() if clock.act in acts)
    return list(dict.fromkeys(kind for kinds in reads for kind in kinds))
