"""The form of an act, made from its record: the page, the API and the tests use the same."""

import datetime as dt
from functools import cache
from typing import Any

from django import forms
from django.db.models import Field, ForeignKey, Model, QuerySet
from django.utils.translation import gettext_lazy as _

from decisions import statutes
from decisions.record import Record

LAST_YEAR = 2100


class ChosenField(forms.ModelChoiceField[Any]):
    """A choice among rows that are read once for all the lines of a form."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        """Begin with nothing read."""
        super().__init__(*args, **kwargs)
        self.known: dict[str, Model] = {}

    def offer(self, queryset: QuerySet[Any], known: dict[str, Model]) -> None:
        """Offer `queryset`, whose rows are already `known` by their primary key."""
        self.queryset, self.known = queryset, known

    def to_python(self, value: Any) -> Any:
        """Return the row chosen; refuse what was not offered."""
        if value in self.empty_values:
            return None
        key = str(value.pk if isinstance(value, Model) else value)
        if key not in self.known:
            raise forms.ValidationError(
                self.error_messages["invalid_choice"], "invalid_choice", {"value": key}
            )
        return self.known[key]


class RecordForm(forms.ModelForm):  # type: ignore[type-arg]  # of any record or row
    """What an act asks for: the columns of its record that the door does not fill."""

    required_css_class = "required"

    def _get_validation_exclusions(self) -> set[str]:
        """Leave out what `ChosenField` has already checked."""
        chosen = {name for name, field in self.fields.items() if isinstance(field, ChosenField)}
        return super()._get_validation_exclusions() | chosen  # type: ignore[misc,no-any-return]


def in_our_time(value: dt.date) -> None:
    """Refuse a year that no rule-set reaches back to, or that nobody plans for."""
    first = min(profile.in_force_from for profile in statutes.profiles()).year
    if not first <= value.year <= LAST_YEAR:
        raise forms.ValidationError(
            _("年份须在%(first)d年到%(last)d年之间。"), params={"first": first, "last": LAST_YEAR}
        )


def _formfield(column: Field[Any, Any], **kwargs: Any) -> forms.Field | None:
    """Return the form's field of a model's column."""
    if isinstance(column, ForeignKey):
        return column.formfield(form_class=ChosenField, **kwargs)
    if column.get_internal_type() == "DateField":
        day = forms.DateInput({"type": "date"}, "%Y-%m-%d")
        return column.formfield(widget=day, validators=[in_our_time], **kwargs)
    if column.get_internal_type() == "DateTimeField":
        moment = forms.DateTimeInput({"type": "datetime-local"}, "%Y-%m-%dT%H:%M")
        return column.formfield(widget=moment, validators=[in_our_time], **kwargs)
    if column.get_internal_type() == "TextField":
        rows = 12 if (column.max_length or 0) > 10_000 else 4
        return column.formfield(widget=forms.Textarea({"rows": rows}), **kwargs)
    return column.formfield(**kwargs)


@cache
def form_class(model: type[Model]) -> type[RecordForm]:
    """Return the form of a record or row."""
    own = Record.OWN if issubclass(model, Record) else {"id", "of"}
    fields = [
        column.name
        for column in model._meta.concrete_fields
        if column.editable and column.name not in own
    ]
    made: Any = forms.modelform_factory(
        model, form=RecordForm, fields=fields, formfield_callback=_formfield
    )
    return made  # type: ignore[no-any-return]  # the factory's own type forgets the base


def line_name(model: type[Model]) -> str:
    """Return the name under which the lines of a kind are handed in: `options`."""
    of: Any = model._meta.get_field("of")
    return str(of.remote_field.related_name)


TOO_FEW = _("至少填写一行。")
NOT_YET = _("不能晚于办理当天。")
REPEATED = _("与前面的行重复。")
