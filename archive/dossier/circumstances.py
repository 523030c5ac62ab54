"""What is out of the ordinary in a case, for the cover: nothing that a reader must look for."""

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass

from django.utils import timezone

from archive.dossier.chronicle import Chronicle, Done
from archive.dossier.values import day, day_of
from decisions import models as m
from decisions.models import Step
from decisions.rules.deliberation import DECISIONS
from decisions.states import BEFORE_DECISION, State

# The column of the determination, and what is omitted where it says no.
CONDITIONAL = {
    "is_public": ("公开征求意见", Step.PUBLIC_INPUT),
    "hearing": ("听证会", Step.HEARING),
    "technical": ("专家论证", Step.EXPERTS),
    "risk": ("风险评估", Step.RISK),
    "market": ("公平竞争审查", Step.FAIR_COMPETITION),
    "congress": ("报告人大常委会", None),
}
AGAINST = m.MemberView.Stance.AGAINST
LONGEST = 90
SAME_DAY = dt.timedelta(days=1)


@dataclass(frozen=True)
class Circumstance:
    """One special circumstance: what, and its ground."""

    title: str
    text: str


def circumstances(chronicle: Chronicle) -> Iterator[Circumstance]:
    """Yield the special circumstances of a case."""
    yield from _imported(chronicle)
    yield from _recorded_later(chronicle)
    yield from _rebound(chronicle)
    yield from _omitted(chronicle)
    yield from _shortened(chronicle)
    yield from _sent_back(chronicle)
    yield from _assessed_before(chronicle)
    yield from _exploratory(chronicle)
    yield from _unsigned(chronicle)
    yield from _against_the_majority(chronicle)
    yield from _changed_by_the_meeting(chronicle)
    yield from _dissent(chronicle)
    yield from _withheld(chronicle)
    yield from _late(chronicle)
    yield from _interrupted(chronicle)
    yield from _ended(chronicle)
    yield from _refused(chronicle)


def _imported(chronicle: Chronicle) -> Iterator[Circumstance]:
    if chronicle.case.imported_from:
        first = chronicle.entries[0]
        yield Circumstance(
            "导入。",
            f"本事项办理时不在本系统，{day_of(first.recorded_at)}由文件导入。"
            f"文件摘要{chronicle.case.imported_from}。",
        )


def _recorded_later(chronicle: Chronicle) -> Iterator[Circumstance]:
    late = [e for e in chronicle.entries if e.recorded_at - e.at > SAME_DAY]
    if late:
        first, last = late[0].recorded_at, late[-1].recorded_at
        same = timezone.localdate(first) == timezone.localdate(last)
        when = day_of(first) if same else f"{day_of(first)}至{day_of(last)}"
        yield Circumstance(
            "补录。", f"{len(late)}条记录在办理之日以后登记，登记时间为{when}。台账节选列明。"
        )


def _rebound(chronicle: Chronicle) -> Iterator[Circumstance]:
    for rebinding in chronicle.of(m.StatuteRebinding):
        text = f"适用{day(rebinding.reference_day)}在施行的规定。{_flat(rebinding.reason)}"
        yield Circumstance("重新确定适用的规定。", text)


def grounds_of_omissions(chronicle: Chronicle) -> dict[str, str]:
    """Return the ground of each step that was last determined not to apply, by its column."""
    steps = [done for done in chronicle.done if isinstance(done.record, m.StepDetermination)]
    left_out = chronicle.latest(m.StepDetermination)
    if not steps or left_out is None:
        return {}
    rows = [row for row in chronicle.rows(steps[-1])[m.Omission] if isinstance(row, m.Omission)]
    return {row.step: _flat(row.ground) for row in rows if row.step in left_out.omitted}


def _omitted(chronicle: Chronicle) -> Iterator[Circumstance]:
    """Yield the conditional steps last determined not to apply, each with its ground."""
    found = grounds_of_omissions(chronicle)
    grounds = {CONDITIONAL[step][0]: ground for step, ground in found.items()}
    if grounds:
        told = "；".join(f"{name}，{ground.rstrip('。')}" for name, ground in grounds.items())
        yield Circumstance(f"未开展：{'、'.join(grounds)}。", f"理由：{told}。")


def _shortened(chronicle: Chronicle) -> Iterator[Circumstance]:
    for notice in chronicle.of(m.PublicInput):
        if notice.shortened_reason:
            yield Circumstance(
                "缩短征求意见期限。",
                f"{day(notice.opens_on)}至{day(notice.closes_on)}。{_flat(notice.shortened_reason)}",
            )


def is_sent_back(done: Done) -> bool:
    """Say whether an act took the case back before the decision."""
    before, after, order = done.entry.state_before, done.entry.state_after, list(State)
    return before in BEFORE_DECISION and after in BEFORE_DECISION and (
        order.index(State(after)) < order.index(State(before))
    )  # fmt: skip


def _sent_back(chronicle: Chronicle) -> Iterator[Circumstance]:
    back = [done for done in chronicle.done if is_sent_back(done)]
    if back:
        told = "；".join(
            f"{day_of(done.entry.at)}“{done.act.title}”后，"
            f"回到“{State(done.entry.state_after).label}”（第{done.entry.seq}条）"
            for done in back
        )
        yield Circumstance(f"退回、重拟{len(back)}次。", f"{told}。")


