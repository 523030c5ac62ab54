"""What is checked of each sealed dossier in a verification of many."""

import hashlib
from collections.abc import Iterator

from django.conf import settings
from django.core.files.storage import default_storage
from django.utils.module_loading import import_string
from django.utils.translation import gettext as _

from archive.ledger import breaks
from archive.models import Dossier, LedgerEntry
from decisions.content import ALGORITHM, canonical, content, digest
from decisions.models import Evidence

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
    said = digest(canonical(content(dossier, {}, list(evidence.order_by("position")))))
    if entry is None or entry.data_digest != said:
        yield _("封存记录和台账中的内容摘要不符。")


def _verifier(dossier: Dossier) -> Iterator[str]:
    """The whole verifier, where `DOSSIER_VERIFIER` names it, finds nothing in the file itself."""
    if settings.DOSSIER_VERIFIER:
        with default_storage.open(dossier.blob.path) as file:
            yield from import_string(settings.DOSSIER_VERIFIER)(file)
