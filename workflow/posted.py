"""What a page of an act posts, as the door takes it: fields, and lines as lists of fields."""

import re
import uuid
from collections.abc import Mapping
from typing import Any

from decisions.record import Row
from workflow.acts import Act
from workflow.forms import form_class, line_name
from workflow.prefill import Prefill, prefill

Posted = Mapping[str, str]
Line = dict[str, Any]


def handed_in(act: Act, posted: Posted, *, blank: bool = False) -> dict[str, Any]:
    """Return the data that `posted` holds for `act`; `blank` keeps lines nobody touched."""
    data: dict[str, Any] = {
        name: posted[name] for name in form_class(act.record).base_fields if name in posted
    }
    for kind in act.rows:
        lines = posted_lines(kind, posted)
        prepared = prefill(act.name)
        data[line_name(kind)] = [line for line in lines if blank or touched(kind, line, prepared)]
    return data


def posted_lines(kind: type[Row], posted: Posted) -> list[Line]:
    """Return the lines of a kind in their order: `options-0-title` is the first one's title."""
    named = re.compile(rf"{line_name(kind)}-(\d{{1,4}})-(\w+)")
    lines: dict[int, Line] = {}
    for name, value in posted.items():
        if (match := named.fullmatch(name)) and match[2] in form_class(kind).base_fields:
            lines.setdefault(int(match[1]), {})[match[2]] = value
    return [lines[number] for number in sorted(lines)]


def touched(kind: type[Row], line: Line, prepared: Prefill) -> bool:
    """Say whether anybody wrote something in a line that the page had laid out."""
    given = {name: value for name, value in line.items() if str(value).strip()}
    if prepared.key and prepared.whole and prepared.key in given:
        return True
    given.pop(prepared.key, None)
    return any(str(value) != str(beginning(kind).get(name, "")) for name, value in given.items())


def beginning(kind: type[Row]) -> Line:
    """Return what a new line of a kind begins with."""
    columns = (kind._meta.get_field(name) for name in form_class(kind).base_fields)
    return {
        column.name: column.get_default()  # type: ignore[union-attr]  # a form has columns only
        for column in columns
        if column.has_default()  # type: ignore[union-attr]  # a form has columns only
    }


def added_line(posted: Posted) -> str:
    """Return the kind of line of which the person asked for one more, by its name."""
    return next((name.removeprefix("add-") for name in posted if name.startswith("add-")), "")


def once(posted: Posted) -> uuid.UUID | None:
    """Return the number that makes the same page count once, None where it is not one."""
    try:
        return uuid.UUID(posted.get("once", ""))
    except ValueError:
        return None
