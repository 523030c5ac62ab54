"""What an act asks for, with the names that a file uses in place of keys."""

import re
from functools import cache
from typing import Any

from django.db.models import Model

from decisions.record import Row
from people.models import Person, Unit
from workflow.acts import Act
from workflow.forms import ChosenField, form_class, line_name
from workflow.schema import schema

RANGE = re.compile(r"([1-9]\d{0,5})-([1-9]\d{0,5})", re.ASCII)
"""A line for each of these: `1-1174`."""
NAMED: dict[type[Model], str] = {Person: "username", Unit: "code"}
"""What is called by a name of its own; all else by its number in the case."""
BY_NAME = {"type": "string", "minLength": 1}
BY_EITHER = {**BY_NAME, "type": ["integer", "string"], "minimum": 1}


@cache
def chosen(model: type[Model]) -> dict[str, type[Model]]:
    """Return which columns of a record or row name another row, and of which kind."""
    fields = form_class(model).base_fields.items()
    found = {name: field.queryset for name, field in fields if isinstance(field, ChosenField)}
    return {name: rows.model for name, rows in found.items() if rows is not None}


@cache
def asked(act: Act) -> dict[str, Any]:
    """Return the JSON Schema of an act's data as a file hands it in."""
    found = schema(act)
    _rename(found, act.record)
    for kind in act.rows:
        _rename(found["properties"][line_name(kind)]["items"], kind)
    return found


def _rename(found: dict[str, Any], model: type[Model]) -> None:
    for name, of in chosen(model).items():
        title = found["properties"][name]["title"]
        found["properties"][name] = {"title": title, **(BY_NAME if of in NAMED else BY_EITHER)}


def has_name(model: type[Model]) -> bool:
    """Say whether it is a line of a record that has a name of its own, as a participant has."""
    return issubclass(model, Row) and any(c.name == "name" for c in model._meta.concrete_fields)
