"""Why a replay file cannot be played: each reason with its line."""

from typing import NamedTuple

from django.utils.translation import gettext as _

Place = tuple[str | int, ...]
"""The way to a value: ("acts", 3, "data", "title")."""


class Problem(NamedTuple):
    """One thing that is wrong in a file."""

    line: int
    reason: str

    def __str__(self) -> str:
        return _("第%(line)d行：%(reason)s") % {"line": self.line, "reason": self.reason}


class Amiss(Exception):  # noqa: N818  # the sentence reads: something named is amiss
    """What a line names is not to be had; `place` says where in the line it is named."""

    def __init__(self, place: Place, reason: str) -> None:
        """Keep where, and why."""
        super().__init__(place, reason)
        self.place, self.reason = place, reason


class Absent(Amiss):
    """What a line names by its number or its name is not in the case: perhaps it was refused."""


class Unreadable(Exception):  # noqa: N818  # the sentence reads: the file is unreadable
    """The file is not what it has to be, or not true; nothing of it was kept."""

    def __init__(self, *problems: Problem) -> None:
        """Keep what is wrong, in the order of the lines."""
        self.problems = tuple(sorted(problems))
        super().__init__("\n".join(map(str, self.problems)))

    @classmethod
    def at(cls, line: int, reason: str) -> "Unreadable":
        """Return it for one reason."""
        return cls(Problem(line, reason))
