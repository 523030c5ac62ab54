"""What comes next for a case, what is still missing for it, and who can mend that."""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass

from django.utils.translation import gettext as _

from decisions.deadlines import Deadline, deadlines
from decisions.facts import Facts
from decisions.models import Case
from decisions.parties import Party
from decisions.requirements import Requirement
from people.models import Tenure, Unit
from workflow.acts import Act, registry
from workflow.panels.offers import in_place
from workflow.posts import holders, may


@dataclass(frozen=True)
class Lack:
    """One requirement that is not met."""

    sentence: str
    bases: list[str]
    act: Act
    """The act that mends it."""
    who: str
    mine: bool
    """Whether the reader may do that act now."""


@dataclass(frozen=True)
class Next:
    """An act that waits, with everything that it still lacks."""

    act: Act
    who: str
    mine: bool
    lacks: list[Lack]
    deadlines: list[Deadline]
    """Before which day it must not, or by which it must, be done."""
    total: int
    """How many requirements can be judged before anything is handed in."""

    @property
    def met(self) -> int:
        """How many of them are met."""
        return self.total - len(self.lacks)


class Outlook:
    """A reader's view of what comes next for one case."""

    def __init__(self, facts: Facts, tenures: Sequence[Tenure], waiting: Collection[str]) -> None:
        """Begin with nothing judged; `waiting` names the flow's nodes that are open."""
        self.facts, self.tenures, self.waiting = facts, tenures, waiting
        self.case: Case = facts.case
        self.units = {unit.pk: unit.name for unit in _units(self.case)}
        self.holders: list[Tenure] = []

    def of(self, acts: Iterable[Act]) -> list[Next]:
        """Return the outlook of each act, those that the reader may do first."""
        acts = list(acts)
        parties = (act.party(self.case) for act in acts)
        self.holders = holders((party for party in parties if party), self.facts.day)
        return sorted(map(self._next, acts), key=lambda coming: not coming.mine)

    def _next(self, act: Act) -> Next:
        mine = [tenure for tenure in self.tenures if may(act, self.case, tenure)]
        # What depends on the person is judged for the reader, else for somebody who may do it.
        others = [tenure for tenure in self.holders if may(act, self.case, tenure)]
        self.facts.actor = next(iter([*mine, *others]), None)
        judged = act.judged_beforehand(self.case.state)
        lacks = [self._lack(missing) for missing in act.unmet(self.facts)]
        held_to = deadlines(self.facts, {act.name})
        return Next(act, self.who(act), bool(mine), lacks, held_to, len(judged))

    def _lack(self, missing: Requirement) -> Lack:
        act = registry[missing.mend]
        mine = any(may(act, self.case, tenure) for tenure in self.tenures)
        return Lack(
            missing.lack_in(self.facts),
            [str(basis) for basis in missing.basis],
            act,
            self.who(act),
            mine and in_place(act, self.case, self.waiting),
        )

    def who(self, act: Act) -> str:
        """Return who does an act: the party, its unit, and the one who holds the post."""
        party = act.party(self.case)
        if party is None:
            return ""
        found = [tenure for tenure in self.holders if party.includes(tenure, self.case)]
        named = [f"{held.post.unit.name} {held.person.name}" for held in found[:3]]
        return _("、").join(named) if named else self._party(party)

    def _party(self, party: Party) -> str:
        unit = self.units.get(party.unit_id(self.case) or 0)
        return f"{unit}·{party}" if unit else str(party)


def _units(case: Case) -> Iterable[Unit]:
    """Return the units that take part in the case."""
    keys = (
        case.undertaking_unit_id, case.executing_unit_id,
        case.assessor_unit_id, case.evaluator_unit_id,
    )  # fmt: skip
    return Unit.objects.filter(pk__in=[key for key in keys if key])
