"""Reading some cases with all that is on record for them, in few queries."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

from django.apps import apps
from django.db.models import Model

from archive.models import LedgerEntry
from decisions.models import Case, Draft, Evidence
from decisions.record import Record, Row
from workflow.acts import Act, registry
from workflow.models import CaseFlow

Place = tuple[int, int]
"""A case's key and a number in its ledger."""


def record_models() -> Iterator[type[Record]]:
    """Yield every kind of record."""
    yield from (model for model in apps.get_models() if issubclass(model, Record))


def acts_by_record() -> Mapping[type[Record], list[str]]:
    """Return, for each kind of record, the names of the acts that leave it."""
    found: dict[type[Record], list[str]] = defaultdict(list)
    for act in registry.values():
        found[act.record].append(act.name)
    return found


class Papers:
    """The ledger, records, lines, evidence and to-do lists of some cases, read at once."""

    def __init__(self, cases: Sequence[Case]) -> None:
        """Read them."""
        self.ids = [case.pk for case in cases]
        self.ledger = _grouped(
            LedgerEntry.objects.filter(case__in=self.ids)
            .select_related("tenure__post")
            .order_by("case", "seq"),
            "case_id",
        )
        self._records = {
            (model, record.case_id, record.seq): record
            for model in record_models()
            for record in model._default_manager.filter(case__in=self.ids)
        }
        self._draft_digests: dict[int | None, str] = {
            record.pk: record.digest
            for record in self._records.values()
            if isinstance(record, Draft)
        }
        self._rows = {kind: self._read_rows(kind) for kind in _row_models()}
        self._evidence = self._read_evidence()
        self.flows = {
            flow.case_id: flow
            for flow in CaseFlow.objects.filter(case__in=self.ids).select_related("process")
        }

    def record(self, act: Act, place: Place) -> Any:
        """Return the record that an act left at a place of the ledger; None where there is none."""
        return self._records.get((act.record, *place))

    def draft_hash(self, record: Record) -> str:
        """Return the digest of the draft that an act left before the case."""
        if isinstance(record, Draft):
            return record.digest
        return self._draft_digests.get(record.draft_id, "")

    def rows(self, act: Act, record: Record) -> dict[type[Row], Sequence[Row]]:
        """Return the lines of an act's record by kind, in their order."""
        return {kind: self._rows[kind][record.pk] for kind in act.lines}

    def evidence(self, place: Place) -> list[Evidence]:
        """Return the files handed in with an act, in their order."""
        return self._evidence[place]

    def _read_rows(self, kind: Any) -> dict[Any, list[Any]]:
        rows = kind._default_manager.filter(of__case__in=self.ids).order_by("pk")
        return _grouped(rows, "of_id")

    def _read_evidence(self) -> dict[Place, list[Evidence]]:
        found: dict[Place, list[Evidence]] = defaultdict(list)
        for item in Evidence.objects.filter(case__in=self.ids).select_related("blob"):
            found[item.case_id, item.seq].append(item)
        return found


def _row_models() -> set[type[Row]]:
    return {kind for act in registry.values() for kind in act.lines}


def _grouped(rows: Iterable[Model], column: str) -> dict[Any, list[Any]]:
    found: dict[Any, list[Any]] = defaultdict(list)
    for row in rows:
        found[getattr(row, column)].append(row)
    return found
