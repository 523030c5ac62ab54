"""Everything that one case has on record, read once: the only source of its dossier."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, TypeVar

from django.db.models import ForeignKey, Model, QuerySet

from archive.dossier.described import Described
from archive.dossier.names import Names
from archive.models import LedgerEntry
from decisions.models import Case, Evidence
from decisions.record import Record, Row

R = TypeVar("R", bound=Record)
M = TypeVar("M", bound=Model)


@dataclass(frozen=True)
class Done:
    """One act done: its row of the ledger, its declaration, its record."""

    entry: LedgerEntry
    act: Described
    record: Record


class Chronicle:
    """A case with its ledger, its records in the order of the ledger, and its evidence."""

    def __init__(self, case: Case, described: Sequence[Described], since: int = 0) -> None:
        """Read it. The case comes first: what is added meanwhile shows in its head.

        A supplement prints the papers `since` a number of the ledger only.
        """
        self.since = since
        related = ("organ", "undertaking_unit", "executing_unit", "draft")
        self.case = Case.objects.select_related(*related).get(pk=case.pk)
        self.acts = {act.name: act for act in described}
        acted = LedgerEntry.objects.select_related("tenure__person", "tenure__post__unit")
        self.entries = list(acted.filter(case=case).order_by("seq"))
        self.names = Names(self.entries)
        self.evidence = list(Evidence.objects.filter(case=case).select_related("blob"))
        self._records = self._read_records()
        self._rows = self._read_rows()
        self.done = [
            Done(entry, self.acts[entry.act], self._records[entry.seq])
            for entry in self.entries
            if entry.accepted
        ]

    @property
    def head(self) -> str:
        """The hash of the last row of the ledger."""
        return self.entries[-1].hash

    @property
    def later(self) -> list[Done]:
        """The acts whose papers are printed: of a supplement, those since the last sealing."""
        return [done for done in self.done if done.entry.seq >= self.since]

    @property
    def refused(self) -> list[LedgerEntry]:
        """The attempts that were refused."""
        return [entry for entry in self.entries if not entry.accepted]

    def of(self, model: type[R]) -> list[R]:
        """Return the records of a kind, oldest first."""
        return [done.record for done in self.done if isinstance(done.record, model)]

    def all(self, kind: type[Record | Row]) -> list[Any]:
        """Return the records or rows of a kind, in their order."""
        if issubclass(kind, Row):
            return [row for done in self.done for row in self.rows(done).get(kind, ())]
        return self.of(kind)

    def latest(self, model: type[R]) -> R | None:
        """Return the last record of a kind."""
        return next(reversed(self.of(model)), None)

    def entry(self, record: Record) -> LedgerEntry:
        """Return the row of the ledger of a record's act."""
        return self.entries[record.seq - 1]

    def rows(self, done: Done) -> Mapping[type[Row], Sequence[Row]]:
        """Return the rows of an act's record by kind."""
        return {kind: self._rows[kind][done.record.pk] for kind in done.act.rows}

    def evidence_of(self, seq: int) -> list[Evidence]:
        """Return the files handed in with an act."""
        return [item for item in self.evidence if item.seq == seq]

    def _kinds(self) -> Iterator[type[Record]]:
        names = {entry.act for entry in self.entries if entry.accepted}
        yield from {self.acts[name].record for name in sorted(names)}

    def _read_records(self) -> dict[int, Record]:
        kept = {entry.seq for entry in self.entries if entry.accepted}
        return {
            record.seq: record
            for kind in self._kinds()
            for record in with_related(kind).filter(case=self.case)
            if record.seq in kept
        }

    def _read_rows(self) -> dict[type[Row], dict[int, list[Row]]]:
        found: dict[type[Row], dict[int, list[Row]]] = {}
        for kind in {kind for act in self.acts.values() for kind in act.rows}:
            found[kind] = defaultdict(list)
            rows: Any = with_related(kind)  # every kind of row has its `of`
            for row in rows.filter(of__case=self.case).order_by("pk"):
                found[kind][row.of_id].append(row)
        return found


def with_related(kind: type[M]) -> QuerySet[M]:
    """Return all of a kind, with what they point to in the same query."""
    pointing = [f.name for f in kind._meta.concrete_fields if isinstance(f, ForeignKey)]
    pointing += [f"{name}__post__unit" for name in pointing if name == "tenure"]
    pointing += ["tenure__person"] if "tenure" in pointing else []
    return kind._default_manager.select_related(*pointing)
