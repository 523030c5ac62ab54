"""The law over the records: one module a step, one function a requirement."""

from decisions.rules import (
    accountability,
    catalogue,
    deliberation,
    dossier,
    execution,
    experts,
    fair_competition,
    hearing,
    initiation,
    legality,
    normative,
    public_input,
    publication,
    research,
    risk,
)

__all__ = [
    "accountability",
    "catalogue",
    "deliberation",
    "dossier",
    "execution",
    "experts",
    "fair_competition",
    "hearing",
    "initiation",
    "legality",
    "normative",
    "public_input",
    "publication",
    "research",
    "risk",
]
