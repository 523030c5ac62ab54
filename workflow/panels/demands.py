"""All that the law asks of a case, step by step: met how, or mended by whom and by when."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import groupby

from decisions.deadlines import Deadline, binding, deadlines
from decisions.models import Step
from workflow.checklist import Item
from workflow.panels.lacks import Lack, Outlook
from workflow.past import Done, Past


@dataclass(frozen=True)
class Demand:
    """One requirement: how it was met, or how it can be."""

    item: Item
    lack: Lack | None = None
    deadline: Deadline | None = None
    """Before which day it must not, or by which it must, be mended."""
    met: Done | None = None
    """The last time that the act which mends it was done."""


@dataclass(frozen=True)
class Group:
    """The requirements of one step, those that are not met first."""

    step: Step
    demands: Sequence[Demand]

    @property
    def total(self) -> int:
        """How many apply."""
        return sum(demand.item.standing != "waived" for demand in self.demands)

    @property
    def met(self) -> int:
        """How many of them are met."""
        return sum(demand.item.standing == "done" for demand in self.demands)

    @property
    def open(self) -> bool:
        """Whether something is missing now."""
        return any(demand.item.standing == "lack" for demand in self.demands)


RANK = ("lack", "wait", "done", "waived")


class Demands:
    """The checklist of a case as its page shows it."""

    def __init__(self, items: Iterable[Item], outlook: Outlook, past: Past) -> None:
        """Say of each item how it was met, or by whom and by when it can be."""
        self.outlook, self.past = outlook, past
        self.groups = [
            Group(step, sorted(map(self._demand, found), key=_rank))
            for step, found in groupby(items, key=lambda item: item.step)
        ]

    @property
    def total(self) -> int:
        """How many requirements apply to the case."""
        return sum(group.total for group in self.groups)

    @property
    def met(self) -> int:
        """How many of them are met."""
        return sum(group.met for group in self.groups)

    def _demand(self, item: Item) -> Demand:
        if item.unmet:
            lack = self.outlook.lack(item.requirement, self._sentence(item))
            return Demand(item, lack, self._deadline(item))
        met = self.past.last(item.mend.name, item.judged) if item.standing == "done" else None
        return Demand(item, met=met)

    def _sentence(self, item: Item) -> str:
        """Say what is missing; of what is not due yet, what will have to be so."""
        if item.standing == "lack":
            return item.requirement.lack_in(self.outlook.facts)
        return str(item.requirement.title)

    def _deadline(self, item: Item) -> Deadline | None:
        facts = self.outlook.facts
        return binding(deadlines(facts, {item.mend.name}), facts.day)


def _rank(demand: Demand) -> int:
    return RANK.index(demand.item.standing)
