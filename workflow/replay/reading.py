"""Reading a replay file: all that can be known to be wrong with it before anything is played."""

import datetime as dt
import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.exceptions import ValidationError
from django.template.defaultfilters import filesizeformat
from django.utils import timezone
from django.utils.translation import gettext as _

from decisions.content import canonical, digest
from decisions.requirements import registry as requirements
from decisions.states import State
from workflow.acts import Act, registry
from workflow.door import CLOCK_SKEW
from workflow.forms import in_our_time
from workflow.replay.asked import asked
from workflow.replay.checking import problems
from workflow.replay.document import Document, document
from workflow.replay.player import Line
from workflow.replay.unreadable import Amiss, Place, Problem, Unreadable

SCHEMA: dict[str, Any] = json.loads(Path(__file__).with_name("schema.json").read_text("utf-8"))


@dataclass(frozen=True)
class Entry:
    """One item of the file's `acts`: a line to play, once or often, and what is said of it."""

    place: Place
    line: Line
    times: int
    until: dt.datetime
    refused: tuple[str, ...]
    state: str

    def lines(self) -> Iterator[Line]:
        """Yield its line, as often as it was done, evenly spread over its time."""
        step = (self.until - self.line.at) / max(1, self.times - 1)
        for number in range(self.times):
            at = self.line.at + (step * number)
            yield Line(self.line.act, at, self.line.by, self.line.data, self.line.evidence)


@dataclass(frozen=True)
class Replay:
    """A file that can be played."""

    path: Path
    found: Document
    entries: Sequence[Entry]

    @property
    def title(self) -> str:
        """What the file is about."""
        return str(self.found.value["title"])

    @property
    def digest(self) -> str:
        """The digest of what the file says, however it is laid out."""
        return digest(canonical(self.found.value))

    def unreadable(self, place: Place, reason: str) -> Unreadable:
        """Return the failure of the file at `place`."""
        return Unreadable.at(self.found.line(place), reason)


def read(path: Path) -> Replay:
    """Return what can be played of the file at `path`: all of it. Raises Unreadable."""
    found = document(_content(path))
    if wrong := [*problems(SCHEMA, found)]:
        raise Unreadable(*wrong)
    if wrong := [*_untrue(found)]:
        raise Unreadable(*wrong)
    acts = enumerate(found.value["acts"])
    return Replay(path, found, [_entry(said, ("acts", number)) for number, said in acts])


def _content(path: Path) -> bytes:
    """Return the bytes of the file; one that is too big is not even opened."""
    try:
        if not path.is_file():
            raise Unreadable.at(1, _("找不到这个文件。"))
        size, limit = path.stat().st_size, settings.REPLAY_MAX_BYTES
        if size > limit:
            sizes = {"size": filesizeformat(size), "limit": filesizeformat(limit)}
            raise Unreadable.at(1, _("文件有%(size)s，超过上限%(limit)s。") % sizes)
        return path.read_bytes()
    except OSError as fault:
        raise Unreadable.at(1, _("打不开：%(why)s。") % {"why": fault.strerror}) from None


def _entry(said: dict[str, Any], place: Place) -> Entry:
    at = moment(said["at"])
    return Entry(
        place,
        Line(
            registry[said["act"]], at, said.get("by", ""), said.get("data", {}),
            said.get("evidence", ()),
        ),
        int(said.get("times", 1)),
        moment(said["until"]) if "until" in said else at,
        tuple(said.get("refused", ())),
        said.get("state", ""),
    )  # fmt: skip


def moment(text: str) -> dt.datetime:
    """Return a moment, of Shanghai where no offset is given. Raises ValueError."""
    found = dt.datetime.fromisoformat(text)
    return found if found.tzinfo else timezone.make_aware(found)


def _untrue(found: Document) -> Iterator[Problem]:
    """Yield what a schema does not know: names, moments, and what each act asks for."""
    now = timezone.now() + CLOCK_SKEW
    last = None
    for number, said in enumerate(found.value["acts"]):
        place: Place = ("acts", number)
        try:
            act = _act(said, number)
            last = _in_time(said, last, now)
            _known(said)
            _truly_invented(said)
        except Amiss as amiss:
            yield Problem(found.line((*place, *amiss.place)), amiss.reason)
            continue
        if "data" in said:
            yield from problems(asked(act), found, (*place, "data"))


def _act(said: dict[str, Any], number: int) -> Act:
    act = registry.get(said["act"])
    if act is None:
        raise Amiss(("act",), _("没有叫“%(act)s”的行为。") % said)
    if number == 0 and act.states:
        raise Amiss(("act",), _("第一项须是提出建议（propose），由它立案。"))
    return act


def _in_time(said: dict[str, Any], last: dt.datetime | None, now: dt.datetime) -> dt.datetime:
    """Return when the act was last done; refuse what goes back in time or is still to come."""
    for name in ("at", "until"):
        if name not in said:
            continue
        try:
            told = moment(said[name])
            in_our_time(told)
        except ValidationError as fault:
            raise Amiss((name,), " ".join(fault.messages)) from None
        except ValueError:
            raise Amiss((name,), _("没有这个时间。")) from None
        if last and told < last:
            raise Amiss((name,), _("时间早于前面一项。"))
        if told > now:
            raise Amiss((name,), _("时间还没有到。"))
        last = told
    if last is None:
        raise LookupError("at")
    return last


def _known(said: dict[str, Any]) -> None:
    """Refuse a state and a requirement that do not exist."""
    if said.get("state", State.PROPOSED) not in State.values:
        raise Amiss(("state",), _("没有“%(state)s”这个状态。") % said)
    for number, id in enumerate(said.get("refused", ())):
        if id not in requirements and not id.startswith("door."):
            raise Amiss(("refused", number), _("没有“%(id)s”这项要求。") % {"id": id})


def _truly_invented(said: dict[str, Any]) -> None:
    """Refuse a claim that something is made up which is not there."""
    claimed = said.get("invented", ())
    for number, name in enumerate(claimed if isinstance(claimed, list) else ()):
        if name not in said and name not in said.get("data", {}):
            raise Amiss(("invented", number), _("没有“%(name)s”这一项。") % {"name": name})
