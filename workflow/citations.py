"""The articles that an act rests on, read from its own declaration."""

import inspect
import re
from collections.abc import Iterator
from functools import cache

from decisions.basis import Basis
from workflow.acts import Act

_SOURCES = {
    "条例": "713", "区规划": "plan", "公平竞争审查条例": "783", "档案法": "archives",
    "档案法实施条例": "archives_rules",
}  # fmt: skip
_CITATION = re.compile(
    r"(公平竞争审查条例|档案法实施条例|区规划|档案法|条例)?第([一二三四五六七八九十]+|\d+)[条项]"
)
_DIGITS = "零一二三四五六七八九"


def number(text: str) -> int:
    """Return the number of an article as it is written: 二十四 is 24."""
    if text.isdecimal():
        return int(text)
    tens, ten, ones = text.rpartition("十")
    return (_DIGITS.index(tens) if tens else 1 if ten else 0) * 10 + _DIGITS.find(ones or "零")


def _cited(text: str) -> Iterator[Basis]:
    """Yield every article that `text` cites; one without a source has that of the one before."""
    source = "713"
    for named, article in _CITATION.findall(text):
        source = _SOURCES[named] if named else source
        yield Basis(source, number(article))


@cache
def bases(act: Act) -> tuple[Basis, ...]:
    """Return the bases that the act's docstring gives."""
    return tuple(_cited((inspect.getdoc(act) or "").partition("Basis:")[2]))
