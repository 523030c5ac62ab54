"""Reading parts of JSON of which nothing is known yet: each is what it should be, or named."""

from collections.abc import Iterator
from typing import Any

from archive.verification.strict import Unusable
from archive.verification.words import Words, shown

WRONG = Words("“{where}”缺失或不是应有的类型", "“{where}” is missing or is not of its kind")


class Misshapen(Unusable):
    """A part is not there, or is of another kind."""


class Part:
    """One object of the JSON, with the way to it."""

    def __init__(self, value: Any, where: str = "") -> None:
        """Take the object. Raises Misshapen where it is none."""
        if not isinstance(value, dict):
            raise Misshapen(WRONG.of(where=shown(where or "{}")))
        self.value: dict[str, Any] = value
        self._where = where

    def text(self, name: str) -> str:
        """Return a text. Raises Misshapen."""
        value: str = self._of(name, str)
        return value

    def maybe_text(self, name: str) -> str | None:
        """Return a text, or None where it is absent or null. Raises Misshapen."""
        return None if self.value.get(name) is None else self.text(name)

    def number(self, name: str) -> int:
        """Return a whole number that is not negative. Raises Misshapen."""
        value: int = self._of(name, int)
        if isinstance(value, bool) or not 0 <= value < 2**63:
            raise self._wrong(name)
        return value

    def maybe_number(self, name: str) -> int | None:
        """Return a number, or None where it is absent or null. Raises Misshapen."""
        return None if self.value.get(name) is None else self.number(name)

    def part(self, name: str) -> "Part":
        """Return an object. Raises Misshapen."""
        return Part(self.value.get(name), self._way(name))

    def maybe_part(self, name: str) -> "Part | None":
        """Return an object, or None where it is absent or null. Raises Misshapen."""
        return None if self.value.get(name) is None else self.part(name)

    def parts(self, name: str) -> Iterator["Part"]:
        """Yield the objects of a list. Raises Misshapen."""
        for number, value in enumerate(self._of(name, list)):
            yield Part(value, f"{self._way(name)}[{number}]")

    def texts(self, name: str) -> list[str]:
        """Return the texts of a list. Raises Misshapen."""
        values: list[str] = self._of(name, list)
        if not all(isinstance(value, str) for value in values):
            raise self._wrong(name)
        return values

    def _of(self, name: str, kind: type) -> Any:
        value = self.value.get(name)
        if not isinstance(value, kind):
            raise self._wrong(name)
        return value

    def _way(self, name: str) -> str:
        return f"{self._where}.{name}".removeprefix(".")

    def _wrong(self, name: str) -> Misshapen:
        return Misshapen(WRONG.of(where=shown(self._way(name))))
