"""The state machine as a picture, drawn from the code so that it is never out of date."""

from collections.abc import Iterator

from django.utils import translation

from decisions.states import State, transition_table

LANGUAGE = "zh-hans"
"""States are labelled in the language of the law, whoever draws them."""


def mermaid() -> str:
    """Return every state and every transition in the notation of Mermaid."""
    with translation.override(LANGUAGE):
        return "\n".join(("stateDiagram-v2", *(f"    {line}" for line in _lines())))


def _lines() -> Iterator[str]:
    """Yield the states by their labels, then the way in, the moves and the ways out."""
    moves = dict.fromkeys(transition_table())
    for state in State:
        yield f'state "{state.label} {state.value}" as {state.value}'
    yield f"[*] --> {State.PROPOSED.value}"
    yield from (f"{source} --> {target}" for source, target in moves)
    sources = {source for source, _target in moves}
    yield from (f"{state.value} --> [*]" for state in State if state.value not in sources)
