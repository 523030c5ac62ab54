"""The paper that an act left, column by column, whatever the act."""

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from django.db.models import Field, Model
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from decisions.models import Comment
from decisions.record import Record, Row
from workflow.acts import Act
from workflow.templatetags.suyuan import long_day

HELD_BACK: dict[type[Record], tuple[str, ...]] = {Comment: ("contact", "receipt")}
"""What a citizen gave for the answer alone, and shows to nobody else."""


@dataclass(frozen=True)
class Line:
    """One column under its label; a text stands on lines of its own."""

    label: str
    value: str
    is_text: bool


@dataclass(frozen=True)
class Table:
    """The rows of one kind."""

    title: str
    labels: list[str]
    rows: list[list[str]]


def lines(record: Record) -> list[Line]:
    """Return what a record says, without what was left blank."""
    held_back = HELD_BACK.get(type(record), ())
    said = [
        Line(str(field.verbose_name), shown(record, field), _is_text(field))
        for field in _columns(record, Record.OWN)
        if field.name not in held_back
    ]
    return [line for line in said if line.value]


def tables(act: Act, record: Record) -> Iterator[Table]:
    """Yield the record's rows, a table a kind."""
    for kind in act.lines:
        pointing = [f.name for f in kind._meta.concrete_fields if f.related_model]
        rows: Any = kind._default_manager
        of_record = rows.filter(of=record).select_related(*pointing).order_by("pk")
        yield _table(kind, list(of_record))


def _table(kind: type[Row], rows: list[Row]) -> Table:
    fields = _columns(kind, ("id", "of"))
    return Table(
        str(kind._meta.verbose_name),
        [str(field.verbose_name) for field in fields],
        [[shown(row, field) for field in fields] for row in rows],
    )


def _columns(of: Model | type[Model], leave_out: Any) -> list["Field[Any, Any]"]:
    return [field for field in of._meta.concrete_fields if field.name not in leave_out]


def _is_text(field: "Field[Any, Any]") -> bool:
    return field.get_internal_type() == "TextField"


def shown(instance: Model, field: "Field[Any, Any]") -> str:
    """Return a column's value as the reader's language writes it."""
    value = getattr(instance, field.name)
    if value is None or value == "":
        return ""
    if field.choices:
        return str(getattr(instance, f"get_{field.name}_display")())
    if isinstance(value, bool):
        return _("是") if value else _("否")
    if isinstance(value, dt.datetime):
        return f"{long_day(value)} {date_format(timezone.localtime(value), 'H:i')}"
    return long_day(value) if isinstance(value, dt.date) else str(value)
