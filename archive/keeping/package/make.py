"""Making the package of a dossier: the same dossier and moment give the same bytes."""

import datetime as dt
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import chain
from pathlib import Path, PurePath

from django.utils import timezone

from archive.keeping.file import File
from archive.keeping.package import bag, descriptive, events, manifest, mets, premis
from archive.keeping.package.part import (
    DESCRIPTIVE,
    MANIFEST,
    PRESERVATION,
    TABLE,
    Fixity,
    Part,
    fixity,
)
from archive.keeping.subjects import copies_of, evidence_of, label_of, metadata, seals_of
from archive.models import Dossier, LedgerEntry
from decisions.content import plain

TAGS = (
    "bagit.txt", "bag-info.txt", "manifest-sha256.txt", "manifest-sha512.txt",
    "tagmanifest-sha256.txt", "tagmanifest-sha512.txt",
)  # fmt: skip


@dataclass(frozen=True)
class Moment:
    """When a dossier is packed, and up to which number of its ledger."""

    at: dt.datetime
    until: int


@dataclass(frozen=True)
class Packaged:
    """A package: its one digest, and every name that belongs in it."""

    digest: str
    names: frozenset[str]


def make(dossier: Dossier, moment: Moment, folder: Path) -> Packaged:
    """Write the package into an empty folder. Raises OSError: a file is gone, the disk is full."""
    written: dict[str, Fixity] = {}
    parts = list(_parts(dossier, moment))
    for part in parts:
        _write(folder, part.path, part.read(), written)
    for path, data in _about(dossier, moment, parts, written):
        _write(folder, path, data, written)
    digest = bag.write_tags(folder, written, _info(dossier, moment))
    return Packaged(digest, names_in(written))


def names_in(written: Sequence[str] | dict[str, Fixity]) -> frozenset[str]:
    """Return the name of every file of a package, from those of its payload."""
    return frozenset((*TAGS, *(f"data/{path}" for path in written)))


def _write(folder: Path, path: str, data: bytes, written: dict[str, Fixity]) -> None:
    bag.write_part(folder, path, data)
    written[path] = fixity(data)


def _parts(dossier: Dossier, moment: Moment) -> Iterator[Part]:
    """Yield the kept copies, then every piece of evidence under a plain name."""
    until = moment.until
    rows = LedgerEntry.objects.filter(case=dossier.case_id, seq__lt=until)
    told = {row.seq: row for row in rows}
    for file in chain(copies_of(dossier, moment.at), seals_of(dossier, moment.at)):
        if file.seq < until:
            yield _part(f"content/{file.name}", file, "", told[file.seq])
    for number, file in enumerate(evidence_of(dossier.case, until), 1):
        ending = PurePath(file.name).suffix.lower()
        path = f"evidence/evidence-{number:04}{ending}"
        yield _part(path, file, file.name, told[file.seq])


def _part(path: str, file: File, original_name: str, row: LedgerEntry) -> Part:
    day = f"{timezone.localdate(row.at):%Y%m%d}"
    responsible = row.unit or row.actor
    return Part(path, file.read, file.media_type, file.title, original_name, responsible, day)


def _about(
    dossier: Dossier, moment: Moment, parts: Sequence[Part], written: dict[str, Fixity]
) -> Iterator[tuple[str, bytes]]:
    """Yield what describes the parts, each with its path."""
    attachments = sum(part.path.startswith("evidence/") for part in parts)
    elements = metadata(dossier.case, label_of(dossier), attachments)
    yield DESCRIPTIVE, descriptive.descriptive(elements, parts, written)
    done = events.events(dossier, moment.until, moment.at)
    agents = events.agents(dossier, moment.until)
    yield PRESERVATION, premis.premis(parts, written, done, agents)
    inside = manifest.inside(parts[0].read())
    if inside is not None:
        yield MANIFEST, inside
    at = str(plain(moment.at))
    yield TABLE, mets.mets(dossier.archival_code, at, parts, written)


def _info(dossier: Dossier, moment: Moment) -> dict[str, str]:
    return {
        "Source-Organization": dossier.case.organ.name,
        "External-Identifier": dossier.archival_code,
        "External-Description": " ".join(dossier.case.title.split()),
        "Bagging-Date": f"{timezone.localdate(moment.at):%Y-%m-%d}",
        "Bag-Software-Agent": "Suyuan",
    }
