"""Anything that somebody could hand in with an act, right or wrong, drawn from its own form.

What is drawn is symbolic, so that the same draw means the same whatever keys a database gave
its rows and whichever day it is: `Nth` is a row, `Day` is so many days from the act's own.
"""

import datetime as dt
from collections.abc import Mapping
from functools import cache
from typing import Any, NamedTuple

from django import forms
from django.db.models import Model
from hypothesis import strategies as st

from workflow.acts import Act
from workflow.forms import form_class, line_name

Data = Mapping[str, Any]
TEXTS = (
    "",
    " ",
    "同意。",
    "不同意，时机不成熟。",
    "0",
    "<b>",
    "a\x00b",
    "長" * 300,
    "𠮷",
    "\u202e",
)


class Nth(NamedTuple):
    """A row that a field may name, by its place among all; 0 is none that exists."""

    place: int


class Day(NamedTuple):
    """A day, counted from that of the act."""

    offset: int


class Change(NamedTuple):
    """One thing that is other than in the plain data; in which line, where it is in one."""

    kind: str
    line: int
    name: str
    value: Any


DROPPED, REPEATED = "drop the line", "hand the line in twice"
days = st.builds(Day, st.one_of(st.integers(-3, 3), st.integers(-400, 400)))
texts = st.one_of(st.sampled_from(TEXTS), st.text(max_size=5))


def values(field: forms.Field) -> st.SearchStrategy[Any]:
    """Return what could be put into a field."""
    if isinstance(field, forms.ModelChoiceField):
        return st.builds(Nth, st.integers(0, 12))
    if isinstance(field, forms.TypedChoiceField):
        choices: Any = field.choices
        return st.sampled_from([*(value for value, _label in choices), "no such choice"])
    if isinstance(field, forms.BooleanField):
        return st.booleans()
    if isinstance(field, forms.IntegerField):
        return st.one_of(st.integers(0, 12), st.sampled_from([-1, 40_000, 2**63, "", "x"]))
    if isinstance(field, forms.DateField | forms.DateTimeField):
        return st.one_of(days, st.sampled_from(["", "2026-02-30", "9999-12-31", "x"]))
    return texts


def _changes_of(model: type[Model], kind: str) -> list[st.SearchStrategy[Change]]:
    """Return a strategy for a change of each field of a form."""
    lines = st.integers(0, 8)
    return [
        st.builds(Change, st.just(kind), lines, st.just(name), values(field))
        for name, field in form_class(model)().fields.items()
    ]


@cache
def changes(act: Act) -> st.SearchStrategy[list[Change]]:
    """Return what may be other than plain in what is handed in with an act."""
    found = _changes_of(act.record, "")
    for row in act.rows:
        kind = line_name(row)
        found += _changes_of(row, kind)
        other = st.sampled_from([DROPPED, REPEATED])
        found.append(st.builds(Change, st.just(kind), st.integers(0, 8), other, st.none()))
    if not found:
        return st.just([])
    return st.lists(st.one_of(found), max_size=4)


def changed(act: Act, plain: Data, wanted: list[Change], today: dt.date) -> dict[str, Any]:
    """Return the plain data of an act with what is wanted otherwise."""
    data = {n: [dict(line) for line in v] if isinstance(v, list) else v for n, v in plain.items()}
    models = {line_name(row): row for row in act.rows} | {"": act.record}
    for change in wanted:
        if change.name in (DROPPED, REPEATED):
            _relined(data, change)
            continue
        target = data
        if change.kind:
            lines = data.setdefault(change.kind, [])
            if not isinstance(lines, list) or not lines:
                continue
            target = lines[change.line % len(lines)]
        target[change.name] = _known(models[change.kind], change, today)
    return data


def _relined(data: dict[str, Any], change: Change) -> None:
    lines = data.get(change.kind)
    if isinstance(lines, list) and lines:
        place = change.line % len(lines)
        lines[place : place + 1] = [lines[place]] * (2 if change.name == REPEATED else 0)


def _known(model: type[Model], change: Change, today: dt.date) -> Any:
    """Return what a symbolic value stands for now."""
    if isinstance(change.value, Day):
        return today + dt.timedelta(days=change.value.offset)
    if not isinstance(change.value, Nth):
        return change.value
    related: Any = model._meta.get_field(change.name).related_model
    keys = list(related._default_manager.order_by("pk").values_list("pk", flat=True))
    return keys[change.value.place % len(keys)] if keys and change.value.place else 0
