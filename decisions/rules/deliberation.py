"""How a decision may be taken. Basis: 条例第三十条；区规划第11项；区政府工作规则."""

import math
from collections import Counter

from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from decisions.basis import Basis, plan, regulation
from decisions.facts import Facts
from decisions.models import Agenda, Deliberation, MemberView
from decisions.requirements import requirement
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
