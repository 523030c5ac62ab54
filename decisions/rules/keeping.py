"""What must be so before a sealed dossier is held, appraised, destroyed. Basis: 档案法."""

from collections.abc import Iterable

from django.utils.formats import date_format
from django.utils.translation import gettext_lazy as _

from decisions.basis import Basis, plan
from decisions.deadlines import deadline_of
from decisions.facts import Facts
from decisions.models import (
    Appraisal,
    Appraiser,
    Disposal,
    DisposalApproval,
    Hold,
    HoldLift,
    Supervisor,
    Transfer,
    TransferReceipt,
)
from decisions.record import Record
from decisions.requirements import requirement

APPRAISED = Basis("archives_rules", 24)
KEPT = Basis("archives", 21)


def before(facts: Facts, kind: type[Record]) -> Record | None:
    """Return the last record of a kind that was there before the one in hand."""
    found = [record for record in facts.all(kind) if record is not facts.record]
    return found[-1] if found else None


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
    sent, known = facts.latest(Transfer), before(facts, TransferReceipt)
    return sent is not None and (known is None or known.seq < sent.seq)


def open_holds(facts: Facts) -> list[Hold]:
    """Return the holds that nobody has lifted, but for the lift in hand."""
    lifts = (lift for lift in facts.all(HoldLift) if lift is not facts.record)
    lifted = {lift.hold_id for lift in lifts}
    return [hold for hold in facts.all(Hold) if hold.pk not in lifted]


@requirement(
    "hold.placed",
    title=_("卷宗限制处置"),
    lack=_("这个卷宗没有限制处置，不用解除。"),
    basis=KEPT,
    mend="place_hold",
)
def placed(facts: Facts) -> bool:
    """There is a hold to lift."""
    return bool(open_holds(facts))


@requirement(
    "hold.lifted_by_another",
    title=_("解除的人不是作出限制的人"),
    lack=_("限制处置由您作出，须由另一个人解除。"),
    basis=plan(18),
    mend="lift_hold",
    of=HoldLift,
)
def lifted_by_another(facts: Facts) -> bool:
    """Nobody undoes alone what he did alone: whoever placed the hold does not lift it."""
    lift = facts.latest(HoldLift)
    if lift is None:
        return False
    placed_by = [hold for hold in facts.all(Hold) if hold.pk == lift.hold_id]
    return all(facts.person_of(hold) != facts.person_of(lift) for hold in placed_by)


@requirement(
    "disposal.not_done",
    title=_("卷宗没有销毁"),
    lack=_("这个卷宗的文件已经销毁，只保留台账、记录、摘要和销毁登记。"),
    basis=APPRAISED,
    mend="appraise_dossier",
)
def not_done(facts: Facts) -> bool:
    """What is destroyed is neither appraised nor transferred nor destroyed again."""
    return before(facts, Disposal) is None


def _due(facts: Facts) -> str:
    appraisal = facts.latest(Appraisal)
    if appraisal is None or appraisal.due_on is None:
        return str(_("永久保管，没有到期日"))
    return str(_("%(day)s到期")) % {"day": date_format(appraisal.due_on)}


@requirement(
    "appraisal.due",
    title=_("保管期限已满"),
    lack=_("卷宗还没有到鉴定的时候：%(names)s。"),
    basis=APPRAISED,
    mend="appraise_dossier",
    names=_due,
    of=Appraisal,
)
def due(facts: Facts) -> bool:
    """The term of retention has run out."""
    appraisal = facts.latest(Appraisal)
    day = appraisal.due_on if appraisal else None
    return day is not None and day <= facts.day


def named(facts: Facts, record: Record, kind: type[Appraiser | Supervisor]) -> set[int]:
    """Return the persons whom the lines of a record name."""
    return {line.person_id for line in facts.rows_of(record, kind)}


