"""Playing the demonstration: dated acts from a file, each through the single door.

Every line of a file leaves exactly one row in its case's ledger, accepted or refused. That is
how a playing that was broken off is taken up again: from the first line without a row.
"""

import datetime as dt
import tomllib
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

from django.utils import timezone

from decisions.models import Case
from workflow.acts import registry
from workflow.replay import player
from workflow.replay.beside import Beside

Line = dict[str, Any]
WEEK = dt.timedelta(weeks=1)


class OffScript(Exception):  # noqa: N818  # the sentence reads: the playing is off script
    """An act was accepted that had to be refused, or refused otherwise than written."""


class Script:
    """One case as a file: `[[act]]` after `[[act]]`, with its texts and papers beside it.

    Each act has `name`, `at`, `by` (an account; absent for the public), `data`, `evidence`
    (files) and, where the attempt is to be refused, `refused` (exactly these requirements).
    Units are named by code, persons by account, opinions by the order in which they came in;
    `file:` names a text. `invented` says which fields, or whether all, are made up.

    A file that says which day is its `today` is moved by whole weeks, so that what it leaves
    open is open on the day on which it is played.
    """

    def __init__(self, path: Path) -> None:
        """Read the file; find the case if it was begun before."""
        described = tomllib.loads(path.read_text())
        self.folder = path.parent
        self.lines: list[Line] = described["act"]
        self.case = Case.objects.filter(title=self.title).order_by("pk").first()
        if "today" in described:
            self.lines = moved(self.lines, self._shift(described["today"]))

    @property
    def title(self) -> str:
        """The title of its case, by which the case is known again."""
        return str(self.lines[0]["data"]["title"])

    @property
    def begins_at(self) -> dt.datetime:
        """The moment of its first act."""
        return timezone.make_aware(self.lines[0]["at"])

    @property
    def waiting(self) -> list[Line]:
        """The lines not yet played."""
        return self.lines[self.case.length if self.case else 0 :]

    def _shift(self, today: dt.date) -> dt.timedelta:
        """Return how far to move: as far as before if it was begun, else up to this week."""
        if self.case:
            begun: dt.date = self.lines[0]["at"].date()
            return timezone.localdate(self.case.opened_at) - begun
        return (timezone.localdate() - today) // WEEK * WEEK

    def play(self, tell: Callable[[Line], None] = lambda line: None) -> Case:
        """Play what waits and return the case; `tell` hears of each act done.

        Raises OffScript, and what the player raises.
        """
        playing = player.Player(Beside(self.folder), self.case)
        for line in self.waiting:
            refusal = playing.play(as_played(line))
            self.case = playing.case
            ids = refusal.ids if refusal else ()
            if set(ids) != set(line.get("refused", ())):
                raise OffScript(self.title, line["name"], line["at"], *ids) from refusal
            tell(line)
        if self.case is None:
            raise OffScript(self.title)
        return self.case


def as_played(line: Line) -> player.Line:
    """Return a line of a file as the player takes it."""
    return player.Line(
        registry[line["name"]],
        timezone.make_aware(line["at"]),
        line.get("by", ""),
        line.get("data", {}),
        line.get("evidence", ()),
    )


def scripts(folder: Path) -> Iterator[Script]:
    """Yield the scripts in `folder`, the earliest case first, as cases are numbered."""
    yield from sorted(map(Script, folder.glob("*.toml")), key=lambda script: script.begins_at)


def moved(value: Any, by: dt.timedelta) -> Any:
    """Return `value` with every date and moment in it moved."""
    if isinstance(value, dt.date):
        return value + by
    if isinstance(value, dict):
        return {name: moved(inner, by) for name, inner in value.items()}
    if isinstance(value, list):
        return [moved(inner, by) for inner in value]
    return value
