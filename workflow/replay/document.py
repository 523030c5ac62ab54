"""Reading JSON strictly, and remembering on which line each thing stands.

Python's own reader forgets the lines, takes a key twice, takes NaN, and follows any depth.
"""

import json
import math
import re
from bisect import bisect
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any, NamedTuple

from django.utils.translation import gettext as _

from workflow.replay.unreadable import Place, Unreadable

DEEPEST = 16
MOST = 1_000_000
"""How many values a file may hold: the line of each is kept in memory."""
TOKEN = re.compile(
    r'[ \t\r\n]*+(?:([{}\[\],:])|("(?:[^"\\\x00-\x1f]++|\\.)*+"|true|false|null|-?\d[\d.eE+-]*+))'
)


class Token(NamedTuple):
    """A sign of the notation, or the text of a single value."""

    sign: str
    text: str
    at: int


@dataclass(frozen=True)
class Document:
    """A value read, with the line of each part of it."""

    value: Any
    lines: dict[Place, int] = field(repr=False)

    def line(self, place: Place) -> int:
        """Return the line of what stands at `place`, or of the nearest thing around it."""
        while place not in self.lines:
            place = place[:-1]
        return self.lines[place]


def document(data: bytes) -> Document:
    """Return what `data` says. Raises Unreadable."""
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as fault:
        line = data[: fault.start].count(b"\n") + 1
        raise Unreadable.at(line, _("不是UTF-8编码的文字。")) from None
    reader = _Reader(text)
    return Document(reader.whole(), reader.lines)


class _Reader:
    """One reading of a text, from its beginning to its end."""

    def __init__(self, text: str) -> None:
        self.text, self.at = text, 0
        self.lines: dict[Place, int] = {}
        self._breaks = [found.start() for found in re.finditer("\n", text)]

    def whole(self) -> Any:
        """Return the one value of the text."""
        value = self._value(self._next(), ())
        if rest := self.text[self.at :].lstrip(" \t\r\n"):
            raise self._fault(_("文件在这里应当结束。"), len(self.text) - len(rest))
        return value

    def _value(self, token: Token, place: Place) -> Any:
        self.lines.setdefault(place, self._line(token.at))
        if len(place) > DEEPEST:
            raise self._fault(_("嵌套超过%(n)d层。") % {"n": DEEPEST}, token.at)
        if len(self.lines) > MOST:
            raise self._fault(_("内容超过%(n)d项。") % {"n": MOST}, token.at)
        if token.sign == "{":
            return dict(self._members(place))
        if token.sign == "[":
            return list(self._items(place))
        if token.sign:
            raise self._not_json(token.at)
        return self._single(token)

    def _single(self, token: Token) -> Any:
        try:
            value = json.loads(token.text)
        except ValueError:
            raise self._not_json(token.at) from None
        if isinstance(value, float) and not math.isfinite(value):
            raise self._fault(_("数值过大。"), token.at)
        if isinstance(value, str) and not _is_text(value):
            raise self._fault(_("含有不能保存的字符。"), token.at)
        return value

    def _members(self, place: Place) -> Iterator[tuple[str, Any]]:
        token, seen = self._next(), set[str]()
        while token.sign != "}":
            key = self._single(token)
            if not isinstance(key, str):
                raise self._not_json(token.at)
            if key in seen:
                raise self._fault(_("“%(key)s”出现了两次。") % {"key": key}, token.at)
            seen.add(key)
            self.lines[(*place, key)] = self._line(token.at)
            self._expect(":")
            yield key, self._value(self._next(), (*place, key))
            token = self._after("}")

    def _items(self, place: Place) -> Iterator[Any]:
        token, number = self._next(), 0
        while token.sign != "]":
            yield self._value(token, (*place, number))
            token, number = self._after("]"), number + 1

    def _after(self, end: str) -> Token:
        """Return the token with which the next part begins, or the end."""
        token = self._next()
        if token.sign == end:
            return token
        if token.sign != ",":
            raise self._not_json(token.at)
        following = self._next()
        if following.sign == end:
            raise self._not_json(following.at)
        return following

    def _expect(self, sign: str) -> None:
        if (token := self._next()).sign != sign:
            raise self._not_json(token.at)

    def _next(self) -> Token:
        found = TOKEN.match(self.text, self.at)
        if found is None:
            rest = self.text[self.at :]
            raise self._not_json(self.at + len(rest) - len(rest.lstrip(" \t\r\n")))
        self.at = found.end()
        sign, text = found.groups(default="")
        return Token(sign, text, self.at - len(sign or text))

    def _line(self, at: int) -> int:
        return bisect(self._breaks, at - 1) + 1

    def _not_json(self, at: int) -> Unreadable:
        return self._fault(_("从这里起不是JSON。"), at)

    def _fault(self, reason: str, at: int) -> Unreadable:
        return Unreadable.at(self._line(at), reason)


def _is_text(value: str) -> bool:
    """Say whether a database and a terminal can hold it: no NUL, no half of a character."""
    return "\x00" not in value and not any("\ud800" <= sign <= "\udfff" for sign in value)
