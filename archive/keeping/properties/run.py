"""Running every check over one subject."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from django.utils import translation

from archive.keeping.properties.item import Item, Outcome, Verdict, registry
from archive.keeping.subject import Subject
from archive.models import PropertyResult

PREFIX = {PropertyResult.Stage.FILING: "GD", PropertyResult.Stage.TRANSFER: "YJ"}
LANGUAGE = "zh-hans"
ORDER = ("ZS", "WZ", "KY", "AQ")
"""Authentic, complete, usable, safe: as the standard has them."""


@dataclass(frozen=True)
class Result:
    """What one check found of one subject."""

    code: str
    item: Item
    outcome: Outcome

    @property
    def fault(self) -> str:
        """Say what failed, and why, as it is kept."""
        with translation.override(LANGUAGE):
            return f"{self.item.title}（{self.code}）：{self.outcome.explanation}"


def run(subject: Subject) -> tuple[Result, ...]:
    """Check a subject by every item, in the order of the standard.

    What they find is kept for good, so it is said in the archive's language, whoever asks.
    """
    with translation.override(LANGUAGE):
        return tuple(_results(subject))


def _results(subject: Subject) -> Iterator[Result]:
    for code in sorted(registry, key=lambda code: (ORDER.index(code[:2]), code)):
        item = registry[code]
        yield Result(f"{PREFIX[subject.stage]}-{code}", item, item.check(subject))


def failing(results: Iterable[Result]) -> tuple[str, ...]:
    """Return what failed, each with its reason."""
    return tuple(one.fault for one in results if one.outcome.verdict == Verdict.FAILS)
