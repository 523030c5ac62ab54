"""From proposal to the decision to start. Basis: 条例第十条、第十一条."""

from typing import Any

from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from decisions import models as m
from decisions.facts import Facts
from decisions.models import Case
from decisions.parties import COUNSEL, HEAD, OFFICE, Party
from decisions.rules import initiation
from decisions.states import BEFORE_DECISION, State
from people.models import Role, Unit
from workflow.acts.base import Act

BEFORE_ISSUE = (*BEFORE_DECISION, State.DELIBERATED, State.DECIDED, State.REPORTED)


def open_units(facts: Facts) -> Any:
    """Return the units that exist on the day of the act."""
    units = Unit.objects.filter(opened_on__lte=facts.day).exclude(closed_on__lt=facts.day)
    return units.filter(organ=facts.case.organ_id)


class Propose(Act):
    """Propose a matter; it opens the case. Basis: 条例第十条."""

    title, step, by, record = _("提出建议"), m.Step.INITIATION, Party(Role.UNDERTAKER), m.Proposal

    def apply(self, case: Case, record: m.Proposal) -> None:
        """Give the case its title."""
        case.title = record.title


class StudyProposal(Act):
    """Study the proposal and say whether to start. Basis: 条例第十条."""

    title, step, by, record = _("研究论证"), m.Step.INITIATION, OFFICE, m.PreliminaryStudy
    during = (State.PROPOSED, State.CLASSIFIED)


class Classify(Act):
    """Record the class of the matter and its reason. Basis: 条例第三条."""

    title, step, by, record = _("事项分类"), m.Step.INITIATION, OFFICE, m.Classification
    requires, transition = (initiation.kind_named,), Case.classify

    def apply(self, case: Case, record: m.Classification) -> None:
        """Set the case's procedure."""
        case.procedure = record.procedure


class Initiate(Act):
    """Decide to start, and name the undertaking unit. Basis: 条例第十条、第十一条."""

    title, step, by, record = _("决定启动"), m.Step.INITIATION, HEAD, m.Initiation
    rows = may_be_empty = (m.CoUndertaker,)
    requires = (initiation.reasoned,)
    transition = Case.initiate
    choices = {"lead_unit": open_units, "unit": open_units}
    signs = True

    def apply(self, case: Case, record: m.Initiation) -> None:
        """Hand the case to its undertaking unit, and bind it to the rules of the day."""
        case.undertaking_unit = record.lead_unit
        case.bound_on = timezone.localdate(record.at)


class Decline(Act):
    """Decide not to start. Basis: 条例第十条."""

    title, step, by, record = _("不予启动"), m.Step.INITIATION, HEAD, m.Declination
    transition, leaps, helps = Case.decline, True, "initiate"
    signs = True


class RebindStatutes(Act):
    """Let the rules of another day govern the case, and say why. Basis: 条例第二十八条."""

    title, step, by, record = (
        _("重新确定适用规定"), m.Step.INITIATION, COUNSEL, m.StatuteRebinding,
    )  # fmt: skip
    during = BEFORE_ISSUE[BEFORE_ISSUE.index(State.INITIATED) :]
    past = ("reference_day",)
    signs = True

    def apply(self, case: Case, record: m.StatuteRebinding) -> None:
        """Bind the case to the rules of the day named; nothing else of it changes."""
        case.bound_on = record.reference_day
