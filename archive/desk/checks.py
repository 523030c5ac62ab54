"""What is checked of each sealed dossier in a verification of many."""

import hashlib
import shutil
from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from django.core.files.storage import default_storage
from django.utils.translation import gettext as _

from archive import strangers
from archive.dossier.package import beside, packed
from archive.ledger import breaks
from archive.models import Dossier, LedgerEntry, Volume
from decisions.content import ALGORITHM, canonical, content, digest
from decisions.models import Evidence
from decisions.record import Row

PART = 1024 * 1024


def findings(dossier: Dossier) -> list[str]:
    """Return what is wrong with a dossier, each in a sentence; nothing where it is intact."""
    found = list(_file(dossier))
    found += [sentence for one in (_ledger, _record) for sentence in one(dossier)]
    return found or list(_verifier(dossier))


def _file(dossier: Dossier) -> Iterator[str]:
    """The file is there and has the size and digest under which it was sealed."""
    blob = dossier.blob
    computed, size = hashlib.new(ALGORITHM), 0
    try:
        with default_storage.open(blob.path) as file:
            while part := file.read(PART):
                computed.update(part)
                size += len(part)
    except OSError:
        yield _("卷宗文件没有找到。")
        return
    if size != blob.size:
        yield _("卷宗文件应有%(size)d字节，实有%(found)d字节。") % {
            "size": blob.size,
            "found": size,
        }
    if f"{ALGORITHM}:{computed.hexdigest()}" != blob.digest:
        yield _("卷宗文件的摘要和封存时记录的不符，文件被改动过。")


def _ledger(dossier: Dossier) -> Iterator[str]:
    """The chain of the case is whole, and its head at the sealing is the one recorded."""
    entries = LedgerEntry.objects.filter(case=dossier.case_id).order_by("seq")
    for entry, _what in breaks(entries.iterator()):
        yield _("第%(seq)d条台账和前后不符") % {"seq": entry.seq}
    before = LedgerEntry.objects.filter(case=dossier.case, seq=dossier.seq - 1).first()
    if before is None or before.hash != dossier.ledger_head:
        yield _("封存时的台账链首和台账不符。")


def _record(dossier: Dossier) -> Iterator[str]:
    """The record of the sealing is what the ledger says was handed in."""
    entry = LedgerEntry.objects.filter(case=dossier.case, seq=dossier.seq).first()
    evidence = Evidence.objects.select_related("blob").filter(case=dossier.case, seq=dossier.seq)
    rows: dict[type[Row], list[Row]] = {Volume: list(dossier.volumes.all())}
    said = digest(canonical(content(dossier, rows, list(evidence.order_by("position")))))
    if entry is None or entry.data_digest != said:
        yield _("封存记录和台账中的内容摘要不符。")


def _verifier(dossier: Dossier) -> Iterator[str]:
    """What a stranger would find altered in the files as they are handed out now."""
    yield from strangers.faults(report_on(dossier))


def report_on(dossier: Dossier) -> dict[str, Any]:
    """Return the report of the verifier on a dossier with all that stands beside it."""
    with TemporaryDirectory(prefix="verification-") as folder:
        pdf, package = Path(folder) / "dossier.pdf", Path(folder) / "package.zip"
        with default_storage.open(dossier.newest.path) as source, pdf.open("wb") as target:
            shutil.copyfileobj(source, target)
        if not beside(dossier):
            return strangers.report_on(pdf)
        with packed(dossier) as source, package.open("wb") as target:
            shutil.copyfileobj(source, target)
        return strangers.report_on(pdf, package)
