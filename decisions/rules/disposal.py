"""Before a dossier is appraised and destroyed. Basis: 档案法实施条例第二十四条."""

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
    Supervisor,
)
from decisions.record import Record
from decisions.requirements import requirement
from decisions.rules.hold import KEPT, open_holds

APPRAISED = Basis("archives_rules", 24)


@requirement(
    "disposal.not_done",
    title=_("卷宗没有销毁"),
    lack=_("这个卷宗的文件已经销毁，只保留台账、记录、摘要和销毁登记。"),
    basis=APPRAISED,
    mend="appraise_dossier",
)
def not_done(facts: Facts) -> bool:
    """What is destroyed is neither appraised nor transferred nor destroyed again."""
    return facts.before(Disposal) is None


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
    appraisal, answer = facts.latest(Appraisal), facts.before(DisposalApproval)
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
