"""A decision in the official format. Basis: GB/T 9704-2012."""

import re
from collections.abc import Mapping
from dataclasses import dataclass

from django.conf import settings

from archive.dossier.chronicle import Chronicle, Done
from archive.dossier.prose import Block, blocks
from archive.dossier.values import day
from decisions import models as m

WIDTH = 442
"""The type area of 156 mm, in points."""
TITLE_LINE = 20
"""How many characters of a title stand in a line."""
SENSE = re.compile("(?=[《（])")
LARGEST_MARK = 44
"""The largest size of the issuing organ's mark, in points."""


@dataclass(frozen=True)
class Document:
    """The parts of an issued document, from its red head to its colophon."""

    mark: str
    mark_size: int
    """In points: the mark stands in one line."""
    number: str
    title: tuple[str, ...]
    recipients: str
    heading: tuple[str, ...]
    """The title of what is issued, where the document only issues it."""
    blocks: tuple[Block, ...]
    organ: str
    signed_on: str
    note: str
    printed_by: str
    printed_on: str
    fonts: Mapping[str, str]


def document(chronicle: Chronicle, done: Done, record: m.Decision) -> Document:
    """Return the decision as issued; its text is that of the draft which was adopted."""
    organ, draft = chronicle.case.organ.name, record.draft
    mark = f"{organ}文件"
    title = draft.title if draft else ""
    return Document(
        mark=mark,
        mark_size=min(LARGEST_MARK, WIDTH // len(mark)),
        number=record.document_number,
        title=lines(record.title),
        recipients=f"{record.recipients.rstrip('：:')}：",
        heading=lines(title) if title != record.title else (),
        blocks=_text(draft) if draft else (),
        organ=organ,
        signed_on=day(record.signed_on),
        note=f"统一编号：{record.unified_number}" if record.unified_number else "",
        printed_by=done.entry.unit,
        printed_on=day(record.issued_on),
        fonts=settings.DOCUMENT_FONTS,
    )


def lines(title: str) -> tuple[str, ...]:
    """Break a title where its sense does, before a title inside it or a bracket."""
    found = [""]
    for piece in SENSE.split(title):
        if found[-1] and len(found[-1] + piece) > TITLE_LINE:
            found.append(piece)
        else:
            found[-1] += piece
    return tuple(found)


def _text(draft: m.Draft) -> tuple[Block, ...]:
    """Return the text without the title that may be repeated at its head."""
    return tuple(one for one in blocks(draft.text, draft.title) if one.kind != "title")
