"""The whole form of an act as its page prints it, with every error in one list on top."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any, NamedTuple

from decisions.record import Row
from workflow.forms import TOO_FEW, RecordForm, line_name
from workflow.intake import Intake
from workflow.panels.consequences import consequences
from workflow.panels.fields import FieldPrinter, Shown
from workflow.posted import beginning
from workflow.prefill import A_PAGE, About, Prefill, prefill

BLANK = 2
"""How many blank lines a page lays out."""


class Fault(NamedTuple):
    """One thing to mend, and where on the page."""

    where: str
    sentence: str
    label: str = ""


@dataclass(frozen=True)
class Line:
    """One line of a record."""

    about: About
    fields: list[Shown]
    errors: list[str]


@dataclass(frozen=True)
class Lines:
    """All lines of one kind."""

    name: str
    title: str
    lines: list[Line]
    errors: list[str]
    may_grow: bool
    total: int
    """How many lines could be prepared in all; nothing where none is prepared."""


class Sheet:
    """An act's form: unbound and laid out, or with what was handed in."""

    def __init__(
        self, intake: Intake, *, checked: bool = False, page: int = 1, files: Sequence[str] = ()
    ) -> None:
        """Print `intake`, with its errors where it was `checked`."""
        self.intake, self.checked, self.files = intake, checked, files
        self.prepared: Prefill = prefill(intake.act.name)
        case = intake.facts.case
        after = consequences(intake.act, case) if case else {}
        printer = FieldPrinter(intake.form, checked=checked, after=after)
        self.fields, self.errors = printer.fields(), printer.errors()
        self.lines = [self._lines(kind, page) for kind in intake.act.rows]

    def _lines(self, kind: type[Row], page: int) -> Lines:
        bound = self.intake.form.is_bound
        forms = self.intake.lines[kind] if bound else self._laid_out(kind, page)
        name, key = line_name(kind), self.prepared.key
        about = self.prepared.about(
            self.intake.facts, {str(form[key].value()) for form in forms} if key else set()
        )
        return Lines(
            name=name,
            title=str(kind._meta.verbose_name),
            lines=[self._line(f"{name}-{n}-", form, about) for n, form in enumerate(forms)],
            errors=[str(TOO_FEW)] if self.checked and kind in self.intake.too_few else [],
            may_grow=not key,
            total=self.prepared.total(self.intake.facts),
        )

    def _laid_out(self, kind: type[Row], page: int) -> list[RecordForm]:
        """Return the lines that the page begins with: those prepared, else blank ones."""
        found = self.prepared.lines(self.intake.facts, page)
        again = self.prepared.again(kind, self.intake.facts)
        begun: list[dict[str, Any]] = found if self.prepared.key else again or [{}] * BLANK
        return [self.intake.line(kind, {**beginning(kind), **line}) for line in begun]

    def _line(self, prefix: str, form: RecordForm, about: dict[str, About]) -> Line:
        key = self.prepared.key
        printer = FieldPrinter(form, prefix, checked=self.checked, fixed=key)
        known = about.get(str(form[key].value())) if key else None
        return Line(known or About(""), printer.fields(), printer.errors())

    @property
    def pages(self) -> range:
        """The pages of prepared lines."""
        total = max((lines.total for lines in self.lines), default=0)
        return range(1, -(-total // A_PAGE) + 1)

    def faults(self) -> list[Fault]:
        """Return everything that is wrong, in the order of the page."""
        return list(self._faults()) if self.checked else []

    def _faults(self) -> Iterator[Fault]:
        yield from (Fault("form", error) for error in self.errors)
        yield from _of(self.fields)
        for lines in self.lines:
            yield from (Fault(f"lines_{lines.name}", error, lines.title) for error in lines.errors)
            for number, line in enumerate(lines.lines, 1):
                where = f"line_{lines.name}_{number}"
                label = line.about.heading or f"{lines.title} {number}"
                yield from (Fault(where, error, label) for error in line.errors)
                yield from _of(line.fields, label, where)
        yield from (Fault("id_files", error) for error in self.files)


def _of(fields: Sequence[Shown], line: str = "", where: str = "") -> Iterator[Fault]:
    for field in fields:
        label = f"{line}·{field.label}" if line else field.label
        place = where if field.kind == "hidden" else _first_control(field)
        yield from (Fault(place, error, label) for error in field.errors)


def _first_control(field: Shown) -> str:
    return field.options[0].id if field.options else field.id


def grown(act_rows: Sequence[type[Row]], data: dict[str, Any], name: str) -> dict[str, Any]:
    """Return `data` with one more blank line of the kind called `name`."""
    kinds = {line_name(kind): kind for kind in act_rows}
    if name not in kinds:
        return data
    blank = {column: str(value) for column, value in beginning(kinds[name]).items() if value}
    return {**data, name: [*data[name], blank]}
