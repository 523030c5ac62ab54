"""The fields of a form as the page prints them: label, control, help, errors."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from django import forms
from django.forms.boundfield import BoundField
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from workflow.forms import ChosenField

FEW = 6
"""Up to how many choices are laid out to be seen at once."""


@dataclass(frozen=True)
class Option:
    """One of the choices that a field lays out."""

    id: str
    value: str
    label: str
    chosen: bool
    after: str = ""
    """The state in which the case would stand."""


@dataclass(frozen=True)
class Shown:
    """One field."""

    name: str
    id: str
    label: str
    help: str
    required: bool
    kind: str
    """`text`, `tick`, `choice` or `hidden`: how the page lays it out."""
    control: SafeString
    options: list[Option]
    errors: list[str]

    @property
    def in_a_row(self) -> bool:
        """Whether its choices are few and plain enough to stand in one row."""
        return len(self.options) <= 3 and not any(option.after for option in self.options)


class FieldPrinter:
    """Prints the fields of one form under the names that the page posts."""

    def __init__(
        self,
        form: forms.BaseForm,
        prefix: str = "",
        *,
        checked: bool,
        fixed: str = "",
        after: Mapping[str, Mapping[str, str]] | None = None,
    ) -> None:
        """Print with errors where the form was `checked`.

        `fixed` names a hidden field; `after` says where each choice would take the case.
        """
        self.form, self.prefix, self.checked, self.fixed = form, prefix, checked, fixed
        self.after = after or {}

    def fields(self) -> list[Shown]:
        """Return every field of the form."""
        return [self._shown(bound) for bound in self.form]

    def errors(self) -> list[str]:
        """Return what is wrong with the form as a whole."""
        return [str(error) for error in self.form.non_field_errors()] if self.checked else []

    def _shown(self, bound: BoundField) -> Shown:
        name = f"{self.prefix}{bound.name}"
        kind, errors = self._kind(bound), self._errors(bound)
        attrs = self._attrs(bound, name, kind, errors)
        return Shown(
            name=name,
            id=f"id_{name}",
            label=str(bound.label),
            help=str(bound.help_text),
            required=bound.field.required,
            kind=kind,
            control=self._control(bound, name, kind, attrs),
            options=list(self._options(bound, name)) if kind == "choice" else [],
            errors=errors,
        )

    def _errors(self, bound: BoundField) -> list[str]:
        return [str(error) for error in bound.errors] if self.checked else []

    def _kind(self, bound: BoundField) -> str:
        if bound.name == self.fixed:
            return "hidden"
        if isinstance(bound.field, forms.BooleanField):
            return "tick"
        choice = isinstance(bound.field, forms.TypedChoiceField) and not self.prefix
        return "choice" if choice and len(list(_choices(bound))) <= FEW else "text"

    def _control(
        self, bound: BoundField, name: str, kind: str, attrs: dict[str, str]
    ) -> SafeString:
        widget = forms.HiddenInput() if kind == "hidden" else bound.field.widget
        if isinstance(widget, forms.Select):
            widget.choices = [("", _("请选择")), *_choices(bound)]
        return widget.render(name, bound.value(), attrs)

    def _attrs(self, bound: BoundField, name: str, kind: str, errors: list[str]) -> dict[str, str]:
        attrs = {"id": f"id_{name}"}
        if kind == "hidden":
            return attrs
        styles = {"tick": "form-check-input", "choice": ""}
        select = isinstance(bound.field.widget, forms.Select)
        style = styles.get(kind, "form-select" if select else "form-control")
        # A text as long as a draft gets a tall box from the start.
        tall = " tall" if bound.field.widget.attrs.get("rows", 0) > 4 else ""
        attrs["class"] = (
            f"{style}{tall} is-invalid" if errors and kind == "text" else f"{style}{tall}"
        )
        described = [f"help_{name}"] if bound.help_text else []
        if errors:
            attrs["aria-invalid"] = "true"
            described.append(f"error_{name}")
        if described:
            attrs["aria-describedby"] = " ".join(described)
        return attrs

    def _options(self, bound: BoundField, name: str) -> Iterator[Option]:
        chosen, after = str(bound.value() or ""), self.after.get(bound.name, {})
        for number, (value, label) in enumerate(_choices(bound)):
            id = f"id_{name}_{number}"
            yield Option(id, value, label, value == chosen, after.get(value, ""))


def _choices(bound: BoundField) -> Iterator[tuple[str, str]]:
    """Yield the values that may be chosen, without the empty one."""
    if isinstance(bound.field, ChosenField):
        yield from ((key, str(row)) for key, row in bound.field.known.items())
        return
    choices: Any = bound.field.choices  # type: ignore[attr-defined]  # only asked of choices
    yield from ((str(value), str(label)) for value, label in choices if value != "")
