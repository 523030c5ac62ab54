"""The content of a record in one canonical form, and its digest.

The same record gives the same bytes when it is handed in and when it is read again in
twenty years; that is what the ledger's digests rest on.
"""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from django.db.models import Field, Model

from decisions.canonical import ALGORITHM, DOMESTIC, canonical, digest, plain
from decisions.models import Blob, Evidence
from decisions.record import Record, Row

__all__ = ["ALGORITHM", "DOMESTIC", "canonical", "columns", "content", "digest", "plain"]


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
            if of_kind or not kind.LATER
        },
        "evidence": [[item.title, item.filename, item.blob.digest] for item in evidence],
    }
