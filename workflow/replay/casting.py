"""The names in an act's data, and the rows of the database for which they stand.

A person is called by account and a unit by code. Whatever else a column may name is called by its
number, the how-manieth of its kind in the case: the third opinion. A paper may be called by the
account of who filed it last, and a line that has a name, as a participant of the hearing, by that.
"""

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from django.db.models import Model
from django.utils.translation import gettext as _

from decisions.models import Case
from decisions.record import Record
from workflow.acts import Act
from workflow.forms import line_name
from workflow.replay.asked import NAMED, RANGE, chosen, has_name
from workflow.replay.beside import Beside
from workflow.replay.unreadable import Absent, Amiss, Place

Data = Mapping[str, Any]


class Casting:
    """One act's data on its way from a file to the act's form."""

    def __init__(self, act: Act, case: Case | None, beside: Beside) -> None:
        """Know the act, the case whose rows are numbered, and the files at hand."""
        self.act, self.case, self.beside = act, case, beside
        self._keys: dict[type[Model], dict[int | str, int]] = {}

    def cast(self, data: Data) -> dict[str, Any]:
        """Return `data` with keys in place of names. Raises Amiss."""
        kinds = {line_name(kind): kind for kind in self.act.rows}
        return {
            name: [
                self._said(kinds[name], line, ("data", name, number))
                for number, line in spread(kinds[name], value)
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
            return self._called(of, value, place) if of in NAMED else self._listed(of, value, place)
        return self.beside.text(value, place) if isinstance(value, str) else value

    def _called(self, model: type[Model], name: str, place: Place) -> int:
        """Return the key of the person or unit of a name."""
        found = model._default_manager.filter(**{NAMED[model]: name}).first()
        if found is None:
            raise Amiss(place, unknown(model, name))
        return int(found.pk)

    def _listed(self, model: type[Model], called: int | str, place: Place) -> int:
        """Return the key of what has a number, or a name, among its kind in the case."""
        if model not in self._keys:
            self._keys[model] = self._keys_of(model)
        key = self._keys[model].get(called)
        if key is None:
            reason = _("事项没有“%(called)s”这一项%(kind)s。") % {
                "called": called, "kind": model._meta.verbose_name,
            }  # fmt: skip
            raise Absent(place, reason)
        return key

    def _keys_of(self, model: type[Model]) -> dict[int | str, int]:
        """Return the keys of a kind, by number in the order of the case and by name."""
        is_record = issubclass(model, Record)
        rows = model._default_manager.filter(**{"case" if is_record else "of__case": self.case})
        keys = rows.order_by("pk").values_list("pk", flat=True)
        name = "tenure__person__username" if is_record else "name"
        names = rows.order_by("pk").values_list(name, "pk") if is_record or has_name(model) else ()
        return {**dict(enumerate(keys, 1)), **dict(names)}


def unknown(model: type[Model], name: str) -> str:
    """Return the sentence that says who is not known."""
    if NAMED[model] == "username":
        return _("没有账号是“%(name)s”的人员。") % {"name": name}
    return _("没有代字是“%(name)s”的单位。") % {"name": name}


def spread(kind: type[Model], lines: Iterable[Data]) -> Iterator[tuple[int, Data]]:
    """Yield the lines, one that names a range once for each in it, each with its own number."""
    for number, line in enumerate(lines):
        for single in _singly(kind, line):
            yield number, single


def _singly(kind: type[Model], line: Data) -> list[Data]:
    for name, of in chosen(kind).items():
        found = RANGE.fullmatch(str(line.get(name, "")))
        first, last = map(int, found.groups()) if found and of not in NAMED else (1, 0)
        if first <= last:
            return [{**line, name: number} for number in range(first, last + 1)]
    return [line]
