"""What the law requires before an act may be done.

A requirement is one function, registered under one id. The id stands in the refusal,
in the ledger, on the page that says what is missing, and in the test that breaks it.
"""

import datetime as dt
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any

from django.db.models import Model
from django.utils.functional import Promise

from decisions.basis import Basis
from decisions.facts import Facts
from people.models import Tenure

Text = str | Promise
Test = Callable[[Facts], bool]


@dataclass(frozen=True)
class Requirement:
    """One thing that the law asks for, and how to say that it is missing."""

    id: str
    title: Text
    """What must be so: 风险已认定可控."""
    lack: Text
    """The sentence for the person who must act; may hold `%(n)d` or `%(names)s`."""
    basis: tuple[Basis, ...]
    mend: str
    """The name of the act that would meet it."""
    test: Test
    count: Callable[[Facts], int] | None
    names: Callable[[Facts], str] | None
    of: type[Model] | None
    """The record whose own content is judged; judged when that record is handed in."""
    only: tuple[str, ...] = ()
    """The procedures that ask for it; all of them where none is named."""

    def asked_in(self, procedure: str) -> bool:
        """Say whether a procedure asks for it."""
        return not self.only or procedure in self.only

    def applies(self, facts: Facts) -> bool:
        """Say whether the case's procedure asks for it."""
        return self.asked_in(facts.case.procedure)

    def met(self, facts: Facts) -> bool:
        """Say whether the case, as `facts` show it, meets the requirement."""
        return not self.applies(facts) or facts.once(self.id, lambda: self.test(facts))

    def lack_in(self, facts: Facts) -> str:
        """Return the sentence that names what is missing, with its number."""
        known: dict[str, int | str] = {}
        if self.count is not None:
            known["n"] = self.count(facts)
        if self.names is not None:
            known["names"] = self.names(facts)
        return str(self.lack) % known if known else str(self.lack)

    def comes_with(self, record: type[Model]) -> bool:
        """Say whether it is judged only once a `record` is handed in, being about that one."""
        return self.of is not None and issubclass(record, self.of)


registry: dict[str, Requirement] = {}


def requirement(
    id: str,
    *,
    title: Text,
    lack: Text,
    basis: Basis | tuple[Basis, ...],
    mend: str,
    count: Callable[[Facts], int] | None = None,
    names: Callable[[Facts], str] | None = None,
    of: type[Model] | None = None,
    only: tuple[str, ...] = (),
) -> Callable[[Test], Requirement]:
    """Register the decorated test as the requirement `id`, and return that requirement."""

    def register(test: Test) -> Requirement:
        bases = basis if isinstance(basis, tuple) else (basis,)
        registry[id] = Requirement(id, title, lack, bases, mend, test, count, names, of, only)
        return registry[id]

    return register


def unmet(requirements: Iterable[Requirement], facts: Facts) -> list[Requirement]:
    """Return every requirement that `facts` do not meet, in the order given."""
    return [requirement for requirement in requirements if not requirement.met(facts)]


def gather(case: Any, at: dt.datetime, actor: Tenure | None = None) -> Facts:
    """Return the facts of `case` at a moment, and hand them to its transitions' guards."""
    case.facts = Facts(case, at, actor)
    return case.facts  # type: ignore[no-any-return]  # a case is typed above this module


@dataclass(frozen=True)
class Needs:
    """The guard of a transition: true when the facts gathered meet every requirement named."""

    ids: tuple[str, ...]

    def __call__(self, case: Any) -> bool:
        """Judge `case` by its facts; without facts, so outside the door, nothing may move."""
        return case.facts is not None and all(registry[id].met(case.facts) for id in self.ids)
