"""A hearing that is due must have been held. Basis: 条例第十六条、第十七条."""

from django.utils.translation import gettext_lazy as _

from decisions.basis import regulation
from decisions.facts import Facts
from decisions.models import HearingSigning
from decisions.requirements import requirement
from decisions.rules.research import determined


@requirement(
    "hearing.held_when_required",
    title=_("应当听证的已听证"),
    lack=_("认定要举行的听证会还没有办完。"),
    basis=(regulation(16), regulation(17)),
    mend="sign_hearing_record",
)
def held_when_required(facts: Facts) -> bool:
    """Where a hearing was determined, its record is signed."""
    steps = determined(facts)
    needed = steps is not None and steps.hearing
    return not needed or facts.standing(HearingSigning) is not None
