"""A case as the four properties are checked of it, read from the database and the storage."""

import datetime as dt
from collections.abc import Iterable
from functools import partial
from typing import NamedTuple

from django.apps import apps
from django.utils import timezone

from archive.keeping.file import File
from archive.keeping.subject import Ledger, Package, Subject, Verify
from archive.ledger import breaks
from archive.models import Dossier, LedgerEntry, PropertyResult
from decisions.evidence import content_of
from decisions.models import Blob, Case, Decision, Draft, Evidence
from decisions.record import Record


class Label(NamedTuple):
    """What a dossier is filed under, and when."""

    archival_code: str
    retention: str
    at: dt.datetime

    @property
    def year(self) -> str:
        """The year that the code names; where it names none, that of the filing."""
        named = self.archival_code.partition("·")[2][:4]
        return named or str(timezone.localdate(self.at).year)


def label_of(dossier: Dossier) -> Label:
    """Return what a sealed dossier is filed under."""
    return Label(dossier.archival_code, dossier.retention, dossier.at)


def at_filing(case: Case, archival_code: str, retention: str) -> Subject:
    """Return a case about to be sealed under a code: its metadata, ledger and evidence."""
    others = Dossier.objects.filter(archival_code=archival_code).exclude(case=case)
    files = tuple(evidence_of(case))
    return Subject(
        PropertyResult.Stage.FILING,
        metadata(case, Label(archival_code, retention, case.moved_at), len(files)),
        ledger_of(case),
        files,
        versions_of(case),
        code_taken=others.exists(),
    )


def at_transfer(
    dossier: Dossier, package: Package, at: dt.datetime, verify: Verify | None = None
) -> Subject:
    """Return a sealed dossier about to be handed over, in the package that is made of it."""
    case, files = dossier.case, tuple(evidence_of(dossier.case))
    return Subject(
        PropertyResult.Stage.TRANSFER,
        metadata(case, label_of(dossier), len(files)),
        ledger_of(case),
        (*copies_of(dossier, at), *files),
        versions_of(case),
        package=package,
        verify=verify,
    )


def metadata(case: Case, label: Label, attachments: int) -> dict[str, str]:
    """Return the elements of DA/T 46-2009, by name."""
    decision = Decision.objects.filter(case=case).order_by("-seq").first()
    day = decision.issued_on if decision else timezone.localdate(label.at)
    return {
        "聚合层次": "案卷",
        "立档单位名称": case.organ.name,
        "全宗号": case.organ.fonds_code,
        "档号": label.archival_code,
        "年度": label.year,
        "保管期限": label.retention,
        "题名": case.title,
        "文件编号": decision.document_number if decision else "",
        "责任者": case.organ.name if decision else case.undertaking_unit.name,
        "日期": f"{day:%Y%m%d}",
        "电子文件号": case.number,
        "附件数": str(attachments),
    }


def evidence_of(case: Case, until: int | None = None) -> Iterable[File]:
    """Yield the evidence of a case, in its order; up to a number of the ledger, where given."""
    found = Evidence.objects.filter(case=case).select_related("blob")
    for one in found if until is None else found.filter(seq__lt=until):
        yield File(
            one.filename, one.title, one.blob.media_type, one.blob.size, one.blob.digest,
            one.seq, one.position, partial(content_of, one.blob),
        )  # fmt: skip


def copies_of(dossier: Dossier, at: dt.datetime) -> Iterable[File]:
    """Yield the dossier's files as they were at a moment: its volumes and supplements too."""
    title = dossier.case.title
    yield _copy("dossier.pdf", title, dossier.as_of(at), dossier.seq, signed=bool(dossier.signer))
    for volume in dossier.volumes.select_related("blob"):
        name = f"volume-{volume.number}.pdf"
        yield _copy(name, title, volume.blob, dossier.seq)
    for one in dossier.supplements.select_related("blob").order_by("number"):
        name = f"supplement-{one.number}.pdf"
        yield _copy(name, one.title, one.as_of(at), one.seq, signed=bool(one.signer))


def seals_of(dossier: Dossier, at: dt.datetime) -> Iterable[File]:
    """Yield what devices of the government's own had made at a moment to seal the manifest."""
    for number, seal in enumerate(dossier.seals.filter(at__lte=at).select_related("blob"), 1):
        name = f"seal-{number}-{seal.filename}"
        yield _copy(name, dossier.case.title, seal.blob, dossier.seq)


def _copy(name: str, title: str, blob: Blob, seq: int, *, signed: bool = False) -> File:
    """Return a file of the archive's own; of one that is not signed a signed one has the digest."""
    return File(
        name, title, blob.media_type, blob.size, blob.digest, seq, 0, partial(content_of, blob),
        is_copy=True, is_signed=signed,
    )  # fmt: skip


def versions_of(case: Case) -> tuple[int, ...]:
    """Return the numbers of the case's drafts."""
    return tuple(Draft.objects.filter(case=case).values_list("version", flat=True))


def ledger_of(case: Case) -> Ledger:
    """Return what is asked of the ledger: numbers, acts done, acts with a record, breaks."""
    rows = list(LedgerEntry.objects.filter(case=case).order_by("seq"))
    return Ledger(
        length=case.length,
        numbers=tuple(row.seq for row in rows),
        accepted=frozenset(row.seq for row in rows if row.accepted),
        recorded=_recorded(case),
        breaks=tuple(dict.fromkeys(row.seq for row, _what in breaks(rows))),
    )


def _recorded(case: Case) -> frozenset[int]:
    kinds = (model for model in apps.get_models() if issubclass(model, Record))
    first, *rest = (
        kind._default_manager.filter(case=case).order_by().values_list("seq", flat=True)
        for kind in kinds
    )
    return frozenset(first.union(*rest, all=True))
