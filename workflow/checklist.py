"""All that the law asks of a case: of one act that is to be done, and of the whole procedure."""

import datetime as dt
from collections.abc import Collection, Iterable
from dataclasses import dataclass
from functools import cache

from archive.dossier.circumstances import CONDITIONAL
from decisions.facts import Facts
from decisions.models import Case, Draft, Step, StepDetermination
from decisions.requirements import Requirement
from decisions.requirements import registry as requirements
from decisions.rules.steps import applies
from people.models import Tenure
from workflow.acts import Act, registry
from workflow.ahead import ahead
from workflow.past import Past
from workflow.roster import Roster

STEPS = list(Step)


def unmet(
    case: Case, act: Act | str, at: dt.datetime, actor: Tenure | None = None
) -> list[Requirement]:
    """Return all that `act` still lacks at a moment, as far as it can be told beforehand.

    What depends on who does it is judged for `actor`, else for somebody who may do it.
    """
    act = act if isinstance(act, Act) else registry[act]
    facts = Facts(case, at, actor).whole()
    if actor is None:
        facts.actor = next(iter(Roster(case, facts.day).able(act)), None)
    return act.unmet(facts)


def step_of(requirement: Requirement) -> Step:
    """Return the step that a requirement's id names, else that of the act which mends it."""
    prefix = requirement.id.partition(".")[0]
    return Step(prefix) if prefix in Step.values else registry[requirement.mend].step


@dataclass(frozen=True)
class Item:
    """One requirement of a case, and how it stands."""

    requirement: Requirement
    step: Step
    standing: str
    """`done`, `lack`, `wait` where its step has not come, `waived` where it does not apply."""
    judged: int | None
    """The number of the act at which it was judged first, on the draft at hand."""

    @property
    def unmet(self) -> bool:
        """Whether it is not met, be its step come or not."""
        return self.standing in ("lack", "wait")

    @property
    def mend(self) -> Act:
        """The act that mends it."""
        return registry[self.requirement.mend]


class Checklist:
    """Every requirement that the acts done have met or that an act still to come asks for."""

    def __init__(self, facts: Facts, past: Past, roster: Roster, now: Collection[Act]) -> None:
        """Judge by `facts`, which are whole; `now` are the acts that wait to be done."""
        self.facts, self.past, self.roster, self.now = facts, past, roster, now
        self.steps = {act.step for act in now}
        self.asked = asked(past)
        self.asks = asks(facts.case)

    def items(self) -> list[Item]:
        """Return each requirement once, in the order of the steps."""
        items = [self._item(requirements[id]) for id in dict.fromkeys([*self.asked, *self.asks])]
        return sorted(items, key=lambda item: STEPS.index(item.step))

    def _item(self, requirement: Requirement) -> Item:
        step = step_of(requirement)
        return Item(requirement, step, self._standing(requirement, step), self._judged(requirement))

    def _judged(self, requirement: Requirement) -> int | None:
        times = self.asked.get(requirement.id, [])
        drafted = max((draft.seq for draft in self.facts.all(Draft)), default=0)
        first = next((seq for seq in times if seq > drafted), None)
        passed = None if requirement.id in self.asks else times[-1]
        return first or passed

    def _standing(self, requirement: Requirement, step: Step) -> str:
        if not requirement.applies(self.facts):
            return "waived"
        asking = [act for act in self.asks.get(requirement.id, ()) if not self._waived(act.step)]
        if not asking:
            met = requirement.id in self.asked and not self._waived(step)
            return "done" if met else "waived"
        if self._handed_in_later(requirement, asking):
            return "wait"
        if self._met(requirement, asking[0]):
            return self._met_by_now(requirement, step)
        return "lack" if self._come(step, asking) else "wait"

    def _met_by_now(self, requirement: Requirement, step: Step) -> str:
        """Tell what is met from what nothing has happened yet to break."""
        if self._waived(step):
            return "waived"
        touched = requirement.id in self.asked or self.past.last(requirement.mend)
        return "done" if touched or step in self.steps else "wait"

    def _come(self, step: Step, asking: Iterable[Act]) -> bool:
        return step in self.steps or any(act in self.now for act in asking)

    def _handed_in_later(self, requirement: Requirement, asking: Iterable[Act]) -> bool:
        """Say whether the paper that it is about has not been handed in."""
        return all(
            requirement.comes_with(act.record) and self.facts.latest(act.record) is None
            for act in asking
        )

    def _met(self, requirement: Requirement, asking: Act) -> bool:
        """Judge it for somebody who may do the act that asks first."""
        self.facts.actor = next(iter(self.roster.able(asking)), None)
        return requirement.met(self.facts)

    def _waived(self, step: Step) -> bool:
        """Say whether it was determined that the step does not apply."""
        columns = [column for column, (_name, which) in CONDITIONAL.items() if which == step]
        determined = self.facts.latest(StepDetermination) is not None
        return determined and any(not applies(self.facts, column) for column in columns)


def asks(case: Case) -> dict[str, list[Act]]:
    """Return which acts still to come ask for each requirement, by its id."""
    found: dict[str, list[Act]] = {}
    for act, state in ahead(case):
        for requirement in act.requirements(state):
            found.setdefault(requirement.id, []).append(act)
    return found


def asked(past: Past) -> dict[str, list[int]]:
    """Return the requirements that the acts done had to meet, with the numbers of these acts."""
    found: dict[str, list[int]] = {}
    for one in past.done:
        for id in _ids(one.act, one.state_before, one.state_after):
            found.setdefault(id, []).append(one.seq)
    return found


@cache
def _ids(act: str, before: str, after: str) -> tuple[str, ...]:
    return tuple(requirement.id for requirement in registry[act].asked(before, after))
