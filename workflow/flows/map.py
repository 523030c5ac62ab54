"""Where the law and the to-do list must agree: which duties may be open in which state."""

from functools import cache
from typing import Any

from decisions.states import State
from workflow.flows.motion import duties, is_listed

ENDS = frozenset({State.DECLINED, State.ARCHIVED})
"""The states in which nothing need be open."""
IN_PARALLEL = frozenset({State.CONSULTING})
"""The states in which several duties may be open at once."""


@cache
def open_in(flow: Any) -> dict[State, frozenset[str]]:
    """Return, for every state, the names of the duties of `flow` that may be open in it."""
    listed = [duty for duty in duties(flow) if is_listed(duty)]
    return {
        state: frozenset(duty.name for duty in listed if state in duty.states) for state in State
    }
