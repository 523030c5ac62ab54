"""The numbers of the law: layered, dated profiles; the local value before the general one."""

import datetime as dt
import tomllib
from dataclasses import dataclass
from functools import cache
from pathlib import Path


@dataclass(frozen=True)
class Profile:
    """One rule-set: who made it, for which place, from when to when, and its values."""

    id: str
    title: str
    place: str
    in_force_from: dt.date
    values: dict[str, float]
    in_force_until: dt.date | None = None

    def covers(self, place: str, day: dt.date) -> bool:
        """Say whether the rule-set was in force in `place` on `day`."""
        begun = self.in_force_from <= day
        over = self.in_force_until is not None and self.in_force_until < day
        return f"{place}/".startswith(f"{self.place}/" if self.place else "") and begun and not over


@cache
def profiles() -> tuple[Profile, ...]:
    """Return every profile, from the most local to the most general, the default last."""
    files = sorted(Path(__file__).parent.glob("*.toml"))
    found = [Profile(id=file.stem, **tomllib.loads(file.read_text())) for file in files]
    return tuple(sorted(found, key=lambda profile: -len(profile.place)))


WORKING = frozenset({"legality_days", "legality_days_normative", "publication_days"})
"""The periods that the law counts in working days."""


@dataclass(frozen=True)
class Length:
    """How long a period is, and how the law counts it."""

    number: int
    working: bool
    counts_start: bool = False


class Law:
    """What the rule-sets of a place, in force on a day, ask for together."""

    def __init__(self, place: str, day: dt.date) -> None:
        """Find the profiles; nothing is resolved yet."""
        self.place, self.day = place, day
        self.profiles = [profile for profile in profiles() if profile.covers(place, day)]

    def known(self, name: str) -> float | None:
        """Return the value of a parameter, None where no rule in force has one."""
        for profile in self.profiles:
            if name in profile.values:
                return profile.values[name]
        return None

    def number(self, name: str) -> float:
        """Return the value of a parameter. Raises LookupError where no rule in force has it."""
        found = self.known(name)
        if found is None:
            raise LookupError(name)
        return found

    def length(self, name: str) -> Length | None:
        """Return the length of a period, None where no rule in force has one."""
        found = self.known(name)
        return None if found is None else Length(int(found), name in WORKING)

    def demands(self, name: str) -> bool:
        """Say whether a rule in force makes a gate obligatory."""
        return bool(self.known(name))

    @property
    def titles(self) -> list[str]:
        """The titles of the rules that somebody made."""
        return [profile.title for profile in self.profiles if profile.place]


@cache
def law(place: str, day: dt.date) -> Law:
    """Return the law of `place` on `day`: `cn/guangdong/guangzhou/haizhu`."""
    return Law(place, day)
