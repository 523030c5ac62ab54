"""Barring the disposal of a dossier, and ending that. Basis: 档案法第二十一条；区规划第18项."""

from django.utils.translation import gettext_lazy as _

from decisions.basis import Basis, plan
from decisions.facts import Facts
from decisions.models import Hold, HoldLift
from decisions.requirements import requirement

KEPT = Basis("archives", 21)


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
