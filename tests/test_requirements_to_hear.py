"""Public input, hearing, experts and risk, as the law wants them: each broken and mended."""

import datetime as dt
from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from decisions import models as m
from decisions.requirements import gather, registry
from people.models import Tenure, Unit
from tests.refusals import met, see_refused
from tests.shelf import Shelf
from tests.story import Story, person, unit

CONSULTED = "submit_for_legality_review"


# public input


@pytest.mark.parametrize("left_out", ["ways", "places"])
def test_a_notice_says_how_and_where(told: Story, left_out: str) -> None:
    """`public_input.notice_complete`."""
    told.before("open_public_input")
    see_refused(
        told, "open_public_input", "huoqishan", "public_input.notice_complete", **{left_out: ""}
    )  # fmt: skip
    told.do("open_public_input", "huoqishan")


def test_a_draft_is_published_with_its_explanation(told: Story) -> None:
    """`public_input.notice_complete`."""
    told.before("file_draft")
    told.do("file_draft", "huoqishan", explanation="")
    told.told += 1
    told.before("open_public_input")
    see_refused(told, "open_public_input", "huoqishan", "public_input.notice_complete")


def heard(told: Story, name: str) -> dict[str, Any]:
    """Return a symposium with a group."""
    group = m.AffectedGroup.objects.filter(of__case=told.case, name=name).latest("pk")
    return {"group": group.pk}


def test_each_group_whose_interests_are_touched_is_spoken_with(told: Story) -> None:
    """`public_input.groups_heard`, and the sentence names who was not."""
    told.determine(direct_interests=True, groups=[{"name": "骑手"}, {"name": "居民"}])
    told.until("receive_comment")
    told.do("record_channel", "huoqishan", **heard(told, "居民"))
    told.before(CONSULTED)
    refused = see_refused(told, CONSULTED, "huoqishan", "public_input.groups_heard")
    assert "骑手" in refused.sentences[0]
    assert "居民" not in refused.sentences[0]
    told.do("record_channel", "huoqishan", **heard(told, "骑手"))
    told.do(CONSULTED, "huoqishan")


def test_the_names_of_many_are_read_at_once(told: Story) -> None:
    """However many groups were heard, and whoever is missing."""
    names = [f"群体{n}" for n in range(6)]
    told.determine(direct_interests=True, groups=[{"name": name} for name in names])
    for name in names:
        told.do("record_channel", "huoqishan", **heard(told, name))
    facts = gather(told.known_case, told.now).whole()
    with CaptureQueriesContext(connection) as queries:
        assert registry["public_input.groups_heard"].met(facts)
    assert len(queries) == 0


def test_whose_interests_are_touched_is_said(told: Story) -> None:
    """`public_input.groups_heard`."""
    told.determine(direct_interests=True)
    assert not met(told, "public_input.groups_heard")


# the hearing


def test_what_the_catalogue_of_hearings_has_is_heard(told: Story) -> None:
    """`hearing.held_when_required`, whatever was determined."""
    told.before("list_matter")
    told.do("list_matter", "chenhaining", hearing=True)
    told.told += 1
    told.before(CONSULTED)
    see_refused(told, CONSULTED, "huoqishan", "hearing.held_when_required")
    told.hold_hearing()
    told.do(CONSULTED, "huoqishan")


def test_who_is_touched_is_heard_where_the_rule_says_must(told: Story, shelf: Shelf) -> None:
    """`hearing.held_when_required`: as the province's rule of 2013 had it."""
    shelf.says("cn/guangdong/guangzhou/haizhu", hearing_when_direct_interests=True)
    told.determine(direct_interests=True, groups=[{"name": "骑手"}])
    assert not met(told, "hearing.held_when_required")


def announced(told: Story, **how: Any) -> None:
    """Tell the story to a hearing that is announced."""
    told.determine(hearing=True)
    told.do("announce_hearing", "guanyingxin", **how)