def _exploratory(chronicle: Chronicle) -> Iterator[Circumstance]:
    for review in chronicle.of(m.LegalityReview):
        if review.conclusion == m.LegalityReview.Conclusion.EXPLORATORY:
            yield Circumstance("探索性改革，明示法律风险。", _flat(review.legal_risk))


def _assessed_before(chronicle: Chronicle) -> Iterator[Circumstance]:
    for found in chronicle.of(m.RiskAssessment):
        if found.under_rules:
            yield Circumstance("风险已按其他规定评估。", f"依照{found.under_rules}，不重复评估。")


def _unsigned(chronicle: Chronicle) -> Iterator[Circumstance]:
    for done in chronicle.done:
        for row in chronicle.rows(done).get(m.HearingSignature, ()):
            if isinstance(row, m.HearingSignature) and not row.signed:
                told = f"{row.participant.name}：{_flat(row.refusal)}"
                yield Circumstance("听证笔录有人没有签名。", told)


def _against_the_majority(chronicle: Chronicle) -> Iterator[Circumstance]:
    for done in chronicle.done:
        meeting = done.record
        if not isinstance(meeting, m.Deliberation) or meeting.outcome not in DECISIONS:
            continue
        views = [v for v in chronicle.rows(done)[m.MemberView] if isinstance(v, m.MemberView)]
        there = [v.stance for v in views if v.presence == m.MemberView.Presence.PRESENT]
        majority_for = there.count(m.MemberView.Stance.FOR) * 2 > len(there)
        if majority_for != DECISIONS[m.Deliberation.Outcome(meeting.outcome)]:
            yield Circumstance(
                "决定与多数意见不一致。", f"行政首长在会上说明的理由：{_flat(meeting.reason)}"
            )


def _changed_by_the_meeting(chronicle: Chronicle) -> Iterator[Circumstance]:
    for meeting in chronicle.of(m.Deliberation):
        if meeting.changed:
            yield Circumstance("会议原则通过并修改。", _flat(meeting.changes))
    for word in chronicle.of(m.AmendmentConfirmation):
        finding = "确认只是文字修改" if word.editorial else "认为不只是文字修改，重新办理"
        yield Circumstance("会后修改。", f"法律顾问{finding}。{_flat(word.reason)}")


def _late(chronicle: Chronicle) -> Iterator[Circumstance]:
    for published in chronicle.of(m.Publication):
        if published.late_reason:
            told = f"{day(published.published_on)}公布。{_flat(published.late_reason)}"
            yield Circumstance("迟延公布。", told)
    for report in chronicle.of(m.ExecutionReport):
        if report.late_reason:
            told = f"{day_of(report.at)}报告（{report.period}）。{_flat(report.late_reason)}"
            yield Circumstance("迟延报告执行情况。", told)


def _dissent(chronicle: Chronicle) -> Iterator[Circumstance]:
    for done in chronicle.done:
        if isinstance(done.record, m.Deliberation):
            views = chronicle.rows(done)[m.MemberView]
            count = sum(getattr(view, "stance", "") == AGAINST for view in views)
            if count:
                held = day(done.record.held_on)
                yield Circumstance(
                    "会上有不同意见。", f"{held}会议，{count}人。见集体讨论会议记录。"
                )


def _withheld(chronicle: Chronicle) -> Iterator[Circumstance]:
    for withheld in chronicle.of(m.Withholding):
        yield Circumstance(
            f"不主动公开（{withheld.get_disclosure_display()}）。", _flat(withheld.ground)
        )


def _interrupted(chronicle: Chronicle) -> Iterator[Circumstance]:
    for suspension in chronicle.of(m.Suspension):
        why = f"{suspension.get_ground_display()}。{_flat(suspension.reason)}"
        yield Circumstance("中止执行。", f"{day_of(suspension.at)}。{why}")
    for resumption in chronicle.of(m.Resumption):
        meeting = f"{resumption.meeting}补办决定。" if resumption.meeting else ""
        told = f"{day_of(resumption.at)}。{meeting}{_flat(resumption.reason)}"
        yield Circumstance("恢复执行。", told)


def _ended(chronicle: Chronicle) -> Iterator[Circumstance]:
    for follow_up in chronicle.of(m.FollowUp):
        if follow_up.outcome != m.FollowUp.Outcome.KEEP:
            title = f"{follow_up.get_outcome_display()}。"
            yield Circumstance(title, f"{day_of(follow_up.at)}。{_flat(follow_up.reason)}")
    for termination in chronicle.of(m.Termination):
        text = f"{day_of(termination.at)}。{_flat(termination.reason)}"
        yield Circumstance("作出决定前终止。", text)


def _refused(chronicle: Chronicle) -> Iterator[Circumstance]:
    if chronicle.refused:
        number = len(chronicle.refused)
        yield Circumstance(f"未获准的办理{number}次。", "每次的时间、人员和缺少的要求见本卷。")


def _flat(text: str) -> str:
    """Return a text as one paragraph, short enough for a cover."""
    one = "".join(text.split("\n"))
    return one if len(one) <= LONGEST else f"{one[: LONGEST - 1]}…"
