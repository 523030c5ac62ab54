"""Expert argumentation. Basis: 条例第十九条至第二十一条."""

from typing import Any

from django.utils.translation import gettext_lazy as _

from decisions import models as m
from decisions.facts import Facts
from decisions.parties import EXPERT, UNDERTAKER
from decisions.rules import experts
from decisions.states import State
from people.models import Person, Role, Tenure
from workflow.acts.base import Act


def experts_on(facts: Facts) -> Any:
    """Return the experts of the pool on the day of the act."""
    tenures = Tenure.objects.on(facts.day).filter(post__role=Role.EXPERT)
    tenures = tenures.filter(post__unit__organ=facts.case.organ_id)
    return Person.objects.filter(tenures__in=tenures)


def opinions_on(facts: Facts) -> Any:
    """Return the opinions on the matter as the draft before us has it."""
    root = facts.case.draft_root if facts.case else 0
    opinions = m.ExpertOpinion.objects.filter(case=facts.case, root=root)
    return opinions.select_related("tenure__person").order_by("seq")


class AppointExperts(Act):
    """Choose the experts who argue the draft. Basis: 条例第二十条."""

    title, step, by, record = _("遴选专家"), m.Step.EXPERTS, UNDERTAKER, m.ExpertPanel
    rows, during = (m.PanelMember,), (State.CONSULTING,)
    requires, choices = (experts.min_count,), {"person": experts_on}


class DeclareInterest(Act):
    """Declare whether one has a direct interest. Basis: 条例第二十条."""

    title, step, by, record = _("声明利害关系"), m.Step.EXPERTS, EXPERT, m.InterestDeclaration
    during, helps, requires = (
        (State.CONSULTING,),
        "conclude_expert_argument",
        (experts.appointed,),
    )
    signs = True


class FileExpertOpinion(Act):
    """Hand in a written, signed opinion. Basis: 条例第十九条."""

    title, step, by, record = _("提交论证意见"), m.Step.EXPERTS, EXPERT, m.ExpertOpinion
    during, helps = (State.CONSULTING,), "conclude_expert_argument"
    requires = (experts.appointed, experts.unbiased)
    signs = True


class ConcludeExpertArgument(Act):
    """Say what became of the experts' opinions. Basis: 条例第二十九条."""

    title, step, by = _("形成论证报告"), m.Step.EXPERTS, UNDERTAKER
    record, during = m.ExpertConclusion, (State.CONSULTING,)
    rows, choices = (m.OpinionAnswer,), {"opinion": opinions_on}
    requires = (
        experts.min_count,
        experts.independent,
        experts.opinions_signed,
        experts.opinions_answered,
    )
