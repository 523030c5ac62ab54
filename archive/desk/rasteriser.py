"""One page of a PDF as a picture and as text. A program of its own, without Django.

`python -m archive.desk.rasteriser PDF FOLDER PAGE` writes PAGE.png and PAGE.txt, and with page 0
the table of contents, outline.json. A hostile file can harm nothing but this process, which has
little memory and little time.
"""

import json
import resource
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pypdfium2

MEMORY, SECONDS = 1024**3, 20
WIDTH, HEIGHT = 1240, 1754
"""The pixels of a page at most: A4 at 150 to the inch."""
LINES, DEPTH, LONGEST = 2000, 4, 200


def bound() -> None:
    """Let this process have no more than its share."""
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
    resource.setrlimit(resource.RLIMIT_CPU, (SECONDS, SECONDS))


def draw(pdf: pypdfium2.PdfDocument, folder: Path, number: int) -> None:
    """Write a page, counted from 1, and its text."""
    page = pdf[number - 1]
    width, height = page.get_size()
    scale = min(WIDTH / width, HEIGHT / height)
    page.render(scale=scale).to_pil().save(folder / f"{number}.png", optimize=False)
    text = page.get_textpage().get_text_range()
    (folder / f"{number}.txt").write_text(text.replace("\r\n", "\n"), errors="replace")


def outline(pdf: pypdfium2.PdfDocument) -> Iterator[dict[str, Any]]:
    """Yield the lines of the table of contents."""
    for number, mark in enumerate(pdf.get_toc(max_depth=DEPTH)):
        if number == LINES:
            return
        place = mark.get_dest()
        index = place.get_index() if place else None
        if index is not None:
            yield {"title": mark.get_title()[:LONGEST], "level": mark.level, "page": index + 1}


def main(path: str, target: str, number: str) -> None:
    """Write what is asked for."""
    bound()
    folder = Path(target)
    with pypdfium2.PdfDocument(path) as pdf:
        if int(number):
            draw(pdf, folder, int(number))
        else:
            found = {"pages": len(pdf), "lines": list(outline(pdf))}
            (folder / "outline.json").write_text(json.dumps(found, ensure_ascii=False))


if __name__ == "__main__":
    main(*sys.argv[1:4])
