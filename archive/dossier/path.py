"""The way that a case took through the states: each visit in its order."""

from dataclasses import dataclass

from archive.dossier.chronicle import Chronicle
from archive.dossier.values import day_of
from decisions.states import State


@dataclass(frozen=True)
class Visit:
    """One arrival in a state: the how-manieth, when, by which act."""

    number: int
    state: State
    day: str
    act: str
    seq: int

    @property
    def label(self) -> str:
        """What the state is called."""
        return str(self.state.label)


def visits(chronicle: Chronicle) -> tuple[Visit, ...]:
    """Return every arrival in a state, the first one included."""
    arrivals = [
        done for done in chronicle.done if done.entry.state_before != done.entry.state_after
    ]
    if not arrivals or arrivals[0].entry.seq != 1:
        arrivals = [*chronicle.done[:1], *arrivals]
    return tuple(
        Visit(
            number,
            State(done.entry.state_after),
            day_of(done.entry.at),
            str(done.act.title),
            done.entry.seq,
        )
        for number, done in enumerate(arrivals, 1)
    )
