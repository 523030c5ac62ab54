"""The deadlines of a case: all of them, found in one place and each with its computation."""

from decisions.deadlines import (
    evaluation,
    execution,
    expiry,
    hearing,
    keeping,
    legality,
    public_input,
    publication,
    research,
)
from decisions.deadlines.found import Deadline, binding, deadline_of, deadlines, history, kinds
from decisions.deadlines.registry import Clock, Kind, registry

__all__ = [
    "Clock",
    "Deadline",
    "Kind",
    "binding",
    "deadline_of",
    "deadlines",
    "evaluation",
    "execution",
    "expiry",
    "hearing",
    "history",
    "keeping",
    "kinds",
    "legality",
    "public_input",
    "publication",
    "registry",
    "research",
]