@requirement(
    "appraisal.panel",
    title=_("由鉴定小组集体鉴定"),
    lack=_("鉴定小组的人数不够，至少%(n)d人。"),
    basis=APPRAISED,
    mend="appraise_dossier",
    count=lambda facts: int(facts.law.number("appraisal_members_min")),
    of=Appraisal,
)
def panel(facts: Facts) -> bool:
    """Several named persons appraise together."""
    appraisal = facts.latest(Appraisal)
    if appraisal is None:
        return False
    enough = facts.law.number("appraisal_members_min")
    return len(named(facts, appraisal, Appraiser)) >= enough


@requirement(
    "disposal.proposed",
    title=_("鉴定建议销毁，等待审批"),
    lack=_("没有等待审批的销毁建议。"),
    basis=APPRAISED,
    mend="appraise_dossier",
)
def proposed(facts: Facts) -> bool:
    """The last appraisal proposes it, and nobody has answered yet."""
    appraisal, answer = facts.latest(Appraisal), before(facts, DisposalApproval)
    if appraisal is None or appraisal.outcome != Appraisal.Outcome.DISPOSE:
        return False
    return answer is None or answer.seq < appraisal.seq


@requirement(
    "disposal.approved_by_another",
    title=_("审批人没有参加鉴定"),
    lack=_("您作过鉴定，须由没有参加鉴定的人审批。"),
    basis=(APPRAISED, plan(18)),
    mend="approve_disposal",
    of=DisposalApproval,
)
def approved_by_another(facts: Facts) -> bool:
    """Two persons: who proposes the destruction does not approve it."""
    appraisal, answer = facts.latest(Appraisal), facts.latest(DisposalApproval)
    if appraisal is None or answer is None:
        return False
    concerned = {facts.person_of(appraisal), *named(facts, appraisal, Appraiser)}
    return facts.person_of(answer) not in concerned


@requirement(
    "disposal.approved",
    title=_("销毁经过批准"),
    lack=_("销毁还没有批准，或者没有获得批准。"),
    basis=APPRAISED,
    mend="approve_disposal",
)
def approved(facts: Facts) -> bool:
    """The last proposal was approved."""
    appraisal, answer = facts.latest(Appraisal), facts.latest(DisposalApproval)
    if appraisal is None or answer is None:
        return False
    return answer.approved and answer.seq > appraisal.seq


@requirement(
    "disposal.waited",
    title=_("批准后的等待期已满"),
    lack=_("批准后的等待期还没有满，期间任何人都可以提出限制处置。"),
    basis=APPRAISED,
    mend="dispose_dossier",
)
def waited(facts: Facts) -> bool:
    """Time for whoever still needs the dossier to say so."""
    wait = deadline_of(facts, "disposal.wait")
    return wait is None or wait.allows(facts.day)


def _grounds(holds: Iterable[Hold]) -> str:
    return str(_("；")).join(hold.basis for hold in holds)


@requirement(
    "disposal.not_held",
    title=_("没有限制处置"),
    lack=_("卷宗限制处置，不能销毁：%(names)s。"),
    basis=(KEPT, plan(12)),
    mend="lift_hold",
    names=lambda facts: _grounds(open_holds(facts)),
)
def not_held(facts: Facts) -> bool:
    """Nothing is destroyed that somebody has asked to keep."""
    return not open_holds(facts)


@requirement(
    "disposal.supervised",
    title=_("销毁有人监销"),
    lack=_("监销人不够：除经办人以外，至少%(n)d人。"),
    basis=APPRAISED,
    mend="dispose_dossier",
    count=lambda facts: int(facts.law.number("disposal_supervisors_min")),
    of=Disposal,
)
def supervised(facts: Facts) -> bool:
    """Others than whoever does it watch."""
    disposal = facts.latest(Disposal)
    if disposal is None:
        return False
    watching = named(facts, disposal, Supervisor) - {facts.person_of(disposal)}
    return len(watching) >= facts.law.number("disposal_supervisors_min")


@requirement(
    "supplement.later_papers",
    title=_("封存以后有新的材料"),
    lack=_("上一次封存以后没有新的材料，不用补充封存。"),
    basis=Basis("archives", 14),
    mend="open_inquiry",
    of=Record,
)
def later_papers(facts: Facts) -> bool:
    """Something was done since the last sealing."""
    return facts.prepared is not None and facts.prepared.later > 0
