"""Professional and technical matters are argued by experts. Basis: 条例第十九条."""

from django.utils.translation import gettext_lazy as _

from decisions.basis import regulation
from decisions.facts import Facts
from decisions.models import ExpertConclusion, ExpertPanel, PanelMember
from decisions.requirements import requirement
from decisions.rules.research import determined


@requirement(
    "experts.argued_when_technical",
    title=_("专业性、技术性事项已经专家论证"),
    lack=_("专家论证还没有完成，或者针对的是已经修改的草案。"),
    basis=regulation(19),
    mend="conclude_expert_argument",
)
def argued_when_technical(facts: Facts) -> bool:
    """A technical matter has been argued on the draft that is before us."""
    steps = determined(facts)
    needed = steps is not None and steps.technical
    return not needed or facts.standing(ExpertConclusion) is not None


@requirement(
    "experts.appointed",
    title=_("由专家组成员本人提出"),
    lack=_("您不是这个事项的专家组成员。"),
    basis=regulation(20),
    mend="appoint_experts",
)
def appointed(facts: Facts) -> bool:
    """The one who speaks as an expert is a member of the panel."""
    panel = facts.standing(ExpertPanel)
    if panel is None or facts.actor is None:
        return False
    members = {member.person_id for member in facts.rows_of(panel, PanelMember)}
    return facts.actor.person_id in members
