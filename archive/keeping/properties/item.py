"""What one check is: a code after DA/T 70-2018, a title, and a test that explains itself."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import gettext as _

from archive.keeping.subject import Subject
from archive.models import PropertyResult

Verdict = PropertyResult.Outcome
STANDARD = "DA/T 70-2018"
SHOWN = 5
"""How many faults an explanation names; the rest are counted."""


@dataclass(frozen=True)
class Outcome:
    """What a check found, and why."""

    verdict: Verdict
    explanation: str

    @property
    def holds(self) -> bool:
        """Say whether nothing is wrong."""
        return self.verdict == Verdict.HOLDS


def holds(explanation: str) -> Outcome:
    """Return that it is as it should be."""
    return Outcome(Verdict.HOLDS, explanation)


def not_applicable(explanation: str) -> Outcome:
    """Return that there is nothing of the kind here."""
    return Outcome(Verdict.NOT_APPLICABLE, explanation)


def unless(faults: Iterable[str], explanation: str) -> Outcome:
    """Return that it holds, unless there are faults: then the first of them, and how many more."""
    found = list(faults)
    if not found:
        return holds(explanation)
    said = str(_("；")).join(found[:SHOWN])
    if len(found) > SHOWN:
        said = _("%(faults)s；另有%(n)d处") % {"faults": said, "n": len(found) - SHOWN}
    return Outcome(Verdict.FAILS, said)


Test = Callable[[Subject], Outcome]


@dataclass(frozen=True)
class Item:
    """One check."""

    code: str
    """Property, group and number: `ZS-1-1`. The stage is put before it: `GD-`, `YJ-`."""
    title: str | Promise
    check: Test
    basis: str = STANDARD


registry: dict[str, Item] = {}


def item(code: str, title: str | Promise) -> Callable[[Test], Test]:
    """Register the decorated function as the check `code`."""

    def register(check: Test) -> Test:
        registry[code] = Item(code, title, check)
        return check

    return register
