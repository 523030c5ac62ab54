"""The parts of an official text: its headings are known by their numbers. Basis: GB/T 9704."""

import re
from dataclasses import dataclass

from archive.dossier.values import paragraphs

HEADINGS = (
    ("chapter", re.compile(r"第[一二三四五六七八九十]+[编章节]")),
    ("first", re.compile(r"[一二三四五六七八九十]+、")),
    ("second", re.compile(r"[（(][一二三四五六七八九十]+[）)]")),
)
LONGEST_HEADING = 40
NUMBERING = re.compile(r"^(\d+[.．]) ")
"""The space after it would be stretched with the line; one that does not stretch stands there."""
ENDS_SENTENCE = ("。", "；", "：", "，")


@dataclass(frozen=True)
class Block:
    """One paragraph or heading: `kind` is title, chapter, first, second or text."""

    kind: str
    text: str


def blocks(text: str, title: str = "") -> tuple[Block, ...]:
    """Return the blocks of a text; `title` is known where it is repeated at the head."""
    return tuple(
        Block(_kind(line, title), NUMBERING.sub("\\1\N{NO-BREAK SPACE}", line))
        for line in paragraphs(text)
    )


def _kind(line: str, title: str) -> str:
    if line == title:
        return "title"
    if len(line) > LONGEST_HEADING or line.endswith(ENDS_SENTENCE):
        return "text"
    return next((kind for kind, pattern in HEADINGS if pattern.match(line)), "text")
