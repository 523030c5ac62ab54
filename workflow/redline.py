"""Two versions of a draft side by side, paragraph by paragraph, character by character."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from itertools import zip_longest
from typing import NamedTuple

CLOSE_READING = 4_000_000
"""How large a pair of paragraphs (length by length) is still compared by character."""


class Part(NamedTuple):
    """A run of text: `same`, `del` or `ins`."""

    kind: str
    text: str


@dataclass(frozen=True)
class Change:
    """A paragraph as it was and as it is; `folded` counts paragraphs left out as unchanged."""

    old: list[Part]
    new: list[Part]
    folded: int = 0


def paragraphs(text: str) -> list[str]:
    """Return the paragraphs of `text`, without empty ones."""
    return [line.strip() for line in text.splitlines() if line.strip()]


def compare(old: str, new: str) -> list[Change]:
    """Return the changes from `old` to `new`, in order, unchanged stretches folded."""
    before, after = paragraphs(old), paragraphs(new)
    matcher = SequenceMatcher(None, before, after, autojunk=False)
    return [
        change
        for kind, i1, i2, j1, j2 in matcher.get_opcodes()
        for change in (
            [Change([], [], i2 - i1)] if kind == "equal" else _paired(before[i1:i2], after[j1:j2])
        )
    ]


def count(changes: Sequence[Change]) -> int:
    """Return in how many paragraphs something changed."""
    return sum(not change.folded for change in changes)


def _paired(before: Sequence[str], after: Sequence[str]) -> Iterator[Change]:
    """Yield paragraphs that stand for each other; one that has no partner stands alone."""
    for old, new in zip_longest(before, after, fillvalue=""):
        yield _close_reading(old, new)


def _close_reading(old: str, new: str) -> Change:
    if not old or not new or len(old) * len(new) > CLOSE_READING:
        return Change(_whole("del", old), _whole("ins", new))
    matcher = SequenceMatcher(None, old, new, autojunk=False)
    if matcher.ratio() < 0.3:
        return Change(_whole("del", old), _whole("ins", new))
    before: list[Part] = []
    after: list[Part] = []
    for kind, i1, i2, j1, j2 in matcher.get_opcodes():
        same = kind == "equal"
        before += _whole("same" if same else "del", old[i1:i2])
        after += _whole("same" if same else "ins", new[j1:j2])
    return Change(before, after)


def _whole(kind: str, text: str) -> list[Part]:
    return [Part(kind, text)] if text else []
