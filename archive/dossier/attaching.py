"""Putting the evidence and the manifest inside the PDF. Basis: ISO 19005-3, 6.8."""

import datetime as dt
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

from pikepdf import AttachedFileSpec, Name, Pdf

from archive.dossier.evidence import Attached
from archive.dossier.manifest import NAME
from decisions.evidence import content_of

AT_ONCE = 64 * 1024 * 1024
"""How many bytes of evidence are held in memory; what is in the file already is not."""


def attach(pdf: Path, manifest: bytes, moment: dt.datetime, evidence: Sequence[Attached]) -> None:
    """Put the manifest and each piece of evidence inside the file.

    The moments are those of the acts, so that the same contents give the same bytes.
    """
    with _rewritten(pdf) as opened:
        _put(opened, _manifest(opened, manifest, moment))
    for files in _batches(file for file in evidence if not file.beside):
        # What is handed in is mostly compressed already.
        with _rewritten(pdf, compress=False) as opened:
            for file in files:
                _put(opened, _file(opened, file))


@contextmanager
def _rewritten(path: Path, *, compress: bool = True) -> Iterator[Pdf]:
    """Open the file, and save it over itself at the end."""
    beside = path.with_suffix(".new")
    with Pdf.open(path) as opened:
        yield opened
        opened.save(beside, compress_streams=compress, deterministic_id=True)
    beside.replace(path)


def _batches(files: Iterable[Attached]) -> Iterator[list[Attached]]:
    """Yield the files in their order, as many at a time as may be held in memory."""
    batch: list[Attached] = []
    size = 0
    for file in files:
        if batch and size + file.item.blob.size > AT_ONCE:
            yield batch
            batch, size = [], 0
        batch.append(file)
        size += file.item.blob.size
    if batch:
        yield batch


def _put(pdf: Pdf, spec: AttachedFileSpec) -> None:
    """Put the file in the list of attachments, and so say that it belongs to the whole document."""
    pdf.attachments[spec.filename] = spec


def _manifest(pdf: Pdf, manifest: bytes, moment: dt.datetime) -> AttachedFileSpec:
    spec = AttachedFileSpec(
        pdf,
        manifest,
        filename=NAME,
        description="卷宗清单",
        mime_type="application/json",
        **_dates(moment),
    )
    spec.relationship = Name.Data
    return spec


def _file(pdf: Pdf, file: Attached) -> AttachedFileSpec:
    spec = AttachedFileSpec(
        pdf,
        content_of(file.item.blob),
        filename=file.name,
        description=file.title,
        mime_type=file.item.blob.media_type,
        **_dates(file.moment),
    )
    spec.relationship = Name.Supplement
    return spec


def _dates(moment: dt.datetime) -> dict[str, str]:
    """Write the moment as PDF does, in UTC."""
    written = f"D:{moment.astimezone(dt.UTC):%Y%m%d%H%M%S}Z"
    return {"creation_date": written, "mod_date": written}
