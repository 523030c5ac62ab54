"""The numbers of the law: layered, dated profiles; the local value before the general one."""

import datetime as dt
import tomllib
from dataclasses import dataclass
from functools import cache
from pathlib import Path

LAYERS = ("district", "city", "province", "nation", "default")
"""From the most local to the most general; the first that has a value gives it."""


@dataclass(frozen=True)
class Profile:
    """One rule-set: who made it, from when to when it is in force, and its numbers."""

    id: str
    title: str
    layer: str
    in_force_from: dt.date
    values: dict[str, float]
    in_force_until: dt.date | None = None

    def in_force(self, day: dt.date) -> bool:
        """Say whether the rule-set was in force on `day`."""
        return self.in_force_from <= day and (
            self.in_force_until is None or day <= self.in_force_until
        )


@cache
def profiles() -> tuple[Profile, ...]:
    """Return every profile, from the most local layer to the most general."""
    files = sorted(Path(__file__).parent.glob("*.toml"))
    found = [Profile(id=file.stem, **tomllib.loads(file.read_text())) for file in files]
    return tuple(sorted(found, key=lambda profile: LAYERS.index(profile.layer)))


def in_force(day: dt.date) -> list[Profile]:
    """Return the profiles in force on `day`, the most local first, the default last."""
    return [profile for profile in profiles() if profile.in_force(day)]


def rules_on(day: dt.date) -> list[str]:
    """Return the titles of the rules that somebody made, in force on `day`."""
    return [profile.title for profile in in_force(day) if profile.layer != "default"]


@cache
def number(name: str, day: dt.date) -> float:
    """Return the value of a parameter on `day`, from the most local rule that has one.

    Raises LookupError where no rule in force has it.
    """
    for profile in in_force(day):
        if name in profile.values:
            return profile.values[name]
    raise LookupError(name)
