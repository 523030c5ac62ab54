"""Playing the demonstration: dated acts from a file, each through the single door."""

import datetime as dt
import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from django.core.files.base import ContentFile
from django.utils import timezone

from decisions.evidence import Attachment, keep
from decisions.models import Case, Comment
from people.models import Person, Tenure, Unit
from workflow.acts import Act, registry
from workflow.door import Receipt, perform
from workflow.forms import line_name


def play(path: Path) -> Case:
    """Play the case in the TOML file at `path` from its first act to its last; return it.

    Each `[[act]]` has `name`, `at`, `by` (an account; absent for the public), the act's data,
    and `evidence`, files beside it. Units are named by code, persons by account, opinions by
    the order in which they came in. Raises what the door raises.
    """
    case: Case | None = None
    for line in tomllib.loads(path.read_text())["act"]:
        case = _play_act(path.parent, case, line).case
    if case is None:
        raise ValueError(path)
    return case


def _play_act(folder: Path, case: Case | None, line: dict[str, Any]) -> Receipt:
    act = registry[line["name"]]
    at = timezone.make_aware(line["at"])
    return perform(
        act,
        case,
        tenure(line["by"], act, case, at) if "by" in line else None,
        _resolved(act, case, line.get("data", {}), folder),
        at,
        attachments=[_attachment(folder / name) for name in line.get("evidence", ())],
    )


def tenure(username: str, act: Act, case: Case | None, at: dt.datetime) -> Tenure:
    """Return the post in which the person may do `act`, or else any that he or she holds."""
    party = act.party(case)
    held = list(Tenure.objects.named().on(timezone.localdate(at)).filter(person__username=username))
    fitting = [t for t in held if party and party.includes(t, case)]
    return (fitting or held)[0]


def _resolved(act: Act, case: Case | None, data: dict[str, Any], folder: Path) -> dict[str, Any]:
    """Return `data` with names replaced by keys, also in its lines."""
    lines = {line_name(kind) for kind in act.rows}
    return {
        name: [dict(_named(case, line, folder)) for line in value]
        if name in lines
        else dict(_named(case, {name: value}, folder))[name]
        for name, value in data.items()
    }


def _named(case: Case | None, data: dict[str, Any], folder: Path) -> Iterator[tuple[str, Any]]:
    for name, value in data.items():
        yield name, _key(case, name, value, folder)


def _key(case: Case | None, name: str, value: Any, folder: Path) -> Any:
    """Return the primary key that `value` names, or the text of the file that it names."""
    if name in ("person", "chair"):
        return Person.objects.get(username=value).pk
    if name in ("lead_unit", "executing_unit", "assessor", "evaluator", "unit"):
        return Unit.objects.get(code=value).pk
    if name == "comment":
        return Comment.objects.filter(case=case).order_by("seq")[value - 1].pk
    if isinstance(value, str) and value.startswith("file:"):
        return (folder / value.removeprefix("file:")).read_text()
    return value


def _attachment(path: Path) -> Attachment:
    return keep(ContentFile(path.read_bytes(), name=path.name))
