"""On which line of a TOML file something stands: tomllib does not say."""

import re
import tomllib
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

AT = re.compile(r"at line (\d+)")


def broken_at(error: tomllib.TOMLDecodeError, text: str) -> int:
    """Return the line of a text that cannot be read; its last where it ends too soon."""
    found = AT.search(str(error))
    return int(found[1]) if found else len(text.rstrip().split("\n"))


def line_of(text: str, path: Sequence[str]) -> int:
    """Return the line on which the key at `path` begins, or else the table that lacks it.

    The text is read again up to every line that it can end on: a key stands right after the
    longest beginning without it.
    """
    beginnings = list(_beginnings(text))
    for depth in range(len(path), 0, -1):
        before = 0
        for line, data in beginnings:
            if _holds(data, path[:depth]):
                return before + 1
            before = line
    return 1


def _beginnings(text: str) -> Iterator[tuple[int, dict[str, Any]]]:
    lines = text.split("\n")
    for number in range(1, len(lines) + 1):
        try:
            yield number, tomllib.loads("\n".join(lines[:number]))
        except tomllib.TOMLDecodeError:
            continue  # inside a value of several lines


def _holds(data: Any, path: Sequence[str]) -> bool:
    for key in path:
        if not isinstance(data, Mapping) or key not in data:
            return False
        data = data[key]
    return True