def held_in(told: Story, days: int) -> str:
    """Return the moment of a hearing so many days from the story's own."""
    day = told.today + dt.timedelta(days=days)
    return dt.datetime.combine(day, dt.time(9)).isoformat(timespec="minutes")


def test_a_hearing_is_announced_in_time(told: Story) -> None:
    """`hearing.notice_days`."""
    told.determine(hearing=True)
    early = held_in(told, 6)
    see_refused(told, "announce_hearing", "guanyingxin", "hearing.notice_days", held_at=early)
    told.do("announce_hearing", "guanyingxin", held_at=held_in(told, 30))


def test_a_hearing_has_more_than_one_side(told: Story) -> None:
    """`hearing.notice_days`: one side named twice is still one."""
    told.determine(hearing=True)
    for sides in ("骑手", "骑手\n骑手"):
        see_refused(told, "announce_hearing", "guanyingxin", "hearing.notice_days", sides=sides)
    told.do("announce_hearing", "guanyingxin")


@pytest.mark.parametrize("left_out", ["selection", "sides"])
def test_a_hearing_is_announced_with_how_its_participants_are_chosen(
    told: Story, left_out: str
) -> None:
    """`hearing.notice_days`."""
    told.determine(hearing=True)
    see_refused(
        told, "announce_hearing", "guanyingxin", "hearing.notice_days", **{left_out: ""}
    )  # fmt: skip


def test_all_sides_are_represented(told: Story) -> None:
    """`hearing.participants_published`, and the sentence names the side."""
    announced(told)
    riders = [{"name": "黄某", "side": "骑手"}]
    refused = see_refused(
        told, "publish_hearing_participants", "guanyingxin", "hearing.participants_published",
        participants=riders,
    )  # fmt: skip
    assert "居民" in refused.sentences[0]
    told.do("publish_hearing_participants", "guanyingxin")


def test_the_list_is_published_before_the_hearing(told: Story) -> None:
    """`hearing.participants_published`."""
    announced(told)
    see_refused(
        told, "publish_hearing_participants", "guanyingxin", "hearing.participants_published",
        days=21,
    )  # fmt: skip


def test_every_participant_has_the_materials_seven_days_before(told: Story) -> None:
    """`hearing.materials_days`: of two, the one who was served late is named."""
    announced(told)
    told.do("publish_hearing_participants", "guanyingxin", days=2)
    first, second = told.data("deliver_hearing_materials")["deliveries"]
    told.do("deliver_hearing_materials", "guanyingxin", deliveries=[first])
    late = told.today + dt.timedelta(days=12)
    told.do(
        "deliver_hearing_materials", "guanyingxin", days=12,
        deliveries=[{**second, "delivered_on": late}],
    )  # fmt: skip
    refused = see_refused(
        told, "record_hearing", "guanyingxin", "hearing.materials_days", days=10
    )  # fmt: skip
    assert "李某" in refused.sentences[0]
    assert "黄某" not in refused.sentences[0]


def test_a_hearing_is_not_recorded_before_it_is_held(told: Story) -> None:
    """`hearing.day_come`."""
    told.determine(hearing=True)
    for act in ("announce_hearing", "publish_hearing_participants", "deliver_hearing_materials"):
        told.do(act, "guanyingxin")
    see_refused(told, "record_hearing", "guanyingxin", "hearing.day_come", days=18)
    told.do("record_hearing", "guanyingxin", days=3)


def test_each_participant_signs_or_is_noted_to_have_refused(told: Story) -> None:
    """`hearing.record_signed`."""
    told.determine(hearing=True)
    by = "guanyingxin"
    for act, days in (
        ("announce_hearing", 0), ("publish_hearing_participants", 0),
        ("deliver_hearing_materials", 0), ("record_hearing", 21),
    ):  # fmt: skip
        told.do(act, by, days=days)
    first, second = told.data("sign_hearing_record")["signatures"]
    unsigned = {**second, "signed": False}
    see_refused(
        told, "sign_hearing_record", by, "hearing.record_signed", signatures=[first, unsigned]
    )  # fmt: skip
    see_refused(told, "sign_hearing_record", by, "hearing.record_signed", signatures=[first])
    noted = {**unsigned, "refusal": "对记录顺序有异议，拒绝签名。"}
    told.do("sign_hearing_record", by, signatures=[first, noted])


