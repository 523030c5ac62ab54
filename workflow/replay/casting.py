"""The names in an act's data, and the rows of the database for which they stand.

A person is called by account and a unit by code. Whatever else a column may name, an opinion or a
risk point, is called by its number: the how-manieth of its kind in the case.
"""

from collections.abc import Iterator, Mapping
from typing import Any

from django.db.models import Model
from django.utils.translation import gettext as _

from decisions.models import Case
from decisions.record import Record
from workflow.acts import Act
from workflow.forms import line_name
from workflow.replay.asked import NAMED, RANGE, chosen
from workflow.replay.beside import Beside
from workflow.replay.unreadable import Amiss, Place

Data = Mapping[str, Any]
WIDEST = 100_000
"""How many lines a range may stand for."""


class Casting:
    """One act's data on its way from a file to the act's form."""

    def __init__(self, act: Act, case: Case | None, beside: Beside) -> None:
        """Know the act, the case whose rows are numbered, and the files at hand."""
        self.act, self.case, self.beside = act, case, beside
        self._numbered: dict[type[Model], list[int]] = {}

    def cast(self, data: Data) -> dict[str, Any]:
        """Return `data` with keys in place of names. Raises Amiss."""
        kinds = {line_name(kind): kind for kind in self.act.rows}
        return {
            name: [
                self._said(kinds[name], line, ("data", name, number))
                for number, line in spread(chosen(kinds[name]), value)
            ]
            if name in kinds
            else self._value(self.act.record, name, value, ("data", name))
            for name, value in data.items()
        }

    def _said(self, model: type[Model], line: Data, place: Place) -> dict[str, Any]:
        return {name: self._value(model, name, said, (*place, name)) for name, said in line.items()}

    def _value(self, model: type[Model], name: str, value: Any, place: Place) -> Any:
        of = chosen(model).get(name)
        if of is not None:
            return self._called(of, value, place) if of in NAMED else self._nth(of, value, place)
        return self.beside.text(value, place) if isinstance(value, str) else value

    def _called(self, model: type[Model], name: str, place: Place) -> int:
        """Return the key of the person or unit of a name."""
        found = model._default_manager.filter(**{NAMED[model]: name}).first()
        if found is None:
            raise Amiss(place, unknown(model, name))
        return int(found.pk)

    def _nth(self, model: type[Model], number: int, place: Place) -> int:
        """Return the key of the `number`-th of its kind in the case."""
        known = self._numbered.setdefault(model, []) or self._number(model)
        if not 1 <= number <= len(known):
            kind = model._meta.verbose_name
            reason = _("事项没有第%(n)d项“%(kind)s”。") % {"n": number, "kind": kind}
            raise Amiss(place, reason)
        return known[number - 1]

    def _number(self, model: type[Model]) -> list[int]:
        of_case = {"case": self.case} if issubclass(model, Record) else {"of__case": self.case}
        order = "seq" if issubclass(model, Record) else "pk"
        found = model._default_manager.filter(**of_case).order_by(order)
        self._numbered[model] = list(found.values_list("pk", flat=True))
        return self._numbered[model]


def unknown(model: type[Model], name: str) -> str:
    """Return the sentence that says who is not known."""
    if NAMED[model] == "username":
        return _("没有账号是“%(name)s”的人员。") % {"name": name}
    return _("没有代字是“%(name)s”的单位。") % {"name": name}


def spread(names: Mapping[str, type[Model]], lines: list[Data]) -> Iterator[tuple[int, Data]]:
    """Yield the lines, one that names a range once for each in it, each with its own number."""
    for number, line in enumerate(lines):
        ranges = {name: RANGE.fullmatch(str(line.get(name, ""))) for name in names}
        wide = [(name, found) for name, found in ranges.items() if found]
        if not wide:
            yield number, line
        for name, found in wide[:1]:
            first, last = map(int, found.groups())
            for n in range(first, min(last, first + WIDEST - 1) + 1):
                yield number, {**line, name: n}
