"""One TOML file as it stands on disk: its tables checked, each fault with its line."""

import datetime as dt
import tomllib
from collections.abc import Collection, Mapping, Sequence
from pathlib import Path
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from decisions.statutes.lines import broken_at, line_of
from decisions.statutes.problems import Problem

Keys = Mapping[str, tuple[type, ...]]
"""The keys that a table may have, each with the types that its value may be of."""
TYPES: dict[type, Any] = {
    str: gettext_lazy("文字"), int: gettext_lazy("整数"), float: gettext_lazy("小数"),
    bool: gettext_lazy("true或者false"), dt.date: gettext_lazy("日期"), dict: gettext_lazy("表"),
}  # fmt: skip


MAY_BE_EMPTY = ("place", "null")
"""The default's place, and the remark on a value not found."""


class Source:
    """A file, what is in it, and what is wrong with it."""

    def __init__(self, path: Path) -> None:
        """Read it; `data` stays empty where it cannot be read."""
        self.path, self.text = path, ""
        self.data: dict[str, Any] = {}
        self.problems: list[Problem] = []
        try:
            self.text = path.read_bytes().decode()
            self.data = tomllib.loads(self.text)
        except tomllib.TOMLDecodeError as error:
            self._unreadable(broken_at(error, self.text), _("不是TOML：%(error)s"), error)
        except UnicodeDecodeError as error:
            line = error.object.count(b"\n", 0, error.start) + 1
            self._unreadable(line, _("不是UTF-8：%(error)s"), error)
        except OSError as error:
            self._unreadable(0, _("读不出来：%(error)s"), error)

    def _unreadable(self, line: int, sentence: str, error: Exception) -> None:
        self.problems.append(Problem(self.path, line, sentence % {"error": error}))

    def fault(self, path: Sequence[str], sentence: str) -> None:
        """Note what is wrong with the key at `path`."""
        self.problems.append(Problem(self.path, line_of(self.text, path), sentence))

    def table(
        self, data: Mapping[str, Any], path: tuple[str, ...], keys: Keys, required: Collection[str]
    ) -> dict[str, Any]:
        """Return what of a table can be used; note every key unknown, missing or mistyped."""
        for name in required:
            if name not in data:
                self.fault(path, _("缺少%(key)s") % {"key": ".".join([*path, name])})
        return {
            name: value
            for name, value in data.items()
            if self.known(name, keys, path) and self.typed(value, keys[name], (*path, name))
        }

    def known(self, name: str, keys: Collection[str], path: tuple[str, ...]) -> bool:
        """Say whether a key is among those there may be; note it where it is not."""
        if name not in keys:
            self.fault((*path, name), _("没有这个键：%(key)s") % {"key": ".".join([*path, name])})
        return name in keys

    def typed(self, value: Any, types: tuple[type, ...], path: tuple[str, ...]) -> bool:
        """Say whether a value is of one of `types`, and says something; note it otherwise."""
        # By exact type: for Python true is a number, and a moment is a day.
        if type(value) not in types:
            names = _("或者").join(str(TYPES[kind]) for kind in types)
            self.fault(path, _("%(key)s应当是%(types)s") % {"key": path[-1], "types": names})
        elif value == "" and path[0] not in MAY_BE_EMPTY:
            self.fault(path, _("%(key)s是空的") % {"key": path[-1]})
        else:
            return True
        return False
