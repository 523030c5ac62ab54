"""From decision to publication. Basis: 条例第八条、第三十一条、第三十二条."""

from django.utils.translation import gettext_lazy as _

from decisions import models as m
from decisions.models import Case
from decisions.parties import HEAD, OFFICE
from decisions.rules import normative, publication
from decisions.states import State
from workflow.acts.base import Act


class ReportToPartyCommittee(Act):
    """Report to the Party committee before issue. Basis: 条例第三十一条."""

    title, step, by, record = _("请示报告党委"), m.Step.DECISION, OFFICE, m.PartyReport
    transition, past = Case.report, ("reported_on", "replied_on")


class ReportToCongress(Act):
    """Report to the people's congress, where the law asks for it. Basis: 条例第八条."""

    title, step, by, record = _("报告人大"), m.Step.DECISION, OFFICE, m.CongressReport
    during, helps, past = (State.DECIDED, State.REPORTED), "issue_decision", ("reported_on",)


class IssueDecision(Act):
    """Sign and issue the decision under its number. Basis: 区规划第9项."""

    title, step, by, record = _("签发印发"), m.Step.DECISION, HEAD, m.Decision
    requires, transition = (normative.numbered,), Case.issue
    past, signs = ("signed_on", "issued_on"), True


class PublishDecision(Act):
    """Publish the decision, with its interpretation. Basis: 条例第三十二条."""

    title, step, by, record = _("公布决定"), m.Step.DECISION, OFFICE, m.Publication
    transition, past = Case.publish, ("published_on",)
    requires = (publication.published, publication.explained)


class WithholdPublication(Act):
    """Record that it is lawfully not public, with the ground. Basis: 条例第三十二条."""

    title, step, by, record = _("不主动公开"), m.Step.DECISION, OFFICE, m.Withholding
    transition, leaps, helps = Case.publish, True, "publish_decision"


class FileForRecord(Act):
    """File the decision for the record with a body above. Basis: 区规划第9项."""

    title, step, by, record = _("报送备案"), m.Step.DECISION, OFFICE, m.RecordFiling
    during, helps = (State.ISSUED, State.PUBLISHED, State.EXECUTING), "assign_execution"
    past = ("filed_on",)
