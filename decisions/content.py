"""The content of a record in one canonical form, and its digest.

The same record gives the same bytes when it is handed in and when it is read again in
twenty years; that is what the ledger's digests rest on.
"""

import datetime as dt
import hashlib
import json
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from django.db.models import Field, Model

from decisions.models import Blob, Evidence
from decisions.record import Record, Row

ALGORITHM = "sha256"
DOMESTIC = "sm3"
"""The digest that the country's own seals are made over. Basis: GB/T 32905."""


def digest(data: bytes, algorithm: str = ALGORITHM) -> str:
    """Return the digest of `data`, named by its algorithm: `sha256:9c9a…`."""
    return f"{algorithm}:{hashlib.new(algorithm, data).hexdigest()}"


def canonical(data: object) -> bytes:
    """Return `data` as canonical JSON: sorted keys, no spaces, UTF-8, no floats."""
    return json.dumps(data, ensure_ascii=False, sort_keys=True, separators=(",", ":")).encode()


def plain(value: Any) -> str | int | bool | None:
    """Return a column's value in the one form that canonical JSON has for it."""
    if isinstance(value, dt.datetime):
        return value.astimezone(dt.UTC).isoformat(timespec="microseconds")
    if isinstance(value, dt.date):
        return value.isoformat()
    if value is None or isinstance(value, bool | int):
        return value
    return str(value)


def columns(instance: Model, leave_out: Iterable[str]) -> dict[str, Any]:
    """Return an instance's columns by name, but for those left out and those left blank.

    What is blank says nothing, so that a column added in later years changes no old digest.
    A file stands by the digest of its content, not by the key of its row.
    """
    found = {
        field.name: plain(_meaning(instance, field))
        for field in instance._meta.concrete_fields
        if field.name not in leave_out
    }
    return {name: value for name, value in found.items() if value not in (None, "")}


def _meaning(instance: Model, field: Field[Any, Any]) -> Any:
    if field.related_model is Blob:
        return getattr(instance, field.name).digest
    return getattr(instance, field.attname)


def content(
    record: Record,
    rows: Mapping[type[Row], Sequence[Row]],
    evidence: Sequence[Evidence],
) -> dict[str, Any]:
    """Return what an act handed in: its record, the record's rows, its evidence by digest."""
    return {
        "record": record._meta.model_name,
        "fields": columns(record, Record.OWN),
        "rows": {
            kind._meta.model_name: [columns(row, ("id", "of")) for row in of_kind]
            for kind, of_kind in rows.items()
        },
        "evidence": [[item.title, item.filename, item.blob.digest] for item in evidence],
    }
