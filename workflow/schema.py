"""The data of an act as a JSON Schema, made from the very form that reads it."""

from collections.abc import Callable
from typing import Any

from django import forms
from django.db.models import Model

from workflow.acts import Act
from workflow.forms import ChosenField, form_class, line_name

DIALECT = "https://json-schema.org/draft/2020-12/schema"


def schema(act: Act) -> dict[str, Any]:
    """Return the JSON Schema of what `act` asks for, its lines as arrays."""
    found = _object(act.record)
    for kind in act.rows:
        name = line_name(kind)
        title = str(kind._meta.verbose_name)
        needed = kind not in act.may_be_empty
        found["properties"][name] = {
            "type": "array", "title": title, "minItems": int(needed), "items": _object(kind),
        }  # fmt: skip
        found["required"] += [name] if needed else []
    return {"$schema": DIALECT, "title": str(act), **found}


def _object(model: type[Model]) -> dict[str, Any]:
    fields = form_class(model)().fields
    return {
        "type": "object",
        "properties": {name: _property(field) for name, field in fields.items()},
        "required": [name for name, field in fields.items() if field.required],
        "additionalProperties": False,
    }


def _property(field: forms.Field) -> dict[str, Any]:
    """Return what a field takes, under the label and the help that its page shows."""
    described = {"title": str(field.label), **_type(field)}
    if field.help_text:
        described["description"] = str(field.help_text)
    return described


def _type(field: forms.Field) -> dict[str, Any]:
    """Return the type of the first kind of field that it is, the narrower before the wider."""
    for kind, type_of in TYPES:
        if isinstance(field, kind):
            return type_of(field)
    raise TypeError(field)


def _one_of(field: Any) -> dict[str, Any]:
    values = [{"const": value, "title": str(label)} for value, label in field.choices if value]
    return {"type": "string", "oneOf": values}


def _integer(field: Any) -> dict[str, Any]:
    bounds = {"minimum": field.min_value, "maximum": field.max_value}
    return {"type": "integer", **{name: n for name, n in bounds.items() if n is not None}}


def _text(field: Any) -> dict[str, Any]:
    bounds = {"minLength": 1 if field.required else None, "maxLength": field.max_length}
    return {"type": "string", **{name: n for name, n in bounds.items() if n is not None}}


TYPES: tuple[tuple[type[forms.Field], Callable[[Any], dict[str, Any]]], ...] = (
    (ChosenField, lambda field: {"type": "integer"}),
    (forms.TypedChoiceField, _one_of),
    # As in a page's form: a box not ticked is not sent.
    (forms.BooleanField, lambda field: {"type": "boolean", "default": False}),
    (forms.IntegerField, _integer),
    (forms.DateTimeField, lambda field: {"type": "string", "format": "date-time"}),
    (forms.DateField, lambda field: {"type": "string", "format": "date"}),
    (forms.CharField, _text),
)
