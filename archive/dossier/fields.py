"""The columns of a record and its rows, as a paper prints them, whatever the record."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from django.db.models import Field, Model

from archive.dossier.values import EMPTY, paragraphs, shown
from decisions.record import Record, Row

NARROW = ("BooleanField", "PositiveSmallIntegerField", "PositiveIntegerField")
LONGEST_SHORT = 60


@dataclass(frozen=True)
class Fact:
    """A short value under its label."""

    label: str
    value: str
    is_digest: bool = False


@dataclass(frozen=True)
class Text:
    """A long value under its label."""

    label: str
    paragraphs: tuple[str, ...]


@dataclass(frozen=True)
class Column:
    """A column of a table: `width` is narrow, short or wide."""

    label: str
    width: str


@dataclass(frozen=True)
class Table:
    """The rows of one kind."""

    title: str
    columns: tuple[Column, ...]
    rows: tuple[tuple[tuple[str, ...], ...], ...]
    """Row, cell, paragraph."""


def _own(model: type[Model]) -> list["Field[Any, Any]"]:
    left_out = Record.OWN if issubclass(model, Record) else {"id", "of"}
    return [field for field in model._meta.concrete_fields if field.name not in left_out]


def _is_text(field: "Field[Any, Any]") -> bool:
    return field.get_internal_type() == "TextField"


def facts(record: Record, leave_out: Sequence[str] = ()) -> tuple[tuple[Fact, ...], ...]:
    """Return the short values of a record, two on a line; a longer one has its own."""
    found = [
        Fact(str(field.verbose_name), shown(record, field), field.name == "digest")
        for field in _own(type(record))
        if not _is_text(field) and field.name not in leave_out
    ]
    return tuple(_lines(fact for fact in found if fact.value))


def _lines(facts: Iterator[Fact]) -> Iterator[tuple[Fact, ...]]:
    waiting: tuple[Fact, ...] = ()
    for fact in facts:
        if len(fact.value) > 20:
            yield from (waiting,) if waiting else ()
            yield (fact,)
            waiting = ()
        elif waiting:
            yield (*waiting, fact)
            waiting = ()
        else:
            waiting = (fact,)
    if waiting:
        yield waiting


def texts(record: Record, leave_out: Sequence[str] = ()) -> tuple[Text, ...]:
    """Return the long values of a record."""
    return tuple(
        Text(str(field.verbose_name), paragraphs(getattr(record, field.name)))
        for field in _own(type(record))
        if _is_text(field) and getattr(record, field.name) and field.name not in leave_out
    )


def tables(rows: Mapping[type[Row], Sequence[Row]]) -> tuple[Table, ...]:
    """Return the rows of a record, a table a kind."""
    return tuple(_table(kind, of_kind) for kind, of_kind in rows.items() if of_kind)


def _table(kind: type[Row], rows: Sequence[Row]) -> Table:
    fields = _own(kind)
    columns = tuple(Column(str(field.verbose_name), _width(field)) for field in fields)
    cells = tuple(tuple(_cell(row, field) for field in fields) for row in rows)
    return Table(str(kind._meta.verbose_name), columns, cells)


def _cell(row: Row, field: "Field[Any, Any]") -> tuple[str, ...]:
    return paragraphs(shown(row, field)) or (EMPTY,)


def _width(field: "Field[Any, Any]") -> str:
    if field.get_internal_type() in NARROW:
        return "narrow"
    if _is_text(field) or (field.max_length or 0) > LONGEST_SHORT:
        return "wide"
    return "narrow" if field.choices else "short"
