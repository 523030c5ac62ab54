"""Dividing a long document into volumes (分册) at the beginnings of sections.

The first, the master volume, has cover and item list of the whole and a table of the others with
the digest of each: whoever holds it can check them all.
"""

import hashlib
from collections.abc import Iterator, Sequence
from pathlib import Path

from archive.press.about import Volume
from archive.press.piece import Piece
from archive.press.section import Section

NAME = "volumes"
CHUNK = 1024 * 1024
UNKNOWN = Volume(0, Path(), 0, 0, f"sha256:{'0' * 64}", f"sm3:{'0' * 64}")


def divided(pieces: Sequence[Piece], limit: int) -> Iterator[list[Piece]]:
    """Yield the pieces volume by volume; a section longer than `limit` pages has one alone."""
    volume: list[Piece] = []
    for piece in pieces:
        if volume and sum(one.pages for one in volume) + piece.pages > limit:
            yield volume
            volume = []
        volume.append(piece)
    yield volume


def with_table(sections: Sequence[Section], table: Section) -> list[Section]:
    """Return the sections with the table of volumes behind cover and item list."""
    front = next((n for n, one in enumerate(sections) if not one.late), len(sections))
    return [*sections[:front], table, *sections[front:]]


def table(volumes: Sequence[Volume]) -> Section:
    """Return the table of the volumes beside the first; one not yet bound is a row of zeros."""
    rows = "".join(_row(number, volume) for number, volume in enumerate(volumes, 2))
    return Section(
        NAME,
        f'<section class="part"><h2 class="head" id="{NAME}">分册清单</h2>'
        f'<p class="meta">本卷共{len(volumes) + 1}册，本册是第1册。页号各册连续编排。</p>'
        '<table class="grid"><colgroup><col class="w-serial"><col class="w-short">'
        '<col class="w-narrow"><col></colgroup><thead><tr><th scope="col">册</th>'
        '<th scope="col">页号</th><th scope="col">页数</th><th scope="col">文件、摘要</th></tr>'
        f"</thead><tbody>{rows}</tbody></table></section>",
    )


def _row(number: int, volume: Volume) -> str:
    last = volume.first + volume.pages - 1
    return (
        f'<tr><th scope="row">{number}</th><td>{volume.first}—{last}</td><td>{volume.pages}</td>'
        f'<td><p class="mono">{file_name(number)}</p><p class="mono">{volume.digest}</p>'
        f'<p class="mono">{volume.sm3}</p></td></tr>'
    )


def file_name(number: int) -> str:
    """Return the name of the file of a volume beside the first."""
    return f"volume-{number}.pdf"


def bound(number: int, path: Path, pieces: Sequence[Piece]) -> Volume:
    """Describe a volume that was bound."""
    pages = sum(piece.pages for piece in pieces)
    return Volume(
        number, path, pieces[0].first, pages, _digest(path, "sha256"), _digest(path, "sm3")
    )


def _digest(path: Path, algorithm: str) -> str:
    with path.open("rb") as file:
        # By the chunk: `file_digest` knows only algorithms that every Python has.
        known = hashlib.new(algorithm)
        while chunk := file.read(CHUNK):
            known.update(chunk)
    return f"{algorithm}:{known.hexdigest()}"
