"""The end of a case, its dossier, and looking back. Basis: 条例第三十三条、第三十八条."""

from collections.abc import Mapping
from typing import Any

from django.utils.translation import gettext_lazy as _

from archive.dossier import Prepared, Slip, prepare
from archive.keeping import receipt
from archive.keeping.handing_over import HandedOver, hand_over
from archive.keeping.storing import store
from archive.models import Dossier, PropertyResult, Volume
from decisions import models as m
from decisions.facts import Facts
from decisions.models import Case
from decisions.parties import AUDITOR, HEAD, OFFICE, RECORDS_OFFICE
from decisions.rules import accountability, dossier, transfer
from decisions.states import State
from workflow.acts.base import Act
from workflow.forms import form_class

AFTER_DECISION = (
    State.PUBLISHED, State.EXECUTING, State.SUSPENDED, State.EVALUATED, State.CLOSED,
    State.ARCHIVED,
)  # fmt: skip


class CloseCase(Act):
    """Declare the case done. Basis: 条例第三十三条."""

    title, step, by, record = _("办结"), m.Step.CLOSING, OFFICE, m.Closing
    transition, leaps = Case.close, True


class TerminateCase(Act):
    """End the case before a decision, with the reason. Basis: 条例第二十四条、第二十五条."""

    title, step, by, record = _("终止"), m.Step.CLOSING, HEAD, m.Termination
    transition, leaps, signs = Case.terminate, True, True


class SealDossier(Act):
    """Seal the dossier; from then on nothing in it changes. Basis: 条例第三十三条."""

    title, step, by, record = _("封存卷宗"), m.Step.CLOSING, RECORDS_OFFICE, Dossier
    transition, signs = Case.seal, True
    requires = (dossier.current, dossier.printable, dossier.checked)
    made = (Volume,)
    lasts = _("提交后排印、核对、封存，要几秒到几分钟。可以关掉页面，办好没有在事项页上看。")

    def prepare(self, facts: Facts, data: Mapping[str, Any]) -> Prepared | None:
        """Print the dossier as the case stands; whatever moves it after that is found out."""
        if facts.actor is None:
            return None
        if dossier.missing(facts) or not form_class(Dossier)(data).is_valid():
            # It will be refused all the same; nothing is printed for that.
            return Prepared(facts.case.head)
        code, retention, note = (
            str(data.get(name, "")) for name in ("archival_code", "retention", "note")
        )
        slip = Slip(facts.at, facts.actor, code, retention, note)
        return prepare(facts.case, [act.described for act in Act.registry.values()], slip)

    def fill(self, record: Dossier, facts: Facts) -> None:
        """Take in what was made."""
        if facts.prepared is not None:
            facts.prepared.enter(record)
            facts.rows[Volume] = facts.prepared.volume_rows()

    def afterwards(self, record: Dossier, facts: Facts) -> None:
        """Keep what every check found."""
        store(facts.prepared.results, record, PropertyResult.Stage.FILING, record.at)


class TransferDossier(Act):
    """Hand the dossier to the state archive. Basis: 档案法第十五条."""

    title, step, by, record = _("移交档案馆"), m.Step.CLOSING, RECORDS_OFFICE, m.Transfer
    during, requires = (State.ARCHIVED,), (transfer.transfer_checked,)
    lasts = _("先制作移交包并检测，要几秒到几分钟；页面自己会更新，不要再按一次。")

    def prepare(self, facts: Facts, data: Mapping[str, Any]) -> HandedOver | None:
        """Make the package and check it; it is made again, the same, when it is exported."""
        readable = form_class(m.Transfer)(data).is_valid()
        return hand_over(facts.case, facts.at) if readable else None

    def fill(self, record: m.Transfer, facts: Facts) -> None:
        """Take in which package it is."""
        if facts.prepared is not None and facts.prepared.dossier is not None:
            record.archival_code = facts.prepared.dossier.archival_code
            record.package_digest = facts.prepared.digest
            record.packaged_at = facts.prepared.at

    def afterwards(self, record: m.Transfer, facts: Facts) -> None:
        """Keep what every check found."""
        made = facts.prepared
        store(made.results, made.dossier, PropertyResult.Stage.TRANSFER, record.at)


class ReceiveTransferReceipt(Act):
    """Take in the state archive's receipt of a transfer. Basis: 档案法第十五条."""

    title, step, by = _("登记移交回执"), m.Step.CLOSING, RECORDS_OFFICE
    record, during = m.TransferReceipt, (State.ARCHIVED,)
    requires = (transfer.receipt_once, transfer.receipt_readable, transfer.receipt_agrees)

    def fill(self, record: m.TransferReceipt, facts: Facts) -> None:
        """Take over what the receipt says; one that says nothing is refused by its rule."""
        try:
            found = receipt.parse(record.document)
        except receipt.Unreadable as why:
            facts.prepared = why
            return
        for name, value in vars(found).items():
            setattr(record, name, value)


class OpenInquiry(Act):
    """Open an inquiry into who answers for what. Basis: 条例第三十八条；区规划第12项."""

    title, step, by, record = _("启动责任倒查"), m.Step.CLOSING, AUDITOR, m.Inquiry
    during = AFTER_DECISION


class FileFinding(Act):
    """Hand in what the inquiry found. Basis: 条例第三十八条."""

    title, step, by, record = _("提交认定意见"), m.Step.CLOSING, AUDITOR, m.Finding
    during, requires = AFTER_DECISION, (accountability.opened,)
    signs = True