# experts


def test_a_panel_has_as_many_as_the_rule_says(told: Story, shelf: Shelf) -> None:
    """`experts.min_count`: no rule of the district's says how many; one that did would count."""
    shelf.says("cn/guangdong/guangzhou/haizhu", expert_min=3)
    told.before("appoint_experts")
    see_refused(told, "appoint_experts", "huoqishan", "experts.min_count")
    three = [{"person": person(p), "field": "法"} for p in ("shenhuaijin", "guxingzhi", "luzhiwei")]
    told.do("appoint_experts", "huoqishan", members=three)


def test_an_expert_who_has_not_declared_gives_no_opinion(told: Story) -> None:
    """`experts.unbiased`."""
    told.before("declare_interest")
    see_refused(told, "file_expert_opinion", "shenhuaijin", "experts.unbiased")
    told.do("declare_interest", "shenhuaijin", has_interest=True)
    see_refused(told, "file_expert_opinion", "shenhuaijin", "experts.unbiased")
    told.do("declare_interest", "shenhuaijin")
    told.do("file_expert_opinion", "shenhuaijin")


def panel(told: Story) -> None:
    """Tell the story to a panel of two of whom one has declared and spoken."""
    told.before("appoint_experts")
    two = [{"person": person(p), "field": "法"} for p in ("shenhuaijin", "guxingzhi")]
    told.do("appoint_experts", "huoqishan", members=two)
    told.do("declare_interest", "shenhuaijin")
    told.do("file_expert_opinion", "shenhuaijin")


def test_each_expert_declares_and_speaks(told: Story) -> None:
    """`experts.independent`, `experts.opinions_signed`: and the one who did not is named."""
    panel(told)
    refused = see_refused(
        told, "conclude_expert_argument", "huoqishan",
        "experts.independent", "experts.opinions_signed",
    )  # fmt: skip
    assert all("顾行知" in sentence for sentence in refused.sentences)
    told.do("declare_interest", "guxingzhi")
    see_refused(told, "conclude_expert_argument", "huoqishan", "experts.opinions_signed")
    told.do("file_expert_opinion", "guxingzhi")
    told.do("conclude_expert_argument", "huoqishan")


def test_an_expert_with_a_direct_interest_is_replaced(told: Story) -> None:
    """`experts.independent`: what was said before the interest came out does not help."""
    panel(told)
    told.do("declare_interest", "guxingzhi")
    told.do("file_expert_opinion", "guxingzhi")
    told.do("declare_interest", "guxingzhi", has_interest=True)
    see_refused(told, "conclude_expert_argument", "huoqishan", "experts.independent")
    told.do("appoint_experts", "huoqishan")
    told.do("conclude_expert_argument", "huoqishan")


def test_an_interest_that_comes_out_later_undoes_the_argument(told: Story) -> None:
    """`experts.argued_when_technical`: until another panel has argued."""
    told.before(CONSULTED)
    told.do("declare_interest", "shenhuaijin", has_interest=True)
    see_refused(told, CONSULTED, "huoqishan", "experts.argued_when_technical")
    told.do(
        "appoint_experts", "huoqishan", members=[{"person": person("guxingzhi"), "field": "法"}]
    )
    told.do("declare_interest", "guxingzhi")
    see_refused(told, CONSULTED, "huoqishan", "experts.argued_when_technical")
    told.do("file_expert_opinion", "guxingzhi")
    told.do("conclude_expert_argument", "huoqishan")
    told.do(CONSULTED, "huoqishan")


