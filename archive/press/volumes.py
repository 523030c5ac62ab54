"""Dividing a long document into volumes (分册) at the beginnings of sections.

The first, the master volume, has cover and item list of the whole and a table of the others with
the digest of each: whoever holds it can check them all.
"""

import hashlib
from collections.abc import Iterator, Sequence
from html import escape
from itertools import pairwise
from pathlib import Path

from archive.press.about import Volume
from archive.press.piece import Piece
from archive.press.section import Section, Style

NAME, COVER = "volumes", "volume-"
"""What the press calls its own sections: the table of volumes, and the cover of each."""
COLUMNS = "".join(f'<col style="width: {width}mm">' for width in (11, 28, 18, 99))
UNKNOWN = Volume(0, Path(), 0, 0, f"sha256:{'0' * 64}", f"sm3:{'0' * 64}")


def divided(pieces: Sequence[Piece], limit: int) -> Iterator[list[Section]]:
    """Yield the sections of each volume; one longer than `limit` pages has a volume alone.

    Where there are several, each has a page more, which tells of the volumes.
    """
    if sum(piece.pages for piece in pieces) > limit:
        limit -= 1
    volume, pages = list[Section](), 0
    for piece in pieces:
        if volume and pages + piece.pages > limit:
            yield volume
            volume, pages = [], 0
        volume.append(piece.section)
        pages += piece.pages
    yield volume


def arranged(parts: Sequence[Sequence[Section]], title: str) -> list[Section]:
    """Return the sections of all volumes with what tells of the volumes between them.

    The first has a table of the others behind cover and item list, each other one a cover.
    """
    first = parts[0]
    front = next((n for n, one in enumerate(first) if not one.late), len(first))
    unknown = table([UNKNOWN] * (len(parts) - 1))
    found = [*first[:front], unknown, *first[front:]]
    for number, part in enumerate(parts[1:], 2):
        found += [_cover(number, len(parts), title), *part]
    return found


def parted(pieces: Sequence[Piece]) -> Iterator[list[Piece]]:
    """Yield the pieces volume by volume."""
    begins = [n for n, piece in enumerate(pieces) if piece.section.name.startswith(COVER)]
    for first, end in pairwise([0, *begins, len(pieces)]):
        yield list(pieces[first:end])


def _cover(number: int, count: int, title: str) -> Section:
    return Section(
        f"{COVER}{number}",
        f'<h1 class="head" id="{COVER}{number}">{escape(title)}</h1>'
        f'<p class="itemno">第{number}册，共{count}册</p>',
        Style.COVER,
    )


def table(volumes: Sequence[Volume]) -> Section:
    """Return the table of the volumes beside the first; one not yet bound is a row of zeros."""
    rows = "".join(_row(number, volume) for number, volume in enumerate(volumes, 2))
    return Section(
        NAME,
        f'<section class="part"><h2 class="head" id="{NAME}">分册清单</h2>'
        f'<p class="meta">本卷共{len(volumes) + 1}册，本册是第1册。页号各册连续编排。</p>'
        f'<table class="grid"><colgroup>{COLUMNS}</colgroup><thead><tr><th scope="col">册</th>'
        '<th scope="col">页号</th><th scope="col">页数</th><th scope="col">文件、摘要</th></tr>'
        f"</thead><tbody>{rows}</tbody></table></section>",
    )


def _row(number: int, volume: Volume) -> str:
    last = volume.first + volume.pages - 1
    return (
        f'<tr><th scope="row">{number}</th><td>{volume.first}—{last}</td><td>{volume.pages}</td>'
        f'<td style="overflow-wrap: anywhere"><p class="mono">{file_name(number)}</p>'
        f'<p class="mono">{volume.digest}</p><p class="mono">{volume.sm3}</p></td></tr>'
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
        return f"{algorithm}:{hashlib.file_digest(file, algorithm).hexdigest()}"
