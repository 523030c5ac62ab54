"""What the four properties are checked of: metadata, ledger and files, as plain values."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path

from archive.keeping.file import File
from archive.keeping.inspection import Inspection, inspect
from archive.keeping.malware import Scan, scanner
from archive.models import PropertyResult

Verify = Callable[[bytes], str]
"""Says what is wrong with the signature and timestamp of a PDF; empty where nothing is."""


@dataclass(frozen=True)
class Ledger:
    """What the checks ask of the ledger of a case."""

    length: int
    """How many rows the case says it has."""
    numbers: tuple[int, ...]
    accepted: frozenset[int]
    recorded: frozenset[int]
    """The numbers of the acts of which there is a record: the processing slip."""
    breaks: tuple[int, ...] = ()
    """The rows at which the chain does not hold."""


@dataclass(frozen=True)
class Package:
    """A transfer package on disk, and the names that are to be in it."""

    path: Path
    names: frozenset[str]
    faults: tuple[str, ...] = ()
    """What a validation against its own lists has found."""


@dataclass(frozen=True)
class Subject:
    """All of one dossier that is checked at one stage."""

    stage: PropertyResult.Stage
    metadata: Mapping[str, str]
    """By the names of `archive.keeping.elements`."""
    ledger: Ledger
    files: tuple[File, ...]
    versions: tuple[int, ...] = ()
    """The numbers of the drafts that are on record."""
    code_taken: bool = False
    """Whether another dossier has the same archival code."""
    package: Package | None = None
    verify: Verify | None = None
    scan: Scan | None = field(default_factory=scanner)

    @cached_property
    def inspections(self) -> tuple[Inspection, ...]:
        """What was found in each file, read once for all the checks."""
        return tuple(self._inspected())

    def _inspected(self) -> Iterator[Inspection]:
        scan = self.scan
        for file in self.files:
            found = inspect(file, scan)
            # A scanner that is dead is not asked again for each of a thousand files.
            scan = None if found.scanner_fault else scan
            yield found
