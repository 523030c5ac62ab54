"""The state diagram of one case: where it went stands out, where it did not is pale.

All measures are millimetres of the page; the states stand one below the other, in the order in
which the law names them. What went straight on is an arrow between two boxes; what went back, or
past a state, is a bracket at their left.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from archive.dossier.path import Visit
from decisions.states import State, transition_table

ORDER = list(State)
PITCH, HEIGHT = 8.2, 5.8
LEFT, WIDTH = 50.0, 52.0
LANE, LANES = 4.0, 11
COLOURS = {"on": "#1b2024", "back": "#a62b1d", "pale": "#b9bfc4"}
SHOWN = 4
"""How many numbers of visits stand beside a state; the table below has all."""


@dataclass(frozen=True)
class Box:
    """One state."""

    label: str
    y: float
    note: str
    """When it was first reached; empty for a state that never was."""
    x, width, height = LEFT, WIDTH, HEIGHT
    centre, beside = LEFT + WIDTH / 2, LEFT + WIDTH + 3

    @property
    def baseline(self) -> float:
        """Where its letters stand."""
        return round(self.y + HEIGHT / 2 + 1.1, 2)

    @property
    def colour(self) -> str:
        """The colour of its frame."""
        return COLOURS["on" if self.note else "pale"]

    @property
    def thick(self) -> float:
        """How thick its frame is."""
        return 0.4 if self.note else 0.2

    @property
    def ink(self) -> str:
        """The colour of its name: pale, but not below the contrast that a reader needs."""
        return COLOURS["on"] if self.note else "#5c656d"


@dataclass(frozen=True)
class Arrow:
    """One move, as the points of a line and of its head."""

    points: str
    head: str
    kind: str
    """`on`, `back`, or `pale` for a way straight on that was not taken."""

    @property
    def colour(self) -> str:
        """Its colour."""
        return COLOURS[self.kind]

    @property
    def thick(self) -> float:
        """How thick it is."""
        return 0.2 if self.kind == "pale" else 0.4


@dataclass(frozen=True)
class Drawing:
    """The whole diagram, and what it shows in words."""

    width: float
    height: float
    boxes: tuple[Box, ...]
    arrows: tuple[Arrow, ...]
    title: str


def drawing(visits: Sequence[Visit]) -> Drawing:
    """Return the diagram of a case's visits."""
    taken = list(dict.fromkeys((a.state, b.state) for a, b in pairwise(visits)))
    return Drawing(
        width=156,
        height=round(PITCH * len(ORDER), 2),
        boxes=tuple(_box(state, visits) for state in ORDER),
        arrows=(*_straight(taken), *_brackets(taken)),
        title="状态图：" + "，".join(f"{one.number}{one.label}" for one in visits),
    )


def _top(state: State) -> float:
    return round(ORDER.index(state) * PITCH + 1, 2)


def _box(state: State, visits: Sequence[Visit]) -> Box:
    own = [one for one in visits if one.state == state]
    return Box(str(state.label), _top(state), _note(own) if own else "")


def _note(own: Sequence[Visit]) -> str:
    """Write the numbers of the visits and the day of the first."""
    numbers = [str(one.number) for one in own]
    if len(numbers) > SHOWN:
        numbers = [*numbers[: SHOWN - 1], "…", numbers[-1]]
    return f"{'、'.join(numbers)}　{'首次' if len(own) > 1 else ''}{own[0].day}"


def _straight(taken: Sequence[tuple[State, State]]) -> Iterator[Arrow]:
    """Yield the arrows from a state to the next: dark where the case went, else pale."""
    known = set(transition_table())
    x = LEFT + WIDTH / 2
    for before, after in pairwise(ORDER):
        if (before, after) in known:
            top, bottom = _top(before) + HEIGHT, _top(after)
            kind = "on" if (before, after) in taken else "pale"
            yield Arrow(
                f"{x},{top:.2f} {x},{bottom - 1:.2f}",
                f"{x - 0.9},{bottom - 1.4:.2f} {x + 0.9},{bottom - 1.4:.2f} {x},{bottom:.2f}",
                kind,
            )


def _brackets(taken: Sequence[tuple[State, State]]) -> Iterator[Arrow]:
    """Yield the moves back and past a state, each in the innermost lane that is free."""
    lanes: list[list[tuple[float, float]]] = [[] for _ in range(LANES)]
    jumps = [move for move in taken if ORDER.index(move[1]) - ORDER.index(move[0]) != 1]
    for before, after in sorted(jumps, key=_reach):
        start, end = _top(before) + HEIGHT * 0.7, _top(after) + HEIGHT * 0.3
        low, high = min(start, end), max(start, end)
        lane = next((n for n, used in enumerate(lanes) if _free(used, low, high)), LANES - 1)
        lanes[lane].append((low, high))
        yield _bracket(LEFT - LANE * (lane + 1), start, end)


def _reach(move: tuple[State, State]) -> int:
    return abs(ORDER.index(move[1]) - ORDER.index(move[0]))


def _free(used: Sequence[tuple[float, float]], low: float, high: float) -> bool:
    return all(high < one_low or low > one_high for one_low, one_high in used)


def _bracket(x: float, start: float, end: float) -> Arrow:
    return Arrow(
        f"{LEFT},{start:.2f} {x},{start:.2f} {x},{end:.2f} {LEFT - 1:.2f},{end:.2f}",
        f"{LEFT - 1.4:.2f},{end - 0.9:.2f} {LEFT - 1.4:.2f},{end + 0.9:.2f} {LEFT},{end:.2f}",
        "back" if end < start else "on",
    )
