"""The tokens of a row of the index: always made again from what stands in the row."""

from collections.abc import Iterator

from archive.models import SearchRow
from archive.search import facets, tokens

TITLE, NUMBERS, NAMES = range(3)
"""The first lines of a row's text; the papers follow."""


def text(title: str, numbers: str, names: str, papers: str) -> str:
    """Return the normalised text of a dossier, its lines where `tokens_of` looks for them."""
    lines = (" ".join(part.split()) for part in (title, numbers, names))
    # PostgreSQL keeps no NUL.
    return tokens.normal("\n".join((*lines, papers))).replace("\x00", "")


def tokens_of(row: SearchRow) -> set[str]:
    """Return every token by which a dossier is found."""
    return set(_tokens(row))


def _tokens(row: SearchRow) -> Iterator[str]:
    lines = row.text.split("\n", NAMES + 1)
    yield from tokens.of_text(row.text)
    yield from tokens.of_title(lines[TITLE])
    yield from tokens.of_characters(lines[TITLE] + lines[NAMES])
    yield from row.facets.split()
    if facets.sampled(row.pk):
        yield facets.SAMPLE
