"""What comes next for a case, what is still missing for it, and who can mend that."""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass

from decisions.deadlines import Deadline, deadlines
from decisions.facts import Facts
from decisions.models import Case
from decisions.requirements import Requirement
from people.models import Tenure
from workflow.acts import Act, registry
from workflow.panels.offers import in_place
from workflow.posts import may
from workflow.roster import Roster


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

    def __init__(
        self,
        facts: Facts,
        tenures: Sequence[Tenure],
        waiting: Collection[str],
        roster: Roster,
    ) -> None:
        """Begin with nothing judged; `waiting` names the flow's nodes that are open."""
        self.facts, self.tenures, self.waiting, self.roster = facts, tenures, waiting, roster
        self.case: Case = facts.case

    def of(self, acts: Iterable[Act]) -> list[Next]:
        """Return the outlook of each act, those that the reader may do first."""
        return sorted(map(self._next, acts), key=lambda coming: not coming.mine)

    def _next(self, act: Act) -> Next:
        mine = [tenure for tenure in self.tenures if may(act, self.case, tenure)]
        # What depends on the person is judged for the reader, else for somebody who may do it.
        self.facts.actor = next(iter([*mine, *self.roster.able(act)]), None)
        judged = act.judged_beforehand(self.case.state)
        lacks = [self.lack(one, one.lack_in(self.facts)) for one in act.unmet(self.facts)]
        held_to = deadlines(self.facts, {act.name})
        return Next(act, self.roster.who(act), bool(mine), lacks, held_to, len(judged))

    def lack(self, missing: Requirement, sentence: str) -> Lack:
        """Return a requirement that is not met, with who mends it."""
        act = registry[missing.mend]
        mine = any(may(act, self.case, tenure) for tenure in self.tenures)
        return Lack(
            sentence,
            [str(basis) for basis in missing.basis],
            act,
            self.roster.who(act),
            mine and in_place(act, self.case, self.waiting),
        )
