"""An act described for a reader, or for a program: all of it from its declaration."""

from collections.abc import Mapping
from typing import Any

from django.utils.translation import gettext as _

from decisions.parties import Party
from decisions.requirements import Requirement
from decisions.states import State
from workflow.acts import Act
from workflow.schema import schema


def described(act: Act) -> dict[str, Any]:
    """Return an act: what it is, who may do it, where, what must be met, its data."""
    return {
        "name": act.name,
        "title": str(act),
        "step": {"name": act.step.value, "title": str(act.step.label)},
        "by": [_party(party) for party in parties(act)] or [{"role": "public", "title": _("公众")}],
        "states": list(act.states),
        "requirements": [_requirement(found) for found in requirements(act)],
        "data": schema(act),
    }


def parties(act: Act) -> list[Party]:
    """Return who may do it, in some state or other; nobody named means the public."""
    if isinstance(act.by, Mapping):
        return list(act.by.values())
    return [act.by] if act.by else []


def requirements(act: Act) -> list[Requirement]:
    """Return all that must be met to do it, in some state or other, each once."""
    states = act.states or (State.PROPOSED.value,)
    return list(dict.fromkeys(found for state in states for found in act.requirements(state)))


def _party(party: Party) -> dict[str, str]:
    found = {"role": party.role.value, "title": str(party)}
    return {**found, "unit": party.unit} if party.unit else found


def _requirement(requirement: Requirement) -> dict[str, Any]:
    found = {
        "id": requirement.id,
        "title": str(requirement.title),
        "basis": [str(basis) for basis in requirement.basis],
    }
    return {**found, "procedures": list(requirement.only)} if requirement.only else found
