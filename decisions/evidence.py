"""Taking files in: typed by content, limited in size, kept under their digest."""

import hashlib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path, PurePath

import puremagic
from django.conf import settings
from django.core.exceptions import ValidationError
from django.core.files.base import ContentFile, File
from django.core.files.storage import default_storage
from django.template.defaultfilters import filesizeformat
from django.utils.translation import gettext as _

from decisions.content import ALGORITHM
from decisions.models import Blob, Case, Evidence

OFFICE = "application/vnd.openxmlformats-officedocument."
TYPES = {
    ".pdf": "application/pdf",
    ".png": "image/png",
    ".jpg": "image/jpeg",
    ".jpeg": "image/jpeg",
    ".docx": OFFICE + "wordprocessingml.document",
    ".xlsx": OFFICE + "spreadsheetml.sheet",
    ".txt": "text/plain",
}
"""What may be handed in: the ending, and the type that the content must prove."""


@dataclass(frozen=True)
class Attachment:
    """A file whose content is stored, on its way to becoming evidence of an act."""

    blob: Blob
    title: str
    filename: str


def media_type(filename: str, data: bytes) -> str:
    """Return the type of `data`; the name's ending must agree with the content.

    Raises ValidationError for a type that may not be handed in, or a false one.
    """
    ending = PurePath(filename).suffix.lower()
    claimed = TYPES.get(ending)
    if claimed is None:
        raise ValidationError(
            _("不能上传%(name)s：只收PDF、PNG、JPEG、DOCX、XLSX和TXT。"),
            params={"name": filename},
        )
    if not _proves(data, claimed):
        raise ValidationError(_("%(name)s的内容和它的扩展名不符。"), params={"name": filename})
    return claimed


def _proves(data: bytes, claimed: str) -> bool:
    """Say whether the content is of the claimed type."""
    if claimed == "text/plain":
        return _is_text(data)
    try:
        found = {match.mime_type for match in puremagic.magic_string(data)}
    except (puremagic.PureError, ValueError):
        return False
    return claimed in found


def _is_text(data: bytes) -> bool:
    try:
        return "\x00" not in data.decode()
    except UnicodeDecodeError:
        return False


def keep(upload: File) -> Attachment:  # type: ignore[type-arg]  # bytes or str alike
    """Store the content of `upload` and return it as an attachment.

    Content is kept before the act's transaction, so that no row can ever name a content that
    is not there; a content that no row names is harmless. Raises ValidationError.
    """
    filename = PurePath(upload.name or "").name[:200]
    _check_size(upload.size, filename)
    data = upload.read()
    found = media_type(filename, data)
    return Attachment(keep_bytes(data, found), PurePath(filename).stem, filename)


def keep_bytes(data: bytes, found: str) -> Blob:
    """Store `data`, of the media type `found`, once; return its row."""
    return _keep(ContentFile(data), hashlib.new(ALGORITHM, data).hexdigest(), found)


def keep_file(path: Path, found: str) -> Blob:
    """Store a file of the media type `found`, however large; return its row."""
    with path.open("rb") as file:
        digest = hashlib.file_digest(file, ALGORITHM).hexdigest()
        file.seek(0)
        return _keep(File(file), digest, found)


def _keep(file: File, digest: str, found: str) -> Blob:  # type: ignore[type-arg]  # bytes or str alike
    path, size = f"evidence/{digest[:2]}/{digest}", file.size
    # A full disk, or a process that was killed, may have left a part of it.
    if not default_storage.exists(path) or default_storage.size(path) != size:
        default_storage.delete(path)
        _save(path, file)
    blob, _created = Blob.objects.get_or_create(
        digest=f"{ALGORITHM}:{digest}",
        defaults={"size": size, "media_type": found, "path": path},
    )
    return blob


def _save(path: str, file: File) -> None:  # type: ignore[type-arg]  # bytes or str alike
    try:
        default_storage.save(path, file)
    except OSError:
        default_storage.delete(path)
        raise


def _check_size(size: int, filename: str) -> None:
    if size == 0:
        raise ValidationError(_("%(name)s是空文件。"), params={"name": filename})
    if size > settings.EVIDENCE_MAX_BYTES:
        raise ValidationError(
            _("%(name)s有%(size)s，超过上限%(limit)s。"),
            params={
                "name": filename,
                "size": filesizeformat(size),
                "limit": filesizeformat(settings.EVIDENCE_MAX_BYTES),
            },
        )


def attach(case: Case, seq: int, attachments: Iterable[Attachment]) -> Sequence[Evidence]:
    """Return the attachments as evidence of an act, in order, not yet saved."""
    return [
        Evidence(
            case=case, seq=seq, position=n, blob=a.blob, title=a.title[:200], filename=a.filename
        )
        for n, a in enumerate(attachments, 1)
    ]


def content_of(blob: Blob) -> bytes:
    """Return the content of `blob` from the storage."""
    with default_storage.open(blob.path) as file:
        return bytes(file.read())
