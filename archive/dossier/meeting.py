"""The meeting: who was there, who said what in which order, and what was decided.

Basis: 条例第三十条、第三十八条.
"""

import math
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from archive.dossier.chronicle import Chronicle, Done
from archive.dossier.values import EMPTY, day, paragraphs
from decisions.models import Agenda, Deliberation, MemberView
from decisions.rules.deliberation import DECISIONS
from people.models import Role, Tenure

Presence, Stance = MemberView.Presence, MemberView.Stance
CONTRARY = {True: Stance.AGAINST, False: Stance.FOR}
"""The view that a decision for the draft, or against it, went against."""
EFFECT = "条例第三十八条：对严重失误的决策表示不同意见的，按照规定减免责任。"


@dataclass(frozen=True)
class Speech:
    """One member: the turn to speak, the view, the words."""

    turn: str
    name: str
    post: str
    stance: str
    words: tuple[str, ...]
    is_head: bool
    effect: str
    """The legal effect of a view against the decision; empty for any other."""


@dataclass(frozen=True)
class Meeting:
    """One meeting's record."""

    name: str
    day: str
    item: str
    chair: str
    draft: str
    draft_digest: str
    attendance: str
    attendees: tuple[str, ...]
    speeches: tuple[Speech, ...]
    outcome: str
    majority: str
    reason: tuple[str, ...]
    previous_hash: str
    hash: str


def meeting(chronicle: Chronicle, done: Done, record: Deliberation) -> Meeting:
    """Return the record of a meeting as the dossier prints it."""
    views = [row for row in chronicle.rows(done)[MemberView] if isinstance(row, MemberView)]
    posts, agenda = _posts(record), _agenda(chronicle, record)
    speeches = tuple(_speeches(chronicle, done, views, posts))
    return Meeting(
        name=f"{agenda.number}　{agenda.get_meeting_display()}" if agenda else EMPTY,
        day=day(record.held_on),
        item=f"第{agenda.item}项议题" if agenda else EMPTY,
        chair=chronicle.names.called(record.chair, done.entry.at),
        draft=f"第{record.draft.version}版" if record.draft else EMPTY,
        draft_digest=record.draft.digest if record.draft else "",
        attendance=_attendance(views, posts, record),
        attendees=paragraphs(record.attendees),
        speeches=speeches,
        outcome=str(record.get_outcome_display()),
        majority=_majority(views, record),
        reason=paragraphs(record.reason),
        previous_hash=done.entry.previous_hash,
        hash=done.entry.hash,
    )


def _agenda(chronicle: Chronicle, record: Deliberation) -> Agenda | None:
    before = [agenda for agenda in chronicle.of(Agenda) if agenda.seq < record.seq]
    return before[-1] if before else None


def _posts(record: Deliberation) -> dict[int, Tenure]:
    """Return the members of the executive meeting on its day, by person."""
    members = Tenure.objects.named().on(record.held_on).seated(record.case.organ_id)
    return {tenure.person_id: tenure for tenure in members}


def _contrary(record: Deliberation) -> str | None:
    decided = DECISIONS.get(Deliberation.Outcome(record.outcome))
    return None if decided is None else CONTRARY[decided]


def _speeches(
    chronicle: Chronicle, done: Done, views: Sequence[MemberView], posts: Mapping[int, Tenure]
) -> Iterator[Speech]:
    """Yield those who spoke in their order, then those who did not."""
    names, at = chronicle.names, done.entry.at
    contrary = _contrary(done.record) if isinstance(done.record, Deliberation) else None
    for view in sorted(views, key=lambda view: (view.turn is None, view.turn or 0, view.pk)):
        tenure = posts.get(view.person_id)
        there = view.presence == Presence.PRESENT
        yield Speech(
            turn=str(view.turn or EMPTY),
            name=names.called(view.person, at),
            post=names.called(tenure.post, at) if tenure else EMPTY,
            stance=str((view.get_stance_display() if there else "") or view.get_presence_display()),
            words=paragraphs(view.words) or (EMPTY,),
            is_head=tenure is not None and tenure.post.role == Role.ADMINISTRATIVE_HEAD,
            effect=_effect(done, view) if there and view.stance == contrary else "",
        )


def _effect(done: Done, view: MemberView) -> str:
    """Say what a view on record against the decision means for whoever held it."""
    spoke = f"第{view.turn}个发言" if view.turn else "到会"
    return f"{spoke}，不同意见已载明（台账第{done.entry.seq}条）。{EFFECT}"


def _attendance(
    views: Sequence[MemberView], posts: Mapping[int, Tenure], record: Deliberation
) -> str:
    there = sum(v.presence == Presence.PRESENT and v.person_id in posts for v in views)
    needed = math.ceil(len(posts) * record.case.law(record.held_on).number("quorum"))
    return f"{there}人／组成人员{len(posts)}人（须{needed}人以上）"


def _majority(views: Sequence[MemberView], record: Deliberation) -> str:
    """Say how the decision stands to what most members present thought."""
    stances = [view.stance for view in views if view.presence == Presence.PRESENT]
    in_favour, total = stances.count(Stance.FOR), len(stances)
    counted = f"到会{total}人，同意{in_favour}人，不同意和其他意见{total - in_favour}人。"
    decided = DECISIONS.get(Deliberation.Outcome(record.outcome))
    if decided is None:
        return counted
    same = (in_favour * 2 > total) == decided
    return f"{counted}决定与多数意见{'一致' if same else '不一致'}。"
