"""Playing the demonstration: dated acts from a file, each through the single door.

Every line of a file leaves exactly one row in its case's ledger, accepted or refused. That is
how a playing that was broken off is taken up again: from the first line without a row.
"""

import datetime as dt
import tomllib
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

from django.core.files.base import ContentFile
from django.utils import timezone

from decisions.evidence import Attachment, keep
from decisions.models import AffectedGroup, Case, Comment, ExpertOpinion, HearingParticipant
from people.models import Person, Tenure, Unit
from workflow.acts import Act, registry
from workflow.door import perform
from workflow.forms import line_name
from workflow.refusals import Refused

Line = dict[str, Any]
WEEK = dt.timedelta(weeks=1)


class OffScript(Exception):  # noqa: N818  # the sentence reads: the playing is off script
    """An act was accepted that had to be refused, or refused otherwise than written."""


class Script:
    """One case as a file: `[[act]]` after `[[act]]`, with its texts and papers beside it.

    Each act has `name`, `at`, `by` (an account; absent for the public), `data`, `evidence`
    (files) and, where the attempt is to be refused, `refused` (exactly these requirements).
    Units are named by code, persons by account, opinions by the order in which they came in;
    `file:` names a text. `invented` says which fields, or whether all, are made up.

    A file that says which day is its `today` is moved by whole weeks, so that what it leaves
    open is open on the day on which it is played.
    """

    def __init__(self, path: Path) -> None:
        """Read the file; find the case if it was begun before."""
        described = tomllib.loads(path.read_text())
        self.folder = path.parent
        self.lines: list[Line] = described["act"]
        self.case = Case.objects.filter(title=self.title).order_by("pk").first()
        if "today" in described:
            self.lines = moved(self.lines, self._shift(described["today"]))

    @property
    def title(self) -> str:
        """The title of its case, by which the case is known again."""
        return str(self.lines[0]["data"]["title"])

    @property
    def begins_at(self) -> dt.datetime:
        """The moment of its first act."""
        return timezone.make_aware(self.lines[0]["at"])

    @property
    def waiting(self) -> list[Line]:
        """The lines not yet played."""
        return self.lines[self.case.length if self.case else 0 :]

    def _shift(self, today: dt.date) -> dt.timedelta:
        """Return how far to move: as far as before if it was begun, else up to this week."""
        if self.case:
            begun: dt.date = self.lines[0]["at"].date()
            return timezone.localdate(self.case.opened_at) - begun
        return (timezone.localdate() - today) // WEEK * WEEK

    def play(self, tell: Callable[[Line], None] = lambda line: None) -> Case:
        """Play what waits and return the case; `tell` hears of each act done.

        Raises what the door raises, and OffScript.
        """
        for line in self.waiting:
            self._play(line)
            tell(line)
        if self.case is None:
            raise OffScript(self.title)
        return self.case

    def _play(self, line: Line) -> None:
        """Do one act, or see it refused as written."""
        try:
            self._knock(line)
        except Refused as refusal:
            if set(refusal.ids) != set(line.get("refused", ())):
                raise OffScript(self.title, line["name"], line["at"], *refusal.ids) from refusal
        else:
            if "refused" in line:
                raise OffScript(self.title, line["name"], line["at"])

    def _knock(self, line: Line) -> None:
        act, at = registry[line["name"]], timezone.make_aware(line["at"])
        actor = tenure(line["by"], act, self.case, at) if "by" in line else None
        data = self._resolved(act, line.get("data", {}))
        papers = [_attachment(self.folder / name) for name in line.get("evidence", ())]
        self.case = perform(act, self.case, actor, data, at, attachments=papers).case

    def _resolved(self, act: Act, data: Line) -> Line:
        """Return `data` with names replaced by keys, also in its lines."""
        lines = {line_name(kind) for kind in act.rows}
        return {
            name: [self._named(line) for line in value] if name in lines else self._key(name, value)
            for name, value in data.items()
        }

    def _named(self, line: Line) -> Line:
        return {name: self._key(name, value) for name, value in line.items()}

    def _key(self, name: str, value: Any) -> Any:
        """Return the primary key that `value` names, or the text of the file that it names."""
        if name in ("person", "chair"):
            return Person.objects.get(username=value).pk
        if name in ("lead_unit", "executing_unit", "assessor", "evaluator", "unit"):
            return Unit.objects.get(code=value).pk
        if name == "opinion":
            filed = ExpertOpinion.objects.filter(case=self.case, tenure__person__username=value)
            return filed.latest("seq").pk
        if name == "participant":
            listed = HearingParticipant.objects.filter(of__case=self.case, name=value)
            return listed.latest("pk").pk
        if name == "group":
            return AffectedGroup.objects.filter(of__case=self.case, name=value).latest("pk").pk
        if name == "comment":
            return Comment.objects.filter(case=self.case).order_by("seq")[value - 1].pk
        if isinstance(value, str) and value.startswith("file:"):
            return (self.folder / value.removeprefix("file:")).read_text()
        return value


def scripts(folder: Path) -> Iterator[Script]:
    """Yield the scripts in `folder`, the earliest case first, as cases are numbered."""
    yield from sorted(map(Script, folder.glob("*.toml")), key=lambda script: script.begins_at)


def moved(value: Any, by: dt.timedelta) -> Any:
    """Return `value` with every date and moment in it moved."""
    if isinstance(value, dt.date):
        return value + by
    if isinstance(value, dict):
        return {name: moved(inner, by) for name, inner in value.items()}
    if isinstance(value, list):
        return [moved(inner, by) for inner in value]
    return value


def tenure(username: str, act: Act, case: Case | None, at: dt.datetime) -> Tenure:
    """Return the post in which the person may do `act`, or else any that he or she holds."""
    party = act.party(case)
    held = list(Tenure.objects.named().on(timezone.localdate(at)).filter(person__username=username))
    fitting = [t for t in held if party and party.includes(t, case)]
    return (fitting or held)[0]


def _attachment(path: Path) -> Attachment:
    return keep(ContentFile(path.read_bytes(), name=path.name))
