"""The columns of a record and its rows, as a paper prints them, whatever the record."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from django.db.models import Field, Model

from archive.dossier.chronicle import Chronicle, Done
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


def facts(
    chronicle: Chronicle, done: Done, leave_out: Sequence[str] = ()
) -> tuple[tuple[Fact, ...], ...]:
    """Return the short values of a record, two on a line; a longer one has its own."""
    record, names, at = done.record, chronicle.names, done.entry.at
    found = [
        Fact(str(field.verbose_name), shown(record, field, names, at), field.name == "digest")
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


def tables(chronicle: Chronicle, done: Done) -> tuple[Table, ...]:
    """Return the rows of an act's record, a table a kind."""
    found = chronicle.rows(done).items()
    return tuple(_table(chronicle, done, kind, rows) for kind, rows in found if rows)


def _table(chronicle: Chronicle, done: Done, kind: type[Row], rows: Sequence[Row]) -> Table:
    fields, names, at = _own(kind), chronicle.names, done.entry.at
    columns = tuple(Column(str(field.verbose_name), _width(field)) for field in fields)
    cells = tuple(
        tuple(paragraphs(shown(row, field, names, at)) or (EMPTY,) for field in fields)
        for row in rows
    )
    return Table(str(kind._meta.verbose_name), columns, cells)


def _width(field: "Field[Any, Any]") -> str:
    if field.get_internal_type() in NARROW:
        return "narrow"
    if _is_text(field) or (field.max_length or 0) > LONGEST_SHORT:
        return "wide"
    return "narrow" if field.choices else "short"
