"""What is on record for a case at a moment: the only thing that rules may look at."""

import datetime as dt
from collections.abc import Callable, Hashable, Iterable
from typing import Any, Self, TypeVar

from django.db.models import Model
from django.utils import timezone

from decisions.reading import by_record, kinds, on_record
from decisions.record import Record, Row
from decisions.statutes import Law
from people.models import Tenure

R = TypeVar("R", bound=Record)
W = TypeVar("W", bound=Row)
T = TypeVar("T")

asked_before: dict[Hashable, set[type[Model]]] = {}
"""The kinds of record that an occasion has asked for, since the program started."""


def records(model: type[R], case: int | None, order: str = "seq") -> list[R]:
    """Return the records of a kind that a case has, oldest first.

    Every act reads several kinds, and Django builds the text of a query anew each time, at
    three times the cost of running it: here it is written once.
    """
    sql = f"SELECT * FROM {model._meta.db_table} WHERE case_id = %s ORDER BY {order}"
    return list(model._default_manager.raw(sql, [case]))


class Facts:
    """The records of one case, read once each, with the record now being handed in.

    `record` and `rows` are the act's own, not yet saved; `actor` is who hands them in;
    `prepared` is what an act made beforehand, such as the rendered dossier.
    """

    def __init__(self, case: Any, at: dt.datetime, actor: Tenure | None = None) -> None:
        """Begin with nothing read."""
        self.case = case
        self.at = at
        self.actor = actor
        self.record: Record | None = None
        self.rows: dict[type[Row], list[Row]] = {}
        self.attached = 0
        """How many files are handed in with it."""
        self.prepared: Any = None
        self._read: dict[type[Model], list[Any]] = {}
        self._rows: dict[type[Model], dict[int, list[Any]]] = {}
        self._asked: set[type[Model]] = set()
        self._computed: dict[str, Any] = {}

    def expecting(self, occasion: Hashable) -> Self:
        """Read in one statement what was asked for on the same `occasion` before."""
        self._asked = asked_before.setdefault(occasion, set())
        # Another thread may be adding to it.
        self._together(tuple(self._asked))
        return self

    def whole(self) -> Self:
        """Read in one statement all that the case has on record, for whoever asks for much."""
        self._together(kinds())
        return self

    def _together(self, models: Iterable[type[Model]]) -> None:
        known = {*self._read, *self._rows}
        unread = [model for model in models if model in kinds() and model not in known]
        # A single kind is read faster by itself, when it is asked for.
        found_by_kind = on_record(self.case.pk, unread) if len(unread) > 1 else {}
        for model, found in found_by_kind.items():
            if issubclass(model, Row):
                self._rows[model] = by_record(found)
            else:
                self._read[model] = found

    def consider(self, record: Record, rows: dict[type[Row], list[Row]]) -> None:
        """Take in the record in hand; whatever was judged without it is judged again."""
        self.record, self.rows = record, rows
        self._computed.clear()

    @property
    def day(self) -> dt.date:
        """The day of the act, in the district's time."""
        return timezone.localdate(self.at)

    @property
    def law(self) -> Law:
        """The law that governs the case."""
        return self.case.law(self.day)  # type: ignore[no-any-return]  # a case is typed above

    def all(self, model: type[R]) -> list[R]:
        """Return the case's records of a kind, oldest first, the one in hand last."""
        if model not in self._read:
            self._asked.add(model)
            self._read[model] = records(model, self.case.pk)
        saved: list[R] = self._read[model]
        if isinstance(self.record, model) and self.record not in saved:
            return [*saved, self.record]
        return saved

    def take(self, model: type[Record | Row], found: Iterable[Any]) -> None:
        """Take a case's records or rows of a kind as read, where they were read for many."""
        self._read[model] = list(found)
        if issubclass(model, Row):
            self._rows[model] = by_record(self._read[model])

    def latest(self, model: type[R]) -> R | None:
        """Return the case's last record of a kind."""
        if model.MANY and model not in self._read and not isinstance(self.record, model):
            return next(iter(records(model, self.case.pk, "seq DESC LIMIT 1")), None)
        found = self.all(model)
        return found[-1] if found else None

    def before(self, model: type[R]) -> R | None:
        """Return the case's last record of a kind that was there before the one in hand."""
        found = [record for record in self.all(model) if record is not self.record]
        return found[-1] if found else None

    def standing(self, model: type[R]) -> R | None:
        """Return the last record that a later draft has not put out of date.

        Basis: 条例第二十四条 and design: a material change of the draft reopens the step.
        """
        last = self.latest(model)
        return last if last and self.stands(last) else None

    def stands(self, record: Record) -> bool:
        """Say whether a record was made on the matter as the present draft has it."""
        return bool(record.root == self.case.draft_root)

    def on_draft(self, model: type[R]) -> list[R]:
        """Return the records made on exactly the draft that is now before us."""
        return [record for record in self.all(model) if record.draft_id == self.case.draft_id]

    def person_of(self, record: Record) -> int | None:
        """Return the key of the person who did a record's act, None for the public."""
        known: dict[int, int] = self.once("persons", dict)
        if record.tenure_id and record.tenure_id not in known:
            acts = (found for kind, found in self._read.items() if issubclass(kind, Record))
            read = (one.tenure_id for found in acts for one in found)
            asked = {record.tenure_id, *(key for key in read if key)} - known.keys()
            known.update(Tenure.objects.filter(pk__in=asked).values_list("pk", "person_id"))
        return known.get(record.tenure_id or 0)

    def rows_of(self, record: Record, model: type[W]) -> list[W]:
        """Return the rows of a record, saved or in hand."""
        if record is self.record and model in self.rows:
            return self.rows[model]  # type: ignore[return-value]  # keyed by their own class
        if model in self._rows:
            return self._rows[model].get(record.pk, [])
        self._asked.add(model)
        sql = f"SELECT * FROM {model._meta.db_table} WHERE of_id = %s ORDER BY id"
        return self.once(
            f"{model.__name__} of {record.pk}",
            lambda: list(model._default_manager.raw(sql, [record.pk])),
        )

    def once(self, key: str, compute: Callable[[], T]) -> T:
        """Return what `compute` gives, computed once for these facts."""
        if key not in self._computed:
            self._computed[key] = compute()
        return self._computed[key]  # type: ignore[no-any-return]  # what compute gave
