"""From what a dossier holds to the sections that the press sets, in the order of the pages.

A section holds little, and nothing that depends on how much stands before it: when a case has
grown by one act, nearly all of them are what they were.
"""

from collections.abc import Iterator, Mapping, Sequence
from itertools import groupby
from typing import TypeVar

from django.template.loader import render_to_string

from archive.dossier.drawing import drawing
from archive.dossier.holdings import Holdings
from archive.dossier.papers import Filed, Paper
from archive.dossier.situation import situation
from archive.dossier.spelling import spelled
from archive.press.section import Section, Style

ROWS = 150
"""How many rows of a long table a section holds."""
PAPERS = 12
"""How many short papers a section holds."""

T = TypeVar("T")


def sections(held: Holdings) -> tuple[Section, ...]:
    """Return every section of a dossier, in the language that is active."""
    front = (
        _section("cover", "cover", held, style=Style.COVER, late=True),
        _section("items", "items", held, late=True),
    )
    inside = [*_papers(held), *_parts(held)]
    said = spelled("".join(one.html for one in (*front, *inside)))
    context = {"spelled": said, "situation": tuple(situation(held))}
    return (*front, *inside, _section("reference", "reference", held, context, late=True))


def _section(
    name: str, template: str, held: Holdings, context: Mapping[str, object] | None = None,
    *, style: Style = Style.BODY, late: bool = False,
) -> Section:  # fmt: skip
    """Set a template of the dossier with what is held and what is the section's own."""
    whole = {"dossier": held, "cover": held.cover, "seal": held.seal, **(context or {})}
    return Section(name, render_to_string(f"dossier/{template}.html", whole), style, late)


def _papers(held: Holdings) -> Iterator[Section]:
    """Yield each class's papers: a long one by itself, short ones together."""
    for filed in held.classes:
        for _number, run in groupby(filed.papers, key=_alone):
            for papers in _chunks(tuple(run), PAPERS):
                yield from _run(held, filed, papers)


def _alone(paper: Paper) -> str:
    return paper.heading.number if paper.stands_alone else ""


def _run(held: Holdings, filed: Filed, papers: Sequence[Paper]) -> Iterator[Section]:
    """Yield the section of some papers of a class; many opinions go on in the next ones."""
    first = papers[0]
    name, context = f"class-{first.heading.number}", {"heading": first.heading}
    if first.document:
        yield _section(
            name, "document", held, {**context, "document": first.document}, style=Style.DOCUMENT
        )
        return
    opening = {"filed": filed, "opens": first == filed.papers[0], "papers": papers}
    yield _section(name, "papers", held, {**context, **opening})
    if first.opinions:
        for number, rows in enumerate(_chunks(first.opinions.opinions, ROWS), 1):
            yield _section(f"opinions-{number}", "opinion_rows", held, {**context, "rows": rows})


def _parts(held: Holdings) -> Iterator[Section]:
    """Yield the parts that the archive itself adds."""
    for anchor, heading in held.parts.items():
        whole = held.rows(anchor)
        for number, rows in enumerate(_chunks(whole, ROWS), 1):
            context = {
                "heading": heading, "filed": held.classes[-1], "rows": rows,
                "first": number == 1, "last": number * ROWS >= len(whole),
                "opens": number == 1 and heading.number.endswith("-01"),
                "drawing": drawing(held.path) if anchor == "path" else None,
            }  # fmt: skip
            yield _section(f"{anchor}-{number}", anchor, held, context)


def _chunks(rows: Sequence[T], size: int) -> Iterator[Sequence[T]]:
    for start in range(0, len(rows), size):
        yield rows[start : start + size]
