"""Everything that one case has on record, read in one statement.

Each table gives its rows as a number, which tells the kind, and a JSON array of columns, so that
one UNION ALL can hold them all. It is built from the models: a new kind of record is read by
itself, unless it is one of those of which a case may have thousands.
"""

import datetime as dt
import json
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from decimal import Decimal
from functools import cache
from typing import Any

from django.apps import apps
from django.db import DEFAULT_DB_ALIAS, connection
from django.db.models import (
    CharField,
    DateTimeField,
    Field,
    ForeignKey,
    IntegerField,
    Model,
    TextField,
)

from decisions.record import Record, Row

AS_TEXT = {"sqlite": "json_array({})", "postgresql": "json_build_array({})::text"}
"""How either database writes columns as a JSON array."""
DECODER = json.JSONDecoder(parse_float=Decimal)
AS_THEY_ARE = (CharField, TextField, IntegerField, ForeignKey)
"""The columns whose values JSON keeps."""

Convert = Callable[[Any], Any]
Found = dict[type[Model], list[Any]]


@dataclass(frozen=True)
class Kind:
    """One table: the columns that are read, and those whose values JSON does not keep."""

    model: type[Model]
    columns: tuple[Field[Any, Any], ...]
    names: frozenset[str]
    converted: tuple[tuple[int, Convert], ...]

    def instance(self, text: str) -> Model:
        """Return the row that `text` holds as Django would have read it."""
        values = DECODER.decode(text)
        for position, convert in self.converted:
            if values[position] is not None:
                values[position] = convert(values[position])
        return self.model.from_db(DEFAULT_DB_ALIAS, self.names, values)

    def select(self, number: int) -> str:
        """Return the SQL that reads a case's rows of this kind."""
        quote = connection.ops.quote_name
        listed = ", ".join(f"t.{quote(str(column.column))}" for column in self.columns)
        source, owner = f"{quote(self.model._meta.db_table)} t", "t"
        if issubclass(self.model, Row):
            of: Any = self.model
            record = of._meta.get_field("of").related_model
            source += f" JOIN {quote(record._meta.db_table)} r ON r.id = t.of_id"
            owner = "r"
        array = AS_TEXT[connection.vendor].format(listed)
        return f"SELECT {number}, {array} FROM {source} WHERE {owner}.case_id = %(case)s"


def _kind(model: type[Model]) -> Kind:
    long = getattr(model, "LONG", ())
    columns = tuple(field for field in model._meta.concrete_fields if field.name not in long)
    converted = tuple(
        (position, _conversion(field))
        for position, field in enumerate(columns)
        if not isinstance(field, AS_THEY_ARE)
    )
    return Kind(model, columns, frozenset(field.attname for field in columns), converted)


def _conversion(field: Field[Any, Any]) -> Convert:
    return _moment if isinstance(field, DateTimeField) else field.to_python


def _moment(text: str) -> dt.datetime:
    """Return a moment in UTC, in which SQLite keeps it without saying so."""
    found = dt.datetime.fromisoformat(text)
    return found.astimezone(dt.UTC) if found.tzinfo else found.replace(tzinfo=dt.UTC)


@cache
def kinds() -> dict[type[Model], Kind]:
    """Return every kind of record and of its rows that can be read together with others."""
    kept = (model for model in apps.get_models() if issubclass(model, Record | Row))
    return {model: _kind(model) for model in kept if not model.MANY}


@cache
def statement(vendor: str, models: frozenset[type[Model]]) -> str:
    """Return the SQL that reads `models`, as `vendor` has it."""
    numbered = enumerate(kinds().values())
    return " UNION ALL ".join(kind.select(n) for n, kind in numbered if kind.model in models)


def on_record(case: int, models: Iterable[type[Model]]) -> Found:
    """Return what `case` has on record of `models`, in order; a kind without rows is empty."""
    wanted = frozenset(models)
    found: Found = {model: [] for model in wanted}
    for model, instance in _read(case, wanted):
        found[model].append(instance)
    for model, instances in found.items():
        instances.sort(key=_in_order if issubclass(model, Record) else _as_written)
    return found


def _read(case: int, models: frozenset[type[Model]]) -> Iterator[tuple[type[Model], Model]]:
    numbered = list(kinds().values())
    with connection.cursor() as cursor:
        cursor.execute(statement(connection.vendor, models), {"case": case})
        for number, text in cursor:
            yield numbered[number].model, numbered[number].instance(text)


def _in_order(record: Any) -> int:
    return int(record.seq)


def _as_written(row: Any) -> int:
    return int(row.pk)


def by_record(rows: list[Any]) -> dict[int, list[Any]]:
    """Return rows by the key of their record."""
    found: dict[int, list[Any]] = defaultdict(list)
    for row in rows:
        found[row.of_id].append(row)
    return found
