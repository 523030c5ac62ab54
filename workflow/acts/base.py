"""What an act is: one short declaration from which everything else follows.

Its form, its page, its permission, its place in the to-do list, its row in the ledger and
its section of the dossier are all derived from the class attributes below.
"""

import re
from collections.abc import Callable, Mapping
from typing import Any, ClassVar

from django.db.models import QuerySet

from archive.dossier import Described
from decisions.facts import Facts
from decisions.models import Case, Step
from decisions.parties import Party
from decisions.record import Record, Row
from decisions.requirements import Requirement, Text, registry, unmet
from decisions.states import Move, State, move_between, needs, sources

Transition = Move
Choices = Callable[[Facts], QuerySet[Any]]


class Act:
    """One named thing that a person in a post does to a case.

    A subclass is registered under its name in snake case: `FileDraft` is `file_draft`.
    """

    registry: ClassVar[dict[str, "Act"]] = {}

    name: ClassVar[str]
    title: ClassVar[Text]
    step: ClassVar[Step]
    by: ClassVar[Party | Mapping[State, Party] | None] = None
    """Who may do it, by state where that differs; None for the public."""
    record: ClassVar[type[Record]]
    rows: ClassVar[tuple[type[Row], ...]] = ()
    may_be_empty: ClassVar[tuple[type[Row], ...]] = ()
    """The kinds of line of which there need be none."""
    made: ClassVar[tuple[type[Row], ...]] = ()
    """The kinds of line that nobody hands in: `fill` makes them."""
    requires: ClassVar[tuple[Requirement, ...]] = ()
    """What must be met, besides what the transition itself needs."""
    transition: ClassVar[Transition | None] = None
    during: ClassVar[tuple[State, ...]] = ()
    """The states in which it may be done, for an act that does not always move the case."""
    helps: ClassVar[str] = ""
    """The name of the flow's node during which it is offered, for an act without its own."""
    beside: ClassVar[tuple[State, ...]] = ()
    """The states in which it is offered though no node of the flow waits for it."""
    procedures: ClassVar[tuple[str, ...]] = ()
    """The procedures in which it is offered; all of them where none is named."""
    leaps: ClassVar[bool] = False
    """Whether it takes the case out of wherever its flow stands."""
    instead_of: ClassVar[str] = ""
    """The name of the flow's node whose place it takes, where the law knows another way."""
    signs: ClassVar[bool] = False
    """Whether a name is put to something: the button is the cinnabar one."""
    lasts: ClassVar[Text] = ""
    """What to tell whoever hands it in, where it takes longer than a page: a worker does it."""
    past: ClassVar[tuple[str, ...]] = ()
    """The columns that tell of a day gone by, never later than the act's own."""
    choices: ClassVar[Mapping[str, Choices]] = {}
    """What a field that names a person, unit or opinion may name."""

    def __init_subclass__(cls) -> None:
        """Register the act."""
        cls.name = re.sub(r"(?<!^)(?=[A-Z])", "_", cls.__name__).lower()
        Act.registry[cls.name] = cls()

    def __str__(self) -> str:
        """Return the act's title in the reader's language."""
        return str(self.title)

    def party(self, case: Case | None) -> Party | None:
        """Return who may do it to `case` as it stands; None for the public."""
        if not isinstance(self.by, Mapping):
            return self.by
        default = next(iter(self.by.values()))
        return self.by.get(State(case.state), default) if case else default

    def move(self, record: Any, case: Case) -> Transition | None:
        """Return the transition that `record` calls for, None where the case stays."""
        return type(self).transition

    def prepare(self, facts: Facts, data: Mapping[str, Any]) -> Any:
        """Make, before the transaction, what takes long; `fill` finds it in the facts.

        `data` is as it came and not yet checked.
        """

    def fill(self, record: Any, facts: Facts) -> None:
        """Fill in what the form does not ask for, lines among `facts.rows`; nothing is saved yet."""

    def apply(self, case: Case, record: Any) -> None:
        """Set the columns of `case` that the record decides."""

    def afterwards(self, record: Any, facts: Facts) -> None:
        """Do what else the act brings about, in the same transaction; no audit repeats it."""

    @property
    def states(self) -> tuple[str, ...]:
        """The states in which it may be done."""
        transition = type(self).transition
        if self.during or transition is None:
            return self.during
        return sources(transition)

    def requirements(self, state: str, move: Transition | None = None) -> list[Requirement]:
        """Return all that must be met to do it from `state`, each once."""
        move = move or type(self).transition
        guarding = [registry[id] for id in needs(move, state)] if move else []
        return list(dict.fromkeys([*self.requires, *guarding]))

    def asked(self, before: str, after: str) -> list[Requirement]:
        """Return what had to be met when it took a case from one state to another."""
        return self.requirements(before, move_between(before, after))

    @property
    def lines(self) -> tuple[type[Row], ...]:
        """Every kind of line that its record has."""
        return (*self.rows, *self.made)

    @property
    def described(self) -> Described:
        """What the dossier prints of this declaration."""
        return Described(
            self.name, self.title, self.step, self.record, self.lines, self.signs, self.asked
        )

    def unmet(self, facts: Facts) -> list[Requirement]:
        """Return all that is missing, before anything is handed in."""
        return unmet(self.judged_beforehand(facts.case.state), facts)

    def judged_beforehand(self, state: str) -> list[Requirement]:
        """Return what can be judged before the act's own record is there."""
        return [one for one in self.requirements(state) if not one.comes_with(self.record)]
