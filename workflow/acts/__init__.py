"""Every act, one module a step."""

from decisions.models import Step
from workflow.acts import (
    catalogue,
    closing,
    deliberation,
    evaluation,
    execution,
    experts,
    fair_competition,
    hearing,
    initiation,
    keeping,
    later,
    legality,
    normative,
    public_input,
    publication,
    research,
    risk,
)
from workflow.acts.base import Act

STEPS = list(Step)
registry: dict[str, Act] = {
    act.name: act for act in sorted(Act.registry.values(), key=lambda act: STEPS.index(act.step))
}
"""Every act by its name, in the order of the steps."""

__all__ = [
    "Act",
    "catalogue",
    "closing",
    "deliberation",
    "evaluation",
    "execution",
    "experts",
    "fair_competition",
    "hearing",
    "initiation",
    "keeping",
    "later",
    "legality",
    "normative",
    "public_input",
    "publication",
    "registry",
    "research",
    "risk",
]
