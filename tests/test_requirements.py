"""What the law asks for up to the department's review, each broken and mended.

Every test breaks exactly one requirement, sees the act refused for it alone, with the attempt
on record and nothing else changed, mends it, and sees the same act accepted.
"""

import datetime as dt
from typing import Any

import pytest
from django_fsm import TransitionNotAllowed

from decisions import models as m
from decisions.requirements import registry
from tests.refusals import met, see_refused, skipping, without
from tests.story import Story

CONSULTED = "submit_for_legality_review"
LEFT_OUT = ("is_public", "hearing", "technical", "market", "congress")


# initiation, research


def test_classification_is_reasoned_before_the_start(told: Story) -> None:
    """`classification.reasoned`.

    The states keep the order, so the door never meets it: the rule is shown on facts alone,
    and the transition refuses without the record.
    """
    told.until("classify")
    assert met(told, "classification.reasoned")
    case = without(told, m.Classification)
    assert not registry["classification.reasoned"].met(case.facts)
    with pytest.raises(TransitionNotAllowed):
        case.initiate()


def test_the_organ_has_decided_to_start(told: Story) -> None:
    """`initiation.decided`.

    The states keep the order, so the door says that research cannot begin yet; behind the
    door the rule and the transition refuse by themselves.
    """
    told.until("classify")
    see_refused(told, "file_research_report", "huoqishan", "door.state")
    assert not met(told, "initiation.decided")

    told.until("initiate")
    assert met(told, "initiation.decided")
    with pytest.raises(TransitionNotAllowed):
        without(told, m.Initiation).begin_research()


def test_at_least_two_options_are_compared(told: Story) -> None:
    """`research.options_compared`."""
    told.before("file_options")
    only = {"title": "唯一方案", "content": "全区。", "merits": "没有比较。"}
    told.do("file_options", "huoqishan", options=[only])
    told.do("file_draft", "huoqishan")
    see_refused(told, "determine_steps", "huoqishan", "research.options_compared")

    told.do("file_options", "huoqishan")
    assert told.do("determine_steps", "huoqishan").case.state == "consulting"


def test_a_draft_is_filed_before_it_is_consulted_on(told: Story) -> None:
    """`draft.filed`."""
    told.before("file_draft")
    see_refused(told, "determine_steps", "huoqishan", "draft.filed")
    told.do("file_draft", "huoqishan")
    told.do("determine_steps", "huoqishan")


def test_a_later_draft_says_why(told: Story) -> None:
    """`draft.reasoned`: the first has nothing to explain."""
    told.until("file_draft")
    see_refused(told, "file_draft", "huoqishan", "draft.reasoned", reason="")
    told.do("file_draft", "huoqishan", reason="补充过渡期。")


# public input


def test_the_notice_gives_thirty_days_or_the_reason_for_fewer(told: Story) -> None:
    """`public_input.notice_days`."""
    told.before("open_public_input")
    short: dict[str, Any] = {"closes_on": told.today + dt.timedelta(days=29)}
    see_refused(told, "open_public_input", "huoqishan", "public_input.notice_days", **short)
    told.do("open_public_input", "huoqishan", **short, shortened_reason="防汛在即。")


def test_a_notice_cannot_be_dated_back(told: Story) -> None:
    """`public_input.notice_days`: days before it was out do not count."""
    told.before("open_public_input")
    back: dict[str, Any] = {
        "opens_on": told.today - dt.timedelta(days=31),
        "closes_on": told.today - dt.timedelta(days=1),
    }
    see_refused(told, "open_public_input", "huoqishan", "public_input.notice_days", **back)


def test_the_notice_runs_out_before_it_is_closed(told: Story) -> None:
    """`public_input.min_days`: the last day runs to midnight."""
    told.before("close_public_input")
    closes_on = m.PublicInput.objects.get().closes_on
    told.now = told.now.replace(hour=9)
    left = (closes_on - told.today).days
    see_refused(told, "close_public_input", "huoqishan", "public_input.min_days", days=left)
    assert told.today == closes_on
    told.do("close_public_input", "huoqishan", days=1)


def test_an_opinion_comes_while_the_notice_runs(told: Story) -> None:
    """`public_input.open`: not before it is out, not once it is over."""
    told.before("open_public_input")
    see_refused(told, "receive_comment", None, "public_input.open")
    told.do("open_public_input", "huoqishan")
    told.do("receive_comment", None, days=29)
    see_refused(told, "receive_comment", None, "public_input.open", days=2)
    told.do("close_public_input", "huoqishan")
    see_refused(told, "receive_comment", None, "public_input.open")


def test_the_public_is_heard(told: Story) -> None:
    """`public_input.held`."""
    told.before("close_public_input")
    see_refused(
        told, "publish_adoption_report", "huoqishan",
        "public_input.held", "public_input.answered",
    )  # fmt: skip
    told.do("close_public_input", "huoqishan", days=30)
    see_refused(told, "publish_adoption_report", "huoqishan", "public_input.answered")
    told.do("answer_comments", "huoqishan")
    told.do("publish_adoption_report", "huoqishan")


def test_nothing_goes_to_review_while_a_second_notice_runs(told: Story) -> None:
    """`public_input.held`, `public_input.feedback_published`: the last notice counts."""
    told.before(CONSULTED)
    told.do("open_public_input", "huoqishan")
    see_refused(told, CONSULTED, "huoqishan", "public_input.held")
    told.do("close_public_input", "huoqishan", days=31)
    see_refused(told, CONSULTED, "huoqishan", "public_input.feedback_published")
    told.do("publish_adoption_report", "huoqishan")
    told.do(CONSULTED, "huoqishan")


