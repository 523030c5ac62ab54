"""A case as the four properties are checked of it, read from the database and the storage."""

from collections.abc import Iterable
from functools import partial
from pathlib import Path

from django.apps import apps
from django.utils import timezone

from archive.keeping.file import File
from archive.keeping.subject import Ledger, Package, Subject, Verify
from archive.ledger import breaks
from archive.models import Dossier, LedgerEntry, PropertyResult, Supplement
from decisions.evidence import content_of
from decisions.models import Case, Decision, Draft, Evidence
from decisions.record import Record

Kept = Dossier | Supplement


def at_filing(case: Case, archival_code: str, retention: str) -> Subject:
    """Return a case about to be sealed under a code: its metadata, ledger and evidence."""
    year = str(timezone.localdate(case.moved_at).year)
    taken = Dossier.objects.filter(archival_code=archival_code).exclude(case=case).exists()
    files = tuple(evidence_of(case))
    return Subject(
        PropertyResult.Stage.FILING,
        metadata(case, archival_code, retention, _year_in(archival_code) or year, len(files)),
        ledger_of(case),
        files,
        versions_of(case),
        code_taken=taken,
    )


def at_transfer(
    dossier: Dossier, package: Path, names: frozenset[str], faults: tuple[str, ...],
    verify: Verify | None = None,
) -> Subject:  # fmt: skip
    """Return a sealed dossier about to be handed over, in the package that is made of it."""
    case, files = dossier.case, tuple(evidence_of(dossier.case))
    year = _year_in(dossier.archival_code) or str(timezone.localdate(dossier.at).year)
    return Subject(
        PropertyResult.Stage.TRANSFER,
        metadata(case, dossier.archival_code, dossier.retention, year, len(files)),
        ledger_of(case),
        (*copies_of(dossier), *files),
        versions_of(case),
        package=Package(package, names, faults),
        verify=verify,
    )


def _year_in(archival_code: str) -> str:
    """Return the year that an archival code names."""
    return archival_code.partition("·")[2][:4]


def metadata(
    case: Case, archival_code: str, retention: str, year: str, attachments: int
) -> dict[str, str]:
    """Return the elements of DA/T 46-2009, by name."""
    decision = Decision.objects.filter(case=case).order_by("-seq").first()
    day = decision.issued_on if decision else timezone.localdate(case.moved_at)
    return {
        "聚合层次": "案卷",
        "立档单位名称": case.organ.name,
        "全宗号": case.organ.fonds_code,
        "档号": archival_code,
        "年度": year,
        "保管期限": retention,
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


def copies_of(dossier: Dossier) -> Iterable[File]:
    """Yield the dossier's own file, and that of each supplement."""
    supplements = dossier.supplements.select_related("blob").order_by("number")
    kept: list[Kept] = [dossier, *supplements]
    for number, one in enumerate(kept):
        name = f"supplement-{number}.pdf" if number else "dossier.pdf"
        title = one.title if isinstance(one, Supplement) else dossier.case.title
        yield File(
            name, title, one.blob.media_type, one.blob.size, one.blob.digest,
            one.seq, 0, partial(content_of, one.blob), is_copy=True,
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
