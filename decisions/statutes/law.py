"""The law of a place on a day: what the rule-sets in force there ask for together."""

import datetime as dt
from collections.abc import Iterator
from functools import lru_cache

from decisions.statutes.length import Length
from decisions.statutes.parameters import registry
from decisions.statutes.profile import Profile, Value
from decisions.statutes.resolution import Trail, resolve
from decisions.statutes.shelf import Folders, folders, shelf

REMEMBERED = 1024


class Law:
    """The rule-sets of a place, in force on a day, and what each parameter comes to."""

    def __init__(self, place: str, day: dt.date, profiles: tuple[Profile, ...]) -> None:
        """Find those in force; nothing is resolved yet."""
        self.place, self.day = place, day
        self.profiles = [profile for profile in profiles if profile.covers(place, day)]
        self._trails: dict[str, Trail] = {}

    def trail(self, name: str) -> Trail:
        """Return what every layer has for a parameter. Raises LookupError: not declared."""
        if name not in self._trails:
            self._trails[name] = resolve(registry[name], self.place, self.profiles)
        return self._trails[name]

    def trails(self) -> Iterator[Trail]:
        """Yield the trail of every parameter, in the order of their declaration."""
        return map(self.trail, registry)

    def value(self, name: str) -> Value | None:
        """Return the value that counts, with its article; None where no layer has one."""
        counting = self.trail(name).counting
        return counting.value if counting else None

    def known(self, name: str) -> float | None:
        """Return the number that counts, None where no layer has one."""
        found = self.value(name)
        return None if found is None else found.number

    def number(self, name: str) -> float:
        """Return the number that counts. Raises LookupError where no layer has one."""
        found = self.known(name)
        if found is None:
            raise LookupError(name)
        return found

    def length(self, name: str) -> Length | None:
        """Return a period and how it is counted, None where no layer has one."""
        found = self.value(name)
        return None if found is None else found.length

    def demands(self, name: str) -> bool:
        """Say whether the law makes a gate obligatory."""
        return bool(self.known(name))

    @property
    def titles(self) -> list[str]:
        """The titles of the rules that somebody made."""
        return [profile.title for profile in self.profiles if profile.place]


def law(place: str, day: dt.date) -> Law:
    """Return the law of `place` on `day`: `cn/guangdong/guangzhou/haizhu`. Raises BadProfiles."""
    return _law(place, day, folders())


@lru_cache(REMEMBERED)
def _law(place: str, day: dt.date, folders: Folders) -> Law:
    return Law(place, day, shelf(folders))