def test_a_matter_lawfully_not_public_needs_no_notice(told: Story) -> None:
    """`public_input.held`: withheld with its ground, which the act does not go without."""
    told.determine(
        is_public=False, technical=False,
        omissions=[{"step": step, "ground": "涉密。"} for step in LEFT_OUT],
    )  # fmt: skip
    told.do("confirm_steps", "linjingyi")
    told.do("commission_risk_assessment", "huoqishan")
    told.do("file_risk_assessment", "yujingzhi")
    told.do("determine_risk", "luojianping")
    assert told.do(CONSULTED, "huoqishan").case.state == "department_review"


def test_every_opinion_is_answered(told: Story) -> None:
    """`public_input.answered`: one left out is one too many, and the sentence counts them."""
    told.before("answer_comments")
    first, last = m.Comment.objects.order_by("seq")
    answer = {"disposition": "not_adopted", "reason": "没有依据。"}
    told.do("answer_comments", "huoqishan", answers=[{**answer, "comment": first.pk}])
    refused = see_refused(told, "publish_adoption_report", "huoqishan", "public_input.answered")
    assert refused.sentences[0].startswith("还有1条")
    told.do("answer_comments", "huoqishan", answers=[{**answer, "comment": last.pk}])
    told.do("publish_adoption_report", "huoqishan")


def test_how_opinions_were_used_is_published(told: Story) -> None:
    """`public_input.feedback_published`."""
    skipping(told, "publish_adoption_report", "publish_adoption_report", CONSULTED)
    see_refused(told, CONSULTED, "huoqishan", "public_input.feedback_published")
    told.do("publish_adoption_report", "huoqishan")
    told.do(CONSULTED, "huoqishan")


# hearing, experts, risk, fair competition


def test_a_hearing_that_is_due_is_held(told: Story) -> None:
    """`hearing.held_when_required`."""
    told.determine(hearing=True)
    told.before(CONSULTED)
    see_refused(told, CONSULTED, "huoqishan", "hearing.held_when_required")
    told.hold_hearing()
    told.do(CONSULTED, "huoqishan")


def test_a_technical_matter_is_argued_by_experts(told: Story) -> None:
    """`experts.argued_when_technical`."""
    skipping(told, "conclude_expert_argument", "conclude_expert_argument", CONSULTED)
    see_refused(told, CONSULTED, "huoqishan", "experts.argued_when_technical")
    told.do("conclude_expert_argument", "huoqishan")
    told.do(CONSULTED, "huoqishan")


def test_only_a_member_of_the_panel_speaks_as_its_expert(told: Story) -> None:
    """`experts.appointed`."""
    told.before("declare_interest")
    see_refused(told, "declare_interest", "luzhiwei", "experts.appointed")
    see_refused(
        told, "file_expert_opinion", "luzhiwei", "experts.appointed", "experts.unbiased"
    )  # fmt: skip
    told.do("declare_interest", "shenhuaijin")


def test_risk_is_assessed_before_it_is_determined(told: Story) -> None:
    """`risk.assessed`."""
    told.before("file_risk_assessment")
    see_refused(told, "determine_risk", "luojianping", "risk.assessed", "risk.report_complete")
    told.do("file_risk_assessment", "yujingzhi")
    told.do("determine_risk", "luojianping")


def test_nothing_is_submitted_without_a_risk_assessment(told: Story) -> None:
    """`risk.assessed`, and with it `risk.controllable`, which cannot stand alone."""
    skipping(told, "file_risk_assessment", "determine_risk", CONSULTED)
    see_refused(
        told, CONSULTED, "huoqishan",
        "risk.assessed", "risk.report_complete", "risk.controllable",
    )  # fmt: skip


def test_an_uncontrollable_risk_ends_there(told: Story) -> None:
    """`risk.controllable`."""
    told.before("determine_risk")
    told.do("determine_risk", "luojianping", controllable=False)
    told.told += 1
    see_refused(told, CONSULTED, "huoqishan", "risk.controllable")
    told.do("determine_risk", "luojianping", controllable=True)
    told.do(CONSULTED, "huoqishan")


def test_a_new_assessment_is_determined_anew(told: Story) -> None:
    """`risk.controllable`: what was found of an earlier assessment does not count."""
    told.before(CONSULTED)
    told.do("file_risk_assessment", "yujingzhi", level="high")
    see_refused(told, CONSULTED, "huoqishan", "risk.controllable")


def test_a_measure_that_touches_the_market_passes_fair_competition_review(told: Story) -> None:
    """`fair_competition.passed`: not without a review, and not with a breach."""
    told.determine(market=True)
    told.before(CONSULTED)
    see_refused(told, CONSULTED, "huoqishan", "fair_competition.passed")
    told.do("file_fair_competition_review", "wenqiwen", conclusion="breach")
    see_refused(told, CONSULTED, "huoqishan", "fair_competition.passed")
    told.do("file_fair_competition_review", "wenqiwen", conclusion="exception")
    see_refused(told, CONSULTED, "huoqishan", "fair_competition.passed")
    told.do(
        "file_fair_competition_review", "wenqiwen", conclusion="exception",
        no_alternative="没有影响更小的方案。", ends="2028年底止",
    )  # fmt: skip
    told.do(CONSULTED, "huoqishan")