def test_an_expert_of_the_undertaking_unit_is_not_independent(told: Story) -> None:
    """`experts.independent`, by unit, whatever was declared."""
    told.before("conclude_expert_argument")
    post = Tenure.objects.get(person__username="shaoweixiong").post
    Tenure.objects.create(person_id=person("shenhuaijin"), post=post, starts_on=told.today)
    see_refused(told, "conclude_expert_argument", "huoqishan", "experts.independent")


def test_each_opinion_is_answered_with_its_reason(told: Story) -> None:
    """`experts.opinions_answered`."""
    told.before("conclude_expert_argument")
    (answer,) = told.data("conclude_expert_argument")["opinion_answers"]
    refused = {**answer, "disposition": "not_adopted"}
    see_refused(
        told, "conclude_expert_argument", "huoqishan", "experts.opinions_answered",
        opinion_answers=[refused],
    )  # fmt: skip
    reasoned = {**refused, "reason": "财力不允许。"}
    told.do("conclude_expert_argument", "huoqishan", opinion_answers=[reasoned])


# risk


@pytest.mark.parametrize("left_out", ["stability", "environment", "economy"])
def test_stability_environment_and_economy_are_each_assessed(told: Story, left_out: str) -> None:
    """`risk.assessed`."""
    told.before("file_risk_assessment")
    see_refused(told, "file_risk_assessment", "yujingzhi", "risk.assessed", **{left_out: ""})
    told.do("file_risk_assessment", "yujingzhi")


POINT = {"description": "骑手意见", "level": "low", "prevention": ""}


@pytest.mark.parametrize(
    "left_out",
    [{"response_plan": ""}, {"departments_heard": ""}, {"points": [POINT]}],
    ids=["response plan", "departments", "prevention"],
)
def test_a_risk_report_is_complete(told: Story, left_out: dict[str, Any]) -> None:
    """`risk.report_complete`."""
    told.before("file_risk_assessment")
    see_refused(told, "file_risk_assessment", "yujingzhi", "risk.report_complete", **left_out)
    told.do("file_risk_assessment", "yujingzhi")


def test_an_assessor_declares_to_have_no_interest(told: Story) -> None:
    """`risk.assessor_independent`."""
    told.before("commission_risk_assessment")
    see_refused(
        told, "commission_risk_assessment", "huoqishan", "risk.assessor_independent",
        no_interest=False,
    )  # fmt: skip
    told.do("commission_risk_assessment", "huoqishan")


@pytest.mark.parametrize("of_the_organ", [True, False])
def test_an_assessor_is_a_third_party_and_nobodys_subsidiary(
    told: Story, of_the_organ: bool
) -> None:
    """`risk.assessor_independent`, by unit."""
    told.before("commission_risk_assessment")
    superior = None if of_the_organ else unit("GAJ")
    Unit.objects.filter(code="LNX").update(outside=not of_the_organ, superior=superior)
    see_refused(
        told, "commission_risk_assessment", "huoqishan", "risk.assessor_independent"
    )  # fmt: skip


def test_a_prior_assessment_names_its_rules_and_is_attached(told: Story) -> None:
    """`risk.prior_attached`."""
    told.before("commission_risk_assessment")
    for lacking in ({"under_rules": ""}, {"attachments": ()}):
        see_refused(
            told, "adopt_risk_assessment", "huoqishan", "risk.prior_attached", **lacking
        )  # fmt: skip
    told.do("adopt_risk_assessment", "huoqishan")


def test_a_matter_without_risk_needs_no_assessment_where_no_rule_demands_one(told: Story) -> None:
    """`risk.assessed` and what belongs to it: the district's plan demands it of every matter."""
    omissions = [*told.data("determine_steps")["omissions"], {"step": "risk", "ground": "无。"}]
    told.determine(risk=False, omissions=omissions)
    case = told.known_case
    assert not registry["risk.controllable"].met(gather(case, told.now))
    case.place = "cn"
    found = gather(case, told.now)
    for id in ("assessed", "assessor_independent", "report_complete", "controllable"):
        assert registry[f"risk.{id}"].met(found)
