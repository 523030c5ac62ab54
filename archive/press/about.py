"""What the press is told of a document, and what it gives back."""

import datetime as dt
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True)
class About:
    """What stands in the document's properties, and at the head and foot of its pages."""

    title: str
    author: str
    subject: str
    """What it is about, at the head of every page."""
    archival_code: str
    """At the foot of every page."""
    language: str = "zh-CN"
    created: dt.datetime | None = None
    file: str = "dossier.pdf"
    """The name under which the first volume is kept, for the links from other volumes."""


@dataclass(frozen=True)
class Volume:
    """A volume beside the first. Pages are counted through all volumes."""

    number: int
    pdf: Path
    first: int
    """The number of its first page."""
    pages: int
    digest: str
    sm3: str


@dataclass(frozen=True)
class Bound:
    """A document in files."""

    pdf: Path
    """The first volume, mostly the only one."""
    pages: int
    """Pages of all volumes."""
    starts: dict[str, int]
    """On which page each id stands."""
    volumes: tuple[Volume, ...] = ()
    rendered: tuple[str, ...] = ()
    """The names of the sections that were not on the shelf."""
