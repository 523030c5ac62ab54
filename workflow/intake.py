"""What somebody hands in with an act: its record, the record's lines, its files."""

from collections.abc import Mapping, Sequence
from functools import cached_property
from typing import Any

from django.db.models import Model

from decisions.evidence import Attachment
from decisions.facts import Facts
from decisions.record import Record, Row
from workflow.acts import Act
from workflow.forms import (
    NOT_YET,
    REPEATED,
    TOO_FEW,
    ChosenField,
    RecordForm,
    form_class,
    line_name,
)

Data = Mapping[str, Any]


class Invalid(Exception):  # noqa: N818  # the sentence reads: the intake is invalid
    """What was handed in cannot be read; nothing was changed. Holds the intake."""

    def __init__(self, intake: "Intake") -> None:
        """Keep the forms, so that the page can show them again with what was typed."""
        super().__init__(intake.errors)
        self.intake = intake


class Intake:
    """The forms of an act over what was handed in.

    `data` maps the record's columns to values; each kind of line stands under its name as a
    list of such maps: `{"conclusion": …, "options": [{"title": …}, …]}`.
    """

    def __init__(
        self,
        act: Act,
        facts: Facts,
        data: Data | None = None,
        attachments: Sequence[Attachment] = (),
        initial: Data | None = None,
    ) -> None:
        """Make the forms; unbound, beginning with `initial`, where `data` is None."""
        self.act, self.facts, self.attachments = act, facts, attachments
        self.form = self._form(act.record, data, initial)
        self.lines = {kind: self._lines(kind, data) for kind in act.rows}

    @cached_property
    def _known(self) -> dict[str, tuple[Any, dict[str, Model]]]:
        """What each choosing field offers, read once."""
        offered = {name: choices(self.facts) for name, choices in self.act.choices.items()}
        return {name: (rows, {str(row.pk): row for row in rows}) for name, rows in offered.items()}

    def _form(
        self, model: type[Model], data: Data | None, initial: Data | None = None
    ) -> RecordForm:
        form = form_class(model)(data, initial=dict(initial or {}))
        for name, field in form.fields.items():
            if isinstance(field, ChosenField):
                field.offer(*self._known[name])
        return form

    def line(self, kind: type[Row], initial: Data) -> RecordForm:
        """Return a line that nobody has filled in yet, beginning with `initial`."""
        return self._form(kind, None, initial)

    def _lines(self, kind: type[Row], data: Data | None) -> list[RecordForm]:
        handed_in = data.get(line_name(kind), ()) if data else ()
        if not isinstance(handed_in, list | tuple):
            return []
        return [self._form(kind, line) for line in handed_in if isinstance(line, Mapping)]

    def is_valid(self) -> bool:
        """Say whether all of it can be read, and every kind of line is there."""
        forms = [self.form, *(form for forms in self.lines.values() for form in forms)]
        readable = [form.is_valid() for form in forms]
        for lines in self.lines.values():
            refuse_repeats(lines)
        self._refuse_days_to_come()
        return all(readable) and not self.too_few and not any(f.errors for f in forms)

    @property
    def too_few(self) -> list[type[Row]]:
        """The kinds of line of which one is needed and none is there."""
        needed = (kind for kind in self.lines if kind not in self.act.may_be_empty)
        return [kind for kind in needed if not self.lines[kind]]

    def _refuse_days_to_come(self) -> None:
        """Put an error on each day that is told as gone by and has not come yet."""
        for form in (self.form, *(form for forms in self.lines.values() for form in forms)):
            for name in self.act.past:
                day = form.cleaned_data.get(name)
                if day and day > self.facts.day:
                    form.add_error(name, NOT_YET)

    @property
    def errors(self) -> dict[str, Any]:
        """What is wrong, by field; the errors of lines by line."""
        found: dict[str, Any] = dict(self.form.errors.get_json_data())
        for kind, forms in self.lines.items():
            if kind in self.too_few:
                found[line_name(kind)] = [str(TOO_FEW)]
            for number, form in enumerate(forms):
                if form.errors:
                    found[f"{line_name(kind)}[{number}]"] = form.errors.get_json_data()
        return found

    def hand_in(self) -> tuple[Record, dict[type[Row], list[Row]]]:
        """Return the record and its lines, not yet saved. Raises Invalid."""
        if not self.is_valid():
            raise Invalid(self)
        record: Record = self.form.instance
        return record, {kind: [f.instance for f in forms] for kind, forms in self.lines.items()}


def refuse_repeats(lines: Sequence[RecordForm]) -> None:
    """Put an error on each line that chooses what a line before it has chosen.

    A member has one seat, an opinion one answer: nothing is counted twice.
    """
    seen: set[tuple[str, int]] = set()
    for line in lines:
        for name, field in line.fields.items():
            chosen = line.cleaned_data.get(name) if isinstance(field, ChosenField) else None
            if chosen is None:
                continue
            if (name, chosen.pk) in seen:
                line.add_error(name, REPEATED)
            seen.add((name, chosen.pk))
