"""The floor: plain ORM writing the same rows in as many transactions.

One case is done through the door while every write is noted; then the same rows are written
for new cases with nothing but `Model.save()`: no reads, no rules, no hashing, no forms.
"""

import copy
import itertools
import uuid
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from typing import Any
from unittest import mock

from django.db import models, transaction
from django.db.models.query import QuerySet

Write = tuple[models.Model, list[str] | None]
"""A row to insert, or a row and the columns to update."""

UNIQUE = {
    "number": 20, "document_number": 40, "archival_code": 40, "receipt": 16, "name": 60,
}  # fmt: skip
"""Columns that no two rows may share, with their length."""


class Notes:
    """The writes of one case, transaction by transaction."""

    def __init__(self) -> None:
        """Begin with a first transaction."""
        self.transactions: list[list[Write]] = []

    def insert(self, rows: list[models.Model]) -> None:
        """Note rows inserted."""
        self.transactions[-1] += [(copy.copy(row), None) for row in rows]

    def update(self, row: models.Model, columns: list[str]) -> None:
        """Note a row updated."""
        self.transactions[-1].append((copy.copy(row), columns))


@contextmanager
def noting(notes: Notes) -> Iterator[None]:
    """Note every write that Django makes meanwhile."""
    insert, update = QuerySet._insert, models.Model._do_update  # type: ignore[attr-defined]

    def _insert(self: Any, objs: Any, *args: Any, **kwargs: Any) -> Any:
        result = insert(self, objs, *args, **kwargs)
        for row, returned in zip(objs, result or (), strict=False):
            row.pk = row.pk or returned[0]
        notes.insert(list(objs))
        return result

    def _do_update(self: Any, base: Any, using: Any, pk: Any, values: Any, *rest: Any) -> Any:
        notes.update(self, [field.name for field, _model, _value in values])
        return update(self, base, using, pk, values, *rest)

    with (
        mock.patch.object(QuerySet, "_insert", _insert),
        mock.patch.object(models.Model, "_do_update", _do_update),
    ):
        yield


@cache
def references(model: type[models.Model]) -> list[tuple[str, Any]]:
    """Return the columns of `model` that name other rows, with the model of those."""
    related: list[Any] = [field for field in model._meta.concrete_fields if field.remote_field]
    return [(f.attname, f.remote_field.model._meta.concrete_model) for f in related]


class Floor:
    """Write the noted rows again, for one new case after another."""

    def __init__(self, notes: Notes) -> None:
        """Keep what to write."""
        self.notes = notes
        self.serial = itertools.count(1)

    def prepare(self) -> list[list[Write]]:
        """Return the rows of one more case, new but for their keys; not timed."""
        serial = next(self.serial)
        return [
            [(self._fresh(row, serial), columns) for row, columns in writes]
            for writes in self.notes.transactions
        ]

    @staticmethod
    def _fresh(row: models.Model, serial: int) -> models.Model:
        fresh = copy.copy(row)
        fresh._state = copy.copy(row._state)
        for name, length in UNIQUE.items():
            if isinstance(getattr(fresh, name, None), str):
                setattr(fresh, name, f"{serial}/{getattr(fresh, name)}"[:length])
        if getattr(fresh, "once", None):
            fresh.once = uuid.uuid4()  # type: ignore[attr-defined]  # a ledger row
        return fresh

    def write(self, transactions: list[list[Write]]) -> None:
        """Write one case."""
        keys: dict[tuple[Any, Any], Any] = {}
        for writes in transactions:
            with transaction.atomic():
                for row, columns in writes:
                    self._save(row, columns, keys)

    @staticmethod
    def _save(
        row: models.Model,
        columns: list[str] | None,
        keys: dict[tuple[Any, Any], Any],
    ) -> None:
        for column, related in references(type(row)):
            old = getattr(row, column)
            row.__dict__[column] = keys.get((related, old), old)
        kind, old = type(row)._meta.concrete_model, row.pk
        if columns is not None:
            row.pk = keys.get((kind, old), old)
            row.save(update_fields=columns)
            return
        if not row._meta.pk.remote_field:
            row.pk = None
        row.save(force_insert=True)
        keys[kind, old] = row.pk
