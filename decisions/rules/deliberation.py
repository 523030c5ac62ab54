"""How a decision may be taken. Basis: 条例第三十条；区规划第11项；区政府工作规则."""

import math
from collections import Counter

from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from decisions.basis import Basis, plan, regulation
from decisions.facts import Facts
from decisions.models import (
    AdoptionReport,
    Agenda,
    CounselOpinion,
    Deliberation,
    ExpertConclusion,
    FairCompetitionReview,
    MemberView,
    RiskAssessment,
)
from decisions.record import Record
from decisions.requirements import requirement
from decisions.rules.steps import applies
from people.models import Role, Tenure

PROPER = (Agenda.Meeting.EXECUTIVE, Agenda.Meeting.PLENARY)
DECISIONS = {
    Deliberation.Outcome.APPROVED: True,
    Deliberation.Outcome.APPROVED_IN_PRINCIPLE: True,
    Deliberation.Outcome.REJECTED: False,
}
"""The outcomes that decide, and whether for the draft; the others only put it off."""


def decides(meeting: Deliberation | None) -> bool:
    """Say whether the meeting took a decision, for or against."""
    return meeting is not None and meeting.outcome in DECISIONS


def present(facts: Facts, meeting: Deliberation) -> list[MemberView]:
    """Return the members who were there and not recused, each once, however often named."""
    views = {view.person_id: view for view in facts.rows_of(meeting, MemberView)}
    return [view for view in views.values() if view.presence == MemberView.Presence.PRESENT]


def members_on(facts: Facts, meeting: Deliberation) -> dict[int, str]:
    """Return the members of the executive meeting on its day, with their role."""
    tenures = Tenure.objects.on(meeting.held_on).seated(facts.case.organ_id)
    return facts.once(
        f"members {meeting.held_on}",
        lambda: dict(tenures.values_list("person_id", "post__role")),
    )


PAPERS: dict[str, type[Record]] = {
    "is_public": AdoptionReport,
    "technical": ExpertConclusion,
    "risk": RiskAssessment,
    "market": FairCompetitionReview,
}
"""The paper of article 29 that each conditional step leaves."""


def papers_missing(facts: Facts) -> list[type[Record]]:
    """Return the papers of article 29 that are not there for the draft before us."""
    due = [paper for step, paper in PAPERS.items() if applies(facts, step)]
    missing = [paper for paper in due if facts.standing(paper) is None]
    counsel = any(opinion.draft_id == facts.case.draft_id for opinion in facts.all(CounselOpinion))
    return missing if counsel else [*missing, CounselOpinion]


@requirement(
    "deliberation.file_complete",
    title=_("提请审议的材料齐全"),
    lack=_("提请审议还缺这些材料：%(names)s。"),
    basis=regulation(29),
    mend="submit_for_deliberation",
    names=lambda facts: str(_("、")).join(paper.label() for paper in papers_missing(facts)),
)
def file_complete(facts: Facts) -> bool:
    """The papers of article 29, each for a step that was held."""
    return not papers_missing(facts)


@requirement(
    "deliberation.proper_meeting",
    title=_("由常务会议或者全体会议讨论"),
    lack=_("没有列入政府常务会议或者全体会议的议程。"),
    basis=(plan(11), regulation(30)),
    mend="schedule_deliberation",
    of=Agenda,
)
def proper_meeting(facts: Facts) -> bool:
    """Executive meeting or plenary of the organ, on its agenda; nothing else decides."""
    agenda, meeting = facts.latest(Agenda), facts.latest(Deliberation)
    if agenda is None or agenda.meeting not in PROPER:
        return False
    # A meeting held before it had the matter on its agenda has not discussed it.
    if meeting is None or meeting.seq < agenda.seq:
        return True
    return meeting.held_on >= timezone.localdate(agenda.at)


@requirement(
    "deliberation.quorum",
    title=_("到会成员达到法定人数"),
    lack=_("到会成员不足法定人数，回避的不计入。"),
    basis=Basis("meeting_rules"),
    mend="record_deliberation",
    of=Deliberation,
)
def quorum(facts: Facts) -> bool:
    """`quorum` of the members are present; a recused member does not count."""
    meeting = facts.latest(Deliberation)
    if meeting is None or not decides(meeting):
        return meeting is not None
    members = members_on(facts, meeting)
    there = len({view.person_id for view in present(facts, meeting)} & members.keys())
    share = facts.law.number("quorum")
    return bool(members) and there >= math.ceil(len(members) * share)


