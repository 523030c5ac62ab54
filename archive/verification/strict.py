"""Reading JSON that somebody else wrote: one meaning, or not at all."""

import json
from typing import Any

from archive.verification.words import Words, shown
from decisions.canonical import canonical


class Unusable(Exception):  # noqa: N818  # it is no error of the program: a file cannot be used
    """Something cannot be read as what it should be; `said` tells why."""

    def __init__(self, said: Words) -> None:
        """Take the sentence for the reader."""
        super().__init__(said.en)
        self.said = said


NOT_JSON = Words("不是规范的JSON", "it is no well-formed JSON")
TWICE = Words("同一个键写了两次：{key}", "it has a key twice: {key}")
NUMBER = Words("有不允许的数：{text}", "it has a number that is not allowed: {text}")
ANOTHER_FORM = Words(
    "字节不是规范形式，同样的内容可以有别的写法",
    "its bytes are not in the canonical form: the same content could be written otherwise",
)


def read(data: bytes) -> Any:
    """Return what canonical JSON says. Raises Unusable.

    Keys that come twice, numbers with a fraction and NaN have no canonical form.
    """
    try:
        found = json.loads(
            data.decode(), object_pairs_hook=_once, parse_float=_refuse, parse_constant=_refuse
        )
        written = canonical(found)
    except (ValueError, RecursionError):
        raise Unusable(NOT_JSON) from None
    if written != data:
        raise Unusable(ANOTHER_FORM)
    return found


def _once(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    found: dict[str, Any] = {}
    for key, value in pairs:
        if key in found:
            raise Unusable(TWICE.of(key=shown(key)))
        found[key] = value
    return found


def _refuse(text: str) -> None:
    raise Unusable(NUMBER.of(text=shown(text)))
