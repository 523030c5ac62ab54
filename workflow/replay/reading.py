"""Reading a replay file: all that can be known to be wrong with it before anything is played."""

import datetime as dt
import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from django.conf import settings
from django.template.defaultfilters import filesizeformat
from django.utils.translation import gettext as _

from decisions.content import canonical, digest
from workflow.acts import registry
from workflow.replay.beforehand import moment, untrue
from workflow.replay.checking import problems
from workflow.replay.document import Document, document
from workflow.replay.player import Line
from workflow.replay.unreadable import Place, Unreadable

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
            yield replace(self.line, at=self.line.at + step * number)


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
    if wrong := [*untrue(found)]:
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
