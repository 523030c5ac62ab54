"""The law over the records: one module a step, one function a requirement."""

from decisions.rules import (
    deliberation,
    dossier,
    experts,
    fair_competition,
    hearing,
    initiation,
    legality,
    public_input,
    publication,
    research,
    risk,
)

__all__ = [
    "deliberation",
    "dossier",
    "experts",
    "fair_competition",
    "hearing",
    "initiation",
    "legality",
    "public_input",
    "publication",
    "research",
    "risk",
]
