"""What is wrong with the files of the profiles: where, and in a sentence."""

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from django.utils.functional import Promise


@dataclass(frozen=True)
class Problem:
    """One thing to mend in one file; line 0 where it is about the whole."""

    file: Path
    line: int
    sentence: str | Promise

    def __str__(self) -> str:
        """Write it as compilers do, so that an editor can jump there."""
        place = f"{self.file}:{self.line}" if self.line else f"{self.file}"
        return f"{place}: {self.sentence}"


class BadProfiles(Exception):  # noqa: N818  # the sentence reads: the profiles are bad
    """The files of the profiles cannot be used. Holds every problem of every file."""

    def __init__(self, problems: Iterable[Problem]) -> None:
        """Keep the problems, so that a check can list them one by one."""
        self.problems = tuple(problems)
        super().__init__("\n".join(map(str, self.problems)))
