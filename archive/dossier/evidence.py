"""The evidence as it goes into the dossier: each file under a plain name."""

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import PurePath

from django.conf import settings

from archive.dossier.chronicle import Chronicle
from archive.dossier.values import size
from decisions.models import Evidence


@dataclass(frozen=True)
class Attached:
    """One file: how it is called inside the dossier, and what it is."""

    number: int
    # Readers show the name of an attachment as it stands in the file, byte by byte: ASCII.
    name: str
    title: str
    filename: str
    seq: int
    moment: dt.datetime
    act: str
    size: str
    digest: str
    beside: bool
    """Whether it is too large to stand inside, and lies beside the dossier under the same name."""
    item: Evidence


def attached(chronicle: Chronicle) -> Iterator[Attached]:
    """Yield the evidence in the order in which it was handed in."""
    for number, item in enumerate(chronicle.evidence, 1):
        if item.seq < chronicle.since:
            continue
        entry = chronicle.entries[item.seq - 1]
        yield Attached(
            number=number,
            name=f"evidence-{number:04}{PurePath(item.filename).suffix.lower()}",
            title=item.title,
            filename=item.filename,
            seq=item.seq,
            moment=entry.at,
            act=str(chronicle.acts[entry.act].title),
            size=size(item.blob.size),
            digest=item.blob.digest,
            beside=item.blob.size > settings.DOSSIER_ATTACH_MAX_BYTES,
            item=item,
        )
