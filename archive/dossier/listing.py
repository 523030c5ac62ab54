"""The item list: the classes in their order, each with its items or with the reason for none."""

from dataclasses import dataclass

from archive.dossier.heading import Heading
from archive.dossier.papers import Filed


@dataclass(frozen=True)
class Line:
    """One item, and its own archival code."""

    heading: Heading
    code: str


@dataclass(frozen=True)
class Listed:
    """One class in the item list."""

    code: str
    title: str
    retention: str
    lines: tuple[Line, ...]
    absent: str


def listed(filed: Filed, parts: tuple[Heading, ...], dossier: str) -> Listed:
    """Return a class as the item list has it, with the parts that are not papers of the case."""
    headings = (*(paper.heading for paper in filed.papers), *parts)
    lines = tuple(Line(heading, heading.archival_code(dossier)) for heading in headings)
    absent = "" if lines else filed.absent
    return Listed(filed.of.code, filed.of.title, filed.retention, lines, absent)
