"""Putting the evidence and the manifest inside the PDF. Basis: ISO 19005-3, 6.8."""

import datetime as dt
import io

from pikepdf import Array, AttachedFileSpec, Name, Pdf

from archive.dossier.contents import Contents
from archive.dossier.evidence import Attached
from archive.dossier.manifest import NAME
from decisions.evidence import content_of


def attach(pdf: bytes, contents: Contents) -> bytes:
    """Return the PDF with the manifest and each piece of evidence inside.

    The moments are those of the acts, so that the same contents give the same bytes.
    """
    with Pdf.open(io.BytesIO(pdf)) as opened:
        for spec in [_manifest(opened, contents), *(_file(opened, f) for f in contents.evidence)]:
            opened.attachments[spec.filename] = spec
            _associate(opened, spec)
        out = io.BytesIO()
        opened.save(out, deterministic_id=True)
    return out.getvalue()


def _associate(pdf: Pdf, spec: AttachedFileSpec) -> None:
    """Say that the file belongs to the whole document."""
    if Name.AF not in pdf.Root:
        pdf.Root.AF = Array()
    pdf.Root.AF.append(spec.obj)


def _manifest(pdf: Pdf, contents: Contents) -> AttachedFileSpec:
    spec = AttachedFileSpec(
        pdf,
        contents.manifest,
        filename=NAME,
        description="卷宗清单",
        mime_type="application/json",
        **_dates(contents.last_moment),
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
