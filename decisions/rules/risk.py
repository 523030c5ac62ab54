"""No decision without a risk assessment that finds the risk controllable.

Basis: 条例第二十二条至第二十四条；区规划第10项.
"""

from django.utils.translation import gettext_lazy as _

from decisions.basis import plan, regulation
from decisions.facts import Facts
from decisions.models import RiskAssessment, RiskCommission, RiskDetermination, RiskPoint
from decisions.requirements import requirement
from decisions.rules.steps import applies


def assessment(facts: Facts) -> RiskAssessment | None:
    """Return the assessment of the draft that is before us."""
    return facts.standing(RiskAssessment)


@requirement(
    "risk.assessor_independent",
    title=_("评估机构是没有利害关系的第三方"),
    lack=_("评估机构不是第三方，或者隶属于别的单位，或者没有声明与本事项没有利害关系。"),
    basis=(plan(10), regulation(23)),
    mend="commission_risk_assessment",
    of=RiskCommission,
)
def assessor_independent(facts: Facts) -> bool:
    """A third party without an interest: outside the organ, and nobody's subsidiary."""
    found, commission = assessment(facts), facts.standing(RiskCommission)
    if found is not None and found.under_rules:
        return True
    if commission is None:
        return not applies(facts, "risk")
    assessor = commission.assessor
    return assessor.outside and assessor.superior_id is None and commission.no_interest


@requirement(
    "risk.prior_attached",
    title=_("已按其他规定评估的，附评估报告"),
    lack=_("没有写明按什么规定评估过，或者没有附上评估报告。"),
    basis=regulation(22),
    mend="adopt_risk_assessment",
    of=RiskAssessment,
)
def prior_attached(facts: Facts) -> bool:
    """Nothing is assessed twice: the rules that it was assessed under are named, and it is here."""
    found = assessment(facts)
    return found is not None and bool(found.under_rules) and facts.attached > 0


@requirement(
    "risk.assessed",
    title=_("社会稳定、环境、经济风险已评估"),
    lack=_("现行草案的社会稳定、环境、经济风险还没有逐项评估。"),
    basis=(plan(10), regulation(22)),
    mend="file_risk_assessment",
    of=RiskAssessment,
)
def assessed(facts: Facts) -> bool:
    """Social stability, environment and economy, each, on the draft before us."""
    found = assessment(facts)
    if found is None:
        return not applies(facts, "risk")
    return bool(found.stability and found.environment and found.economy)


@requirement(
    "risk.report_complete",
    title=_("风险评估报告完整"),
    lack=_("风险评估报告要有风险点、每个风险点的防范措施、处置预案和听取部门意见的情况。"),
    basis=regulation(23),
    mend="file_risk_assessment",
    of=RiskAssessment,
)
def report_complete(facts: Facts) -> bool:
    """Risk points, prevention, response plan, departments heard."""
    found = assessment(facts)
    if found is None:
        return not applies(facts, "risk")
    points = facts.rows_of(found, RiskPoint)
    prevented = bool(points) and all(point.prevention for point in points)
    return prevented and bool(found.response_plan and found.departments_heard)


@requirement(
    "risk.controllable",
    title=_("风险已认定可控"),
    lack=_("还没有认定风险可控。没有认定可控的，不得作出决策。"),
    basis=(plan(10), regulation(24)),
    mend="determine_risk",
)
def controllable(facts: Facts) -> bool:
    """Not determined controllable on the last assessment: no decision."""
    found, determination = assessment(facts), facts.standing(RiskDetermination)
    if found is None and not applies(facts, "risk"):
        return True
    if found is None or determination is None or determination.seq < found.seq:
        return False
    return determination.controllable
