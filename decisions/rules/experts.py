"""Professional and technical matters are argued by experts. Basis: 条例第十九条至第二十一条."""

from django.utils.translation import gettext_lazy as _

from decisions.basis import regulation
from decisions.facts import Facts, R
from decisions.models import (
    ExpertConclusion,
    ExpertOpinion,
    ExpertPanel,
    InterestDeclaration,
    OpinionAnswer,
    PanelMember,
)
from decisions.requirements import requirement
from decisions.rules.independence import undertakers
from decisions.rules.steps import applies
from people.models import Person, Tenure


def panel(facts: Facts) -> list[PanelMember]:
    """Return the members of the panel that argues this draft."""
    found = facts.standing(ExpertPanel)
    return facts.rows_of(found, PanelMember) if found else []


def speakers(facts: Facts, kind: type[R]) -> dict[int | None, R]:
    """Return the last record of a kind on this draft, by the person who filed it."""
    filed = (record for record in facts.all(kind) if facts.stands(record))
    return {facts.person_of(record): record for record in filed}


def named(members: list[PanelMember]) -> str:
    """Return the members' names in one line, read at once."""
    keys = [member.person_id for member in members]
    names = dict(Person.objects.filter(pk__in=keys).values_list("pk", "name"))
    return str(_("、")).join(names[key] for key in keys)


def undeclared(facts: Facts) -> list[PanelMember]:
    """Return the members who have not declared themselves free of a direct interest."""
    declared = speakers(facts, InterestDeclaration)
    free = {person for person, word in declared.items() if not word.has_interest}
    undertaking = _in_undertaking_units(facts)
    return [m for m in panel(facts) if m.person_id not in free or m.person_id in undertaking]


def _in_undertaking_units(facts: Facts) -> set[int]:
    """Return the members who hold a post in a unit that undertakes the matter."""
    members = [member.person_id for member in panel(facts)]
    held = Tenure.objects.on(facts.day).filter(post__unit__in=undertakers(facts))
    among = held.filter(person__in=members).values_list("person_id", flat=True)
    return facts.once("members who undertake", lambda: set(among))


def unspoken(facts: Facts) -> list[PanelMember]:
    """Return the members whose written opinion is not on file."""
    filed = speakers(facts, ExpertOpinion)
    return [member for member in panel(facts) if member.person_id not in filed]


def unanswered(facts: Facts) -> list[PanelMember]:
    """Return the members whose opinion was left without an answer, or refused without reason."""
    conclusion, opinions = facts.standing(ExpertConclusion), speakers(facts, ExpertOpinion)
    rows = facts.rows_of(conclusion, OpinionAnswer) if conclusion else []
    settled = {
        row.opinion_id
        for row in rows
        if row.reason or row.disposition == OpinionAnswer.Disposition.ADOPTED
    }
    return [m for m in panel(facts) if (o := opinions.get(m.person_id)) and o.pk not in settled]


@requirement(
    "experts.min_count",
    title=_("专家人数不少于规定"),
    lack=_("专家组人数不足规定的最少人数。"),
    basis=(regulation(19), regulation(20)),
    mend="appoint_experts",
    of=ExpertPanel,
)
def min_count(facts: Facts) -> bool:
    """At least `expert_min`; one, where no rule says how many."""
    return len(panel(facts)) >= (facts.law.known("expert_min") or 1)


@requirement(
    "experts.independent",
    title=_("专家没有直接利害关系，声明齐全"),
    lack=_("这些专家没有声明，或者有直接利害关系，应当回避更换：%(names)s。"),
    basis=regulation(20),
    mend="declare_interest",
    names=lambda facts: named(undeclared(facts)),
)
def independent(facts: Facts) -> bool:
    """Nobody with a direct interest; every declaration is on file."""
    return bool(panel(facts)) and not undeclared(facts)


@requirement(
    "experts.opinions_signed",
    title=_("每位专家提交签名的书面意见"),
    lack=_("这些专家还没有提交签名的书面意见：%(names)s。"),
    basis=regulation(19),
    mend="file_expert_opinion",
    names=lambda facts: named(unspoken(facts)),
)
def opinions_signed(facts: Facts) -> bool:
    """Written and signed, by each member of the panel."""
    return bool(panel(facts)) and not unspoken(facts)


@requirement(
    "experts.opinions_answered",
    title=_("专家意见逐条说明采纳情况"),
    lack=_("这些专家的意见没有说明是否采纳，或者不采纳没有写明理由：%(names)s。"),
    basis=regulation(29),
    mend="conclude_expert_argument",
    names=lambda facts: named(unanswered(facts)),
    of=ExpertConclusion,
)
def opinions_answered(facts: Facts) -> bool:
    """Each is adopted or not, with reasons."""
    return not unanswered(facts)


@requirement(
    "experts.argued_when_technical",
    title=_("专业性、技术性事项已经专家论证"),
    lack=_("专家论证还没有完成，或者针对的是已经修改的草案、已经更换的专家组。"),
    basis=regulation(19),
    mend="conclude_expert_argument",
)
def argued_when_technical(facts: Facts) -> bool:
    """A technical matter was argued on this draft, by the panel that sits, and free of interest."""
    if not applies(facts, "technical"):
        return True
    chosen, conclusion = facts.standing(ExpertPanel), facts.standing(ExpertConclusion)
    if chosen is None or conclusion is None:
        return False
    return conclusion.seq > chosen.seq and not undeclared(facts)


@requirement(
    "experts.appointed",
    title=_("由专家组成员本人提出"),
    lack=_("您不是这个事项的专家组成员。"),
    basis=regulation(20),
    mend="appoint_experts",
)
def appointed(facts: Facts) -> bool:
    """The one who speaks as an expert is a member of the panel."""
    members = {member.person_id for member in panel(facts)}
    return facts.actor is not None and facts.actor.person_id in members


@requirement(
    "experts.unbiased",
    title=_("提出意见的专家已声明没有利害关系"),
    lack=_("您还没有声明，或者声明有直接利害关系，不能提出论证意见。"),
    basis=regulation(20),
    mend="declare_interest",
)
def unbiased(facts: Facts) -> bool:
    """The expert has declared to be free of a direct interest before giving an opinion."""
    if facts.actor is None:
        return False
    word = speakers(facts, InterestDeclaration).get(facts.actor.person_id)
    return word is not None and not word.has_interest
