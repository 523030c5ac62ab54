"""Packing a dossier and checking the package, before it is handed to the state archive."""

import datetime as dt
import tempfile
from dataclasses import dataclass
from pathlib import Path

from django.utils.translation import gettext as _

from archive.keeping import package
from archive.keeping.properties import Result, failing, run
from archive.keeping.retention import disposal_of
from archive.keeping.subject import Package
from archive.keeping.subjects import at_transfer
from archive.models import Dossier
from archive.strangers import altered
from decisions.models import Case, Transfer


@dataclass(frozen=True)
class HandedOver:
    """A package that was made, and what the checks found of it; the package itself is let go.

    It is made again, byte for byte, by `manage.py export_package`.
    """

    ledger_head: str
    at: dt.datetime
    dossier: Dossier | None = None
    digest: str = ""
    faults: tuple[str, ...] = ()
    results: tuple[Result, ...] = ()


def hand_over(case: Case, at: dt.datetime) -> HandedOver:
    """Pack the dossier of a case as it stands, and check it."""
    dossier = Dossier.objects.select_related("case__organ", "blob").filter(case=case).first()
    if dossier is None:
        return HandedOver(case.head, at, faults=(_("没有封存的卷宗"),))
    if disposal_of(case):
        return HandedOver(case.head, at, dossier, faults=(_("卷宗的文件已经销毁"),))
    try:
        with tempfile.TemporaryDirectory() as folder:
            return _checked(dossier, package.Moment(at, case.length + 1), Path(folder))
    except OSError as failure:
        said = _("移交包没有做成：%(why)s") % {"why": failure.strerror or failure}
        return HandedOver(case.head, at, dossier, faults=(said,))


def _checked(dossier: Dossier, moment: package.Moment, folder: Path) -> HandedOver:
    made = package.make(dossier, moment, folder)
    packed = Package(folder, made.names, package.faults_of(folder))
    results = run(at_transfer(dossier, packed, moment.at, altered))
    return HandedOver(dossier.case.head, moment.at, dossier, made.digest, failing(results), results)


def made_again(transfer: Transfer, folder: Path) -> package.Packaged:
    """Write the package of a transfer again. Raises LookupError, or OSError."""
    dossier = Dossier.objects.select_related("case__organ", "blob").get(case=transfer.case_id)
    if transfer.packaged_at is None:
        raise LookupError(transfer.pk)
    return package.make(dossier, package.Moment(transfer.packaged_at, transfer.seq), folder)
