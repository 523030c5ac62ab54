"""Which conditional steps apply, each omission on its ground and confirmed by somebody else.

Basis: 条例第十四条、第十六条、第十九条、第二十二条；公平竞争审查条例第十四条；区规划第10项、第18项.
"""

from operator import attrgetter

from django.utils.translation import gettext_lazy as _

from decisions.basis import Basis, plan, regulation
from decisions.facts import Facts
from decisions.models import (
    CatalogueAdjustment,
    CatalogueListing,
    Omission,
    Procedure,
    StepConfirmation,
    StepDetermination,
)
from decisions.requirements import requirement
from decisions.rules.independence import takes_part

ALWAYS = {"technical": "experts_always", "risk": "risk_always"}
"""The steps that a stricter rule may demand of every major matter, and its parameter."""


def determined(facts: Facts) -> StepDetermination | None:
    """Return which conditional steps apply to the draft."""
    return facts.latest(StepDetermination)


def applies(facts: Facts, step: str) -> bool:
    """Say whether a conditional step is due: determined so, or demanded by the law in force."""
    steps = determined(facts)
    major = facts.case.procedure == Procedure.MAJOR
    if major and step in ALWAYS and facts.law.demands(ALWAYS[step]):
        return True
    if steps is None:
        return False
    if step == "hearing" and hearing_demanded(facts, steps):
        return True
    return bool(getattr(steps, step))


def hearing_demanded(facts: Facts, steps: StepDetermination) -> bool:
    """Say whether the catalogue of hearings has the matter, or a rule wants the touched heard."""
    entries = [*facts.all(CatalogueListing), *facts.all(CatalogueAdjustment)]
    if entries and max(entries, key=attrgetter("seq")).hearing:
        return True
    return steps.direct_interests and facts.law.demands("hearing_when_direct_interests")


def ungrounded(facts: Facts) -> list[str]:
    """Return the steps left out without a ground, by the name of their column."""
    steps = determined(facts)
    if steps is None:
        return []
    grounds = {row.step for row in facts.rows_of(steps, Omission) if row.ground}
    return [step for step in steps.omitted if step not in grounds]


@requirement(
    "steps.grounded",
    title=_("不开展的步骤逐项写明依据和理由"),
    lack=_("这些步骤不开展，没有写明依据和理由：%(names)s。"),
    basis=(regulation(14), regulation(19), regulation(22), Basis("783", 14)),
    mend="determine_steps",
    names=lambda facts: str(_("、")).join(str(Omission.Step(s).label) for s in ungrounded(facts)),
    of=StepDetermination,
)
def grounded(facts: Facts) -> bool:
    """Each omission has its ground."""
    return determined(facts) is not None and not ungrounded(facts)


def accepted_omissions(facts: Facts) -> set[str]:
    """Return the steps whose omission was confirmed of the matter as the present draft has it.

    A refusal to confirm undoes what was confirmed before it.
    """
    words = [word for word in facts.all(StepConfirmation) if facts.stands(word)]
    refused = max((word.seq for word in words if not word.confirmed), default=0)
    found: set[str] = set()
    for word in (one for one in words if one.seq > refused):
        before = [steps for steps in facts.all(StepDetermination) if steps.seq < word.seq]
        found.update(before[-1].omitted)
    return found


@requirement(
    "steps.confirmed",
    title=_("不开展的步骤经承办单位以外的人确认"),
    lack=_("有步骤认定不开展，还没有经承办单位以外的人确认。"),
    basis=(plan(10), plan(18)),
    mend="confirm_steps",
)
def confirmed(facts: Facts) -> bool:
    """Somebody other than the undertaking unit has confirmed all that was left out."""
    steps = determined(facts)
    return steps is not None and not set(steps.omitted) - accepted_omissions(facts)


@requirement(
    "steps.independent",
    title=_("确认人不属于承办单位"),
    lack=_("您的单位承办这个事项，或者您参与了起草，不能确认。"),
    basis=plan(18),
    mend="confirm_steps",
)
def independent(facts: Facts) -> bool:
    """Whoever confirms has no part in the matter, by unit and by person."""
    return facts.actor is not None and not takes_part(facts, facts.actor)
