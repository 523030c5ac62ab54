"""What a case still has before it, where nothing goes back."""

from collections.abc import Iterator
from functools import cache
from typing import Any

from decisions.models import Case
from decisions.states import State, transition_table
from workflow.acts import Act
from workflow.flows import flow_of
from workflow.flows.duty import Duty

ORDER = list(State)
ASIDE = (State.SUSPENDED, State.TERMINATED)
"""The states beside the way: from them a case goes on to one that is listed before."""


@cache
def onward(state: str) -> frozenset[str]:
    """Return `state` and every state to which the law leads from it without going back."""
    found, new = {state}, [state]
    while new:
        came = new.pop()
        further = {after for before, after in transition_table() if before == came}
        new += [after for after in further - found if _is_forward(came, after)]
        found |= set(new)
    return frozenset(found)


def _is_forward(before: str, after: str) -> bool:
    return before in ASIDE or ORDER.index(State(after)) > ORDER.index(State(before))


@cache
def way(flow: Any) -> tuple[Duty, ...]:
    """Return the duties to which a flow leads by itself, without those that leap into it."""
    found, new = dict.fromkeys([flow.start]), [flow.start]
    while new:
        following = [edge.dst for edge in new.pop(0)._outgoing()]
        new += [node for node in following if node not in found]
        found |= dict.fromkeys(following)
    return tuple(node for node in found if isinstance(node, Duty))


def ahead(case: Case) -> Iterator[tuple[Act, str]]:
    """Yield each act that may still come in the case's procedure, with the state it is done in."""
    states = onward(case.state)
    for duty in way(flow_of(case)):
        yield from ((duty.act, state) for state in duty.states if state in states)
