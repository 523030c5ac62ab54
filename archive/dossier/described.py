"""What the dossier must know of an act; the acts themselves live a room above."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from decisions.models import Step
from decisions.record import Record, Row
from decisions.requirements import Requirement, Text


@dataclass(frozen=True)
class Described:
    """An act's declaration, as far as the dossier prints it."""

    name: str
    title: Text
    step: Step
    record: type[Record]
    rows: tuple[type[Row], ...]
    signs: bool
    """Whether its actor put a name to it."""
    asked: Callable[[str, str], Sequence[Requirement]]
    """What had to be met to do it from one state to another."""
