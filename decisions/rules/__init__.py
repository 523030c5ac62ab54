"""The law over the records: one module a step, one function a requirement."""

from decisions.rules import (
    accountability,
    deliberation,
    dossier,
    draft,
    evaluation,
    execution,
    experts,
    fair_competition,
    hearing,
    initiation,
    legality,
    public_input,
    publication,
    research,
    risk,
    steps,
)

__all__ = [
    "accountability",
    "deliberation",
    "dossier",
    "draft",
    "evaluation",
    "execution",
    "experts",
    "fair_competition",
    "hearing",
    "initiation",
    "legality",
    "public_input",
    "publication",
    "research",
    "risk",
    "steps",
]
