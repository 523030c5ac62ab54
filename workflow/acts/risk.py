"""Risk: commissioned, assessed, determined. Basis: 条例第二十二条至第二十四条."""

from typing import Any

from django.utils.translation import gettext_lazy as _

from decisions import models as m
from decisions.facts import Facts
from decisions.models import Case
from decisions.parties import ASSESSOR, LEADER, UNDERTAKER
from decisions.rules import risk
from decisions.states import State
from people.models import Role, Unit
from workflow.acts.base import Act


def assessors_on(facts: Facts) -> Any:
    """Return the bodies that can assess risk."""
    return Unit.objects.filter(organ=facts.case.organ_id, posts__role=Role.RISK_ASSESSOR).distinct()


class CommissionRiskAssessment(Act):
    """Charge an assessor. Basis: 条例第二十三条."""

    title, step, by, record = _("委托风险评估"), m.Step.RISK, UNDERTAKER, m.RiskCommission
    during, choices = (State.CONSULTING,), {"assessor": assessors_on}
    requires = (risk.assessor_independent,)

    def apply(self, case: Case, record: m.RiskCommission) -> None:
        """Name the assessor as a party of the case."""
        case.assessor_unit = record.assessor


class FileRiskAssessment(Act):
    """Hand in the report on stability, environment and economy. Basis: 条例第二十三条."""

    title, step, by, record = _("提交风险评估报告"), m.Step.RISK, ASSESSOR, m.RiskAssessment
    rows, during = (m.RiskPoint,), (State.CONSULTING,)
    requires, signs = (risk.assessed, risk.report_complete), True

    def fill(self, record: m.RiskAssessment, facts: Facts) -> None:
        """The assessor's own report was not made under other rules."""
        record.under_rules = ""


class AdoptRiskAssessment(Act):
    """Take over an assessment made under other rules, with the assessment. Basis: 条例第二十二条."""

    title, step, by, record = _("采用已有的风险评估"), m.Step.RISK, UNDERTAKER, m.RiskAssessment
    rows, during, instead_of = (m.RiskPoint,), (State.CONSULTING,), "commission_risk_assessment"
    requires = (risk.prior_attached, risk.assessed, risk.report_complete)


class DetermineRisk(Act):
    """Find the risk controllable, or not. Basis: 条例第二十四条."""

    title, step, by, record = _("认定风险"), m.Step.RISK, LEADER, m.RiskDetermination
    during = (State.CONSULTING,)
    requires = (risk.assessed, risk.report_complete, risk.assessor_independent)
    signs = True
