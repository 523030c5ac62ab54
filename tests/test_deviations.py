"""What the law allows besides the plain way, and only that: each stands on the dossier's cover."""

from typing import Any

import pytest

from archive.dossier.contents import gather
from tests.plain import findings
from tests.story import Story, views
from workflow.acts import registry

DESCRIBED = [act.described for act in registry.values()]
LEFT_OUT = ("is_public", "hearing", "market", "congress")


def on_the_cover(told: Story) -> dict[str, str]:
    """Return the special circumstances on the cover, by title."""
    cover = gather(told.known_case, DESCRIBED).cover
    return {one.title: one.text for one in cover.special}


def test_the_plain_way_has_nothing_special_but_what_it_leaves_out(told: Story) -> None:
    told.until("close_case")
    special = [title for title in on_the_cover(told) if not title.startswith("补录")]
    assert special == ["未开展：听证会、公平竞争审查、报告人大常委会。"]


def test_each_step_left_out_stands_there_with_its_own_ground(told: Story) -> None:
    told.until("confirm_steps")
    grounds = on_the_cover(told)["未开展：听证会、公平竞争审查、报告人大常委会。"]
    assert grounds == (
        "理由：听证会，没有规定要求听证；公平竞争审查，不涉及经营者；报告人大常委会，不属于报告事项。"
    )


def test_a_matter_lawfully_not_public(told: Story) -> None:
    omissions = [{"step": step, "ground": f"理由{step}。"} for step in LEFT_OUT]
    told.determine(is_public=False, omissions=omissions)
    special = on_the_cover(told)
    (title,) = [one for one in special if one.startswith("未开展：公开征求意见、")]
    assert "公开征求意见，理由is_public；" in special[title]


def test_a_shortened_comment_period(told: Story) -> None:
    told.before("open_public_input")
    told.do(
        "open_public_input", "huoqishan", closes_on=told.today, shortened_reason="防汛在即。"
    )  # fmt: skip
    assert "防汛在即。" in on_the_cover(told)["缩短征求意见期限。"]


def test_a_risk_assessed_under_other_rules(told: Story) -> None:
    told.do("adopt_risk_assessment", told.reach("adopt_risk_assessment"))
    assert "重大建设项目稳定风险评估办法" in on_the_cover(told)["风险已按其他规定评估。"]


def test_a_participant_who_refused_to_sign(told: Story) -> None:
    by = told.reach("sign_hearing_record")
    first, second = told.data("sign_hearing_record")["signatures"]
    noted = {**second, "signed": False, "refusal": "对记录有异议。"}
    told.do("sign_hearing_record", by, signatures=[first, noted])
    assert on_the_cover(told)["听证笔录有人没有签名。"] == "李某：对记录有异议。"


def test_an_exploratory_reform(told: Story) -> None:
    told.before("conclude_legality_review", 2)
    risky = findings(conclusion="exploratory_risk_stated", legal_risk="没有上位法依据。")
    told.do("conclude_legality_review", "linjingyi", days=20, **_any(risky))
    assert on_the_cover(told)["探索性改革，明示法律风险。"] == "没有上位法依据。"


def _any(found: dict[str, str]) -> dict[str, Any]:
    return dict(found)


def test_a_decision_against_the_majority(told: Story) -> None:
    told.before("record_deliberation")
    against = {"stance": "against", "words": "时机不成熟。"}
    members = ("xuwenlan", "luojianping", "zhongxiaolan", "dengguoliang")
    told.do(
        "record_deliberation", "chenhaining", days=5, reason="事关安全。",
        views=views(**dict.fromkeys(members, against)),
    )  # fmt: skip
    assert on_the_cover(told)["决定与多数意见不一致。"] == ("行政首长在会上说明的理由：事关安全。")
    assert "4人" in on_the_cover(told)["会上有不同意见。"]


@pytest.mark.parametrize("editorial", [True, False])
def test_changes_that_the_meeting_made(told: Story, editorial: bool) -> None:
    told.do("confirm_amendment", told.reach("confirm_amendment"), editorial=editorial)
    special = on_the_cover(told)
    assert special["会议原则通过并修改。"] == "第一条“维护”改为“规范”。"
    assert ("只是文字修改" in special["会后修改。"]) == editorial or "不只是" in special[
        "会后修改。"
    ]


def test_a_late_publication(told: Story) -> None:
    told.before("publish_decision")
    told.do("publish_decision", "chenhaining", days=60, late_reason="细则没有定稿。")
    assert "细则没有定稿。" in on_the_cover(told)["迟延公布。"]


def test_a_decision_lawfully_not_published(told: Story) -> None:
    told.do("withhold_publication", told.reach("withhold_publication"))
    assert on_the_cover(told)["不主动公开（依申请公开）。"] == "含内部执法安排。"


def test_a_suspension_and_the_meeting_that_regularised_it(told: Story) -> None:
    told.do("resume_execution", told.reach("resume_execution"))
    special = on_the_cover(told)
    assert "情况变化。" in special["中止执行。"]
    assert "17届160次常务会议补办决定" in special["恢复执行。"]
