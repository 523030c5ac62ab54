"""Where the law and the to-do list must agree: which duties may be open in which state."""

from collections.abc import Iterator
from functools import cache

from decisions.states import State
from workflow.flows.duty import Duty
from workflow.flows.motion import duties

ENDS = frozenset({State.DECLINED, State.ARCHIVED})
"""The states in which nothing need be open."""
IN_PARALLEL = frozenset({State.CONSULTING})
"""The states in which several duties may be open at once."""


@cache
def open_in() -> dict[State, frozenset[str]]:
    """Return, for every state, the names of the duties that may be open in it."""
    listed = list(_listed())
    return {
        state: frozenset(duty.name for duty in listed if state in duty.states) for state in State
    }


def _listed() -> Iterator[Duty]:
    """Yield the duties that are ever listed; the others are acts that leap, done at once."""
    yield from (duty for duty in duties() if any(True for _edge in duty._incoming()))