@requirement(
    "deliberation.recusal_kept",
    title=_("回避的成员不计入、不发言"),
    lack=_("回避或者请假的成员不能发言、表态。"),
    basis=Basis("meeting_rules"),
    mend="record_deliberation",
    of=Deliberation,
)
def recusal_kept(facts: Facts) -> bool:
    """A recused member neither counts for the quorum nor speaks; one who is away neither."""
    meeting = facts.latest(Deliberation)
    views = facts.rows_of(meeting, MemberView) if meeting else []
    away = [view for view in views if view.presence != MemberView.Presence.PRESENT]
    return meeting is not None and not any(view.turn or view.stance for view in away)


@requirement(
    "deliberation.all_spoke",
    title=_("到会成员都发表意见"),
    lack=_("有到会成员没有记录发言次序和态度。"),
    basis=regulation(30),
    mend="record_deliberation",
    of=Deliberation,
)
def all_spoke(facts: Facts) -> bool:
    """Every present member's view is recorded."""
    meeting = facts.latest(Deliberation)
    if meeting is None or not decides(meeting):
        return meeting is not None
    return all(view.turn and view.stance for view in present(facts, meeting))


@requirement(
    "deliberation.dissent_recorded",
    title=_("不同意见如实载明"),
    lack=_("不同意或者有其他意见的成员，要记录本人的原话。"),
    basis=(regulation(30), regulation(38)),
    mend="record_deliberation",
    of=Deliberation,
)
def dissent_recorded(facts: Facts) -> bool:
    """Each dissent is recorded in its own words."""
    meeting = facts.latest(Deliberation)
    views = present(facts, meeting) if meeting else []
    apart = [view for view in views if view.stance and view.stance != MemberView.Stance.FOR]
    return meeting is not None and all(view.words for view in apart)


@requirement(
    "deliberation.changes_stated",
    title=_("会议决定的修改逐处写明"),
    lack=_("会议原则通过并修改，没有写明改了什么。"),
    basis=regulation(30),
    mend="record_deliberation",
    of=Deliberation,
)
def changes_stated(facts: Facts) -> bool:
    """A meeting that adopts with changes says which."""
    meeting = facts.latest(Deliberation)
    return meeting is not None and (not meeting.changed or bool(meeting.changes))


@requirement(
    "deliberation.head_last",
    title=_("行政首长最后发言"),
    lack=_("行政首长没有到会，或者不是最后发言。"),
    basis=regulation(30),
    mend="record_deliberation",
    of=Deliberation,
)
def head_last(facts: Facts) -> bool:
    """The administrative head spoke, and spoke last."""
    meeting = facts.latest(Deliberation)
    if meeting is None or not decides(meeting):
        return meeting is not None
    turns = {view.person_id: view.turn for view in present(facts, meeting) if view.turn}
    last = [person for person, turn in turns.items() if turn == max(turns.values())]
    members = members_on(facts, meeting)
    return [members.get(person) for person in last] == [Role.ADMINISTRATIVE_HEAD]


@requirement(
    "deliberation.reason_against_majority",
    title=_("与多数意见不一致的说明理由"),
    lack=_("决定与多数意见不一致，没有写明行政首长在会上说明的理由。"),
    basis=regulation(30),
    mend="record_deliberation",
    of=Deliberation,
)
def reason_against_majority(facts: Facts) -> bool:
    """Decided against the majority: the reason, given in the meeting."""
    meeting = facts.latest(Deliberation)
    if meeting is None or not decides(meeting):
        return meeting is not None
    stances = Counter(view.stance for view in present(facts, meeting))
    in_favour, total = stances[MemberView.Stance.FOR], sum(stances.values())
    majority_for = in_favour * 2 > total
    return majority_for == DECISIONS[Deliberation.Outcome(meeting.outcome)] or bool(meeting.reason)
