"""No decision without a risk assessment that finds the risk controllable.

Basis: 条例第二十二条至第二十四条；区规划第10项.
"""

from django.utils.translation import gettext_lazy as _

from decisions.basis import plan, regulation
from decisions.facts import Facts
from decisions.models import Procedure, RiskAssessment, RiskDetermination
from decisions.requirements import requirement


@requirement(
    "risk.assessed",
    title=_("社会稳定、环境、经济风险已评估"),
    lack=_("现行草案还没有风险评估报告。"),
    basis=(plan(10), regulation(22)),
    mend="file_risk_assessment",
    only=(Procedure.MAJOR.value,),
)
def assessed(facts: Facts) -> bool:
    """Social stability, environment and economy, each, on the draft before us."""
    return facts.standing(RiskAssessment) is not None


@requirement(
    "risk.controllable",
    title=_("风险已认定可控"),
    lack=_("还没有认定风险可控。没有认定可控的，不得作出决策。"),
    basis=(plan(10), regulation(24)),
    mend="determine_risk",
    only=(Procedure.MAJOR.value,),
)
def controllable(facts: Facts) -> bool:
    """Not determined controllable on the last assessment: no decision."""
    assessment, determination = facts.standing(RiskAssessment), facts.standing(RiskDetermination)
    if assessment is None or determination is None or determination.seq < assessment.seq:
        return False
    return determination.controllable
