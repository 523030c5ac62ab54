"""What must be so to hand a dossier to the state archive. Basis: 档案法第十五条、第三十九条."""

from django.utils.translation import gettext_lazy as _

from decisions.basis import Basis
from decisions.facts import Facts
from decisions.models import Transfer, TransferReceipt
from decisions.record import Record
from decisions.requirements import requirement


@requirement(
    "transfer.checked",
    title=_("移交包通过四性检测"),
    lack=_("移交检测没有通过：%(names)s。"),
    basis=(Basis("archives", 39), Basis("archives_rules", 40)),
    mend="transfer_dossier",
    names=lambda facts: str(_("；")).join(facts.prepared.faults if facts.prepared else ()),
    of=Record,
)
def transfer_checked(facts: Facts) -> bool:
    """The package is authentic, complete, usable and safe."""
    return facts.prepared is not None and not facts.prepared.faults


@requirement(
    "receipt.readable",
    title=_("回执能够读取"),
    lack=_("回执不能读取：%(names)s"),
    basis=Basis("archives", 15),
    mend="receive_transfer_receipt",
    names=lambda facts: str(facts.prepared or ""),
    of=TransferReceipt,
)
def receipt_readable(facts: Facts) -> bool:
    """It says what was taken in, in a form that can be checked."""
    receipt = facts.latest(TransferReceipt)
    return receipt is not None and bool(receipt.package_digest)


@requirement(
    "receipt.agrees",
    title=_("回执与所移交的包一致"),
    lack=_("回执上的档号或者移交包摘要，和移交时登记的不一致；核对是不是这一卷的回执。"),
    basis=Basis("archives", 15),
    mend="receive_transfer_receipt",
    of=TransferReceipt,
)
def receipt_agrees(facts: Facts) -> bool:
    """The archive has taken in exactly the package that was sent."""
    sent, receipt = facts.latest(Transfer), facts.latest(TransferReceipt)
    if sent is None or receipt is None or not receipt.package_digest:
        # What cannot be read is refused for that alone.
        return True
    same_code = receipt.archival_code == sent.archival_code
    return same_code and receipt.package_digest == sent.package_digest


@requirement(
    "receipt.once",
    title=_("这次移交还没有回执"),
    lack=_("这次移交的回执已经登记，或者还没有移交。"),
    basis=Basis("archives", 15),
    mend="transfer_dossier",
)
def receipt_once(facts: Facts) -> bool:
    """One receipt for each transfer."""
    sent, known = facts.latest(Transfer), facts.before(TransferReceipt)
    return sent is not None and (known is None or known.seq < sent.seq)
