"""A line of a dossier's text around the words that were looked for."""

from collections.abc import Iterator

from archive.models import SearchRow
from archive.search.row import NAMES
from archive.search.tokens import normal

BEFORE, LENGTH = 12, 90
_WIDE = str.maketrans(",:;!?", "，：；！？")
"""Back to the width that Chinese is printed in."""

Part = tuple[str, bool]
"""A piece of text, and whether it was looked for."""


def excerpt(row: SearchRow, words: str) -> list[Part]:
    """Return the text around the first of the words, in pieces; nothing where it is not in it."""
    sought = sorted({word for word in normal(words).split() if word}, key=len, reverse=True)
    # The title stands above it already; numbers and names only where no paper says it.
    lines = row.text.split("\n", NAMES + 1)
    body = next((text for text in (lines[-1], *lines[1:-1]) if _places(text, sought)), "")
    places = _places(body, sought)
    if not places:
        return []
    start = max(0, min(places) - BEFORE)
    piece = " ".join(body[start : start + LENGTH].split()).translate(_WIDE)
    ends = ("…" if start else "", "…" if start + LENGTH < len(body) else "")
    return list(_parts(f"{ends[0]}{piece}{ends[1]}", [w.translate(_WIDE) for w in sought]))


def _places(text: str, words: list[str]) -> list[int]:
    return [place for place in map(text.find, words) if place >= 0]


def _parts(text: str, words: list[str]) -> Iterator[Part]:
    while text:
        found = [(place, -len(w), w) for w in words if (place := text.find(w)) >= 0]
        if not found:
            yield text, False
            return
        place, _length, word = min(found)
        if place:
            yield text[:place], False
        yield word, True
        text = text[place + len(word) :]
