"""The canonical form of a ledger row, written by the database itself.

A million rows are checked as fast as their bytes are hashed only if no object is made of them. So
the statement asks for each row's canonical JSON, byte for byte that of `canonical(columns(row))`;
a test compares the two, and whatever differs is judged by the latter.
"""

import re
from collections.abc import Callable
from functools import partial
from typing import Any

from django.db.models import DateTimeField, Field, UUIDField

from archive.ledger import UNHASHED
from archive.models import LedgerEntry

BLANK = re.compile(rb',"[^"]++":(?:""|null)')
"""A column left blank, as SQLite writes it; no text within a string can look like it.

The first, `act`, has no comma before it; it is never blank.
"""


def columns() -> list[Field[Any, Any]]:
    """Return the columns of which a digest is made, in the order of their names."""
    found = (f for f in LedgerEntry._meta.concrete_fields if f.name not in UNHASHED)
    return sorted(found, key=lambda field: field.name)


def body(vendor: str, alias: str) -> str:
    """Return the SQL expression of a row's canonical form, its bytes."""
    write = _sqlite if vendor == "sqlite" else _postgresql
    written = ", ".join(write(field, f'{alias}."{field.column}"') for field in columns())
    if vendor == "sqlite":
        return f"CAST(json_object({written}) AS blob)"
    return f"convert_to('{{' || concat_ws(',', {written}) || '}}', 'UTF8')"


def trimming(vendor: str) -> Callable[[bytes], bytes]:
    """Return what makes of the expression's value the bytes that are hashed."""
    return partial(BLANK.sub, b"") if vendor == "sqlite" else bytes


def _sqlite(field: Field[Any, Any], column: str) -> str:
    if isinstance(field, DateTimeField):
        # Stored as text in UTC, microseconds only where there are some.
        zone = f"iif(length({column}) = 19, '.000000+00:00', '+00:00')"
        return f"'{field.name}', replace({column}, ' ', 'T') || {zone}"
    if isinstance(field, UUIDField):
        parts = ((1, 8), (9, 4), (13, 4), (17, 4), (21, 12))
        dashed = " || '-' || ".join(f"substr({column}, {at}, {n})" for at, n in parts)
        return f"'{field.name}', {dashed}"
    return f"'{field.name}', {column}"


def _postgresql(field: Field[Any, Any], column: str) -> str:
    if isinstance(field, DateTimeField):
        form = """YYYY-MM-DD"T"HH24:MI:SS.US"+00:00\""""
        return f"""'"{field.name}":"' || to_char({column} AT TIME ZONE 'UTC', '{form}') || '"'"""
    if isinstance(field, UUIDField):
        return f"""'"{field.name}":"' || {column} || '"'"""
    if field.get_internal_type() == "CharField":
        return f"""'"{field.name}":' || to_json(NULLIF({column}, ''))"""
    return f"""'"{field.name}":' || {column}"""
