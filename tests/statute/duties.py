"""What a duty of the statute is, and from which state on it must have been done."""

from collections.abc import Callable, Collection
from dataclasses import dataclass

from tests.statute.papers import File

Test = Callable[[File], bool]

WAY = (
    "proposed", "classified", "initiated", "researching", "consulting", "department_review",
    "legality_review", "reviewed", "submitted", "on_agenda", "amending", "deliberated", "decided",
    "reported", "issued", "published", "executing", "suspended", "evaluated", "closed", "archived",
)  # fmt: skip
"""The way of a decision; whoever stands further on has passed all that lies before."""


@dataclass(frozen=True)
class Duty:
    """One thing that an article demands before a case may stand where it stands."""

    article: str
    states: frozenset[str]
    procedures: frozenset[str]
    done: Test

    def __str__(self) -> str:
        """Return the article and what it asks for."""
        return f"{self.article}：{self.done.__name__}"

    def binds(self, file: File) -> bool:
        """Say whether it is owed where the case stands."""
        return file.state in self.states and file.procedure in self.procedures


duties: list[Duty] = []
ALL = ("major", "general", "normative")


def duty(
    article: str,
    *,
    since: str = "",
    only: Collection[str] = (),
    procedures: Collection[str] = ALL,
) -> Callable[[Test], Test]:
    """Note the decorated test as a duty, owed from the state `since` on, or `only` in some."""
    states = frozenset(only or WAY[WAY.index(since) :])

    def note(test: Test) -> Test:
        duties.append(Duty(article, states, frozenset(procedures), test))
        return test

    return note


def ended(file: File) -> bool:
    """Say whether the case was ended before a decision; of such a one little is asked."""
    return file.last("termination") is not None


def lacks(case: int) -> list[str]:
    """Return every duty that is owed by a case where it stands, and is not done."""
    file = File(case)
    if file.state == "archived" and ended(file):
        return [] if file.last("dossier") else ["条例第三十三条：a_dossier_is_sealed"]
    return [str(duty) for duty in duties if duty.binds(file) and not duty.done(file)]
