"""What the law asks for from the proposal to a draft that binds, each broken and mended."""

import datetime as dt
from typing import Any

import pytest

from decisions import models as m
from tests.refusals import met, see_refused
from tests.shelf import Shelf
from tests.story import Story, unit

CONSULTED = "submit_for_legality_review"


# initiation


@pytest.mark.parametrize("other", m.Classification.Exclusion.values)
def test_what_has_its_own_procedure_does_not_run_as_a_major_decision(
    told: Story, other: str
) -> None:
    """`classification.not_excluded`."""
    told.before("classify")
    told.do("classify", "chenhaining", exclusion=other)
    told.told += 1
    told.before("initiate")
    see_refused(told, "initiate", "fanglicheng", "classification.not_excluded")
    told.do("decline", "fanglicheng")


def test_a_proposal_is_studied_before_it_is_started(told: Story) -> None:
    """`initiation.studied`."""
    told.until("propose")
    told.told = told.place("classify")
    told.before("initiate")
    see_refused(told, "initiate", "fanglicheng", "initiation.studied")
    told.do("study_proposal", "chenhaining")
    told.do("initiate", "fanglicheng")


@pytest.mark.parametrize("left_out", ["reasons", "necessity", "first_plan"])
def test_a_department_argues_its_proposal(told: Story, left_out: str) -> None:
    """`initiation.studied`: a citizen need not argue, a department must."""
    nothing: dict[str, Any] = {left_out: ""}
    told.do("propose", "huoqishan", **nothing)
    told.told += 1
    told.before("initiate")
    see_refused(told, "initiate", "fanglicheng", "initiation.studied")


def test_a_citizen_need_not_argue(told: Story) -> None:
    told.do("propose", "huoqishan", source="public", reasons="", necessity="", first_plan="")
    told.told += 1
    assert told.until("initiate").known_case.state == "initiated"


# research


def test_the_report_lists_laws_and_policies(told: Story) -> None:
    """`research.reported`: begun without the list, the report is filed anew in research."""
    told.before("file_research_report")
    told.do("file_research_report", "huoqishan", laws="")
    told.told += 1
    told.before("determine_steps")
    see_refused(told, "determine_steps", "huoqishan", "research.reported")
    told.do("file_research_report", "huoqishan")
    told.do("determine_steps", "huoqishan")


def bodies(told: Story, days: int) -> list[dict[str, Any]]:
    """Return the justice bureau as a touched body, with so many days to answer."""
    return [{"unit": unit("SFJ"), "answer_by": told.today + dt.timedelta(days=days)}]


def test_a_touched_department_answers(told: Story) -> None:
    """`research.departments_consulted`, and the sentence names the unit."""
    told.before("determine_steps")
    told.determine(bodies=bodies(told, 365))
    told.before(CONSULTED)
    refused = see_refused(told, CONSULTED, "huoqishan", "research.departments_consulted")
    assert "区司法局" in refused.sentences[0]
    told.do("record_department_opinion", "huoqishan")
    told.do(CONSULTED, "huoqishan")


@pytest.mark.parametrize("days", [0, -3])
def test_a_department_is_given_time_to_answer(told: Story, days: int) -> None:
    """`research.answer_term`: a term that is over at once has not lapsed, it was never given."""
    told.before("determine_steps")
    refused = see_refused(
        told, "determine_steps", "huoqishan", "research.answer_term", bodies=bodies(told, days)
    )  # fmt: skip
    assert "区司法局" in refused.sentences[0]
    told.do("determine_steps", "huoqishan", bodies=bodies(told, 1))


def test_a_department_has_as_long_as_the_rule_says(told: Story, shelf: Shelf) -> None:
    """`research.answer_term`, where a rule in force has a number for it."""
    shelf.says("cn/guangdong/guangzhou/haizhu", department_opinion_days=10)
    told.before("determine_steps")
    see_refused(
        told, "determine_steps", "huoqishan", "research.answer_term", bodies=bodies(told, 9)
    )  # fmt: skip
    told.do("determine_steps", "huoqishan", bodies=bodies(told, 10))


def test_a_department_may_let_its_term_lapse(told: Story) -> None:
    """`research.departments_consulted`."""
    told.before("determine_steps")
    told.determine(bodies=bodies(told, 5))
    assert not met(told, "research.departments_consulted")
    told.until(CONSULTED)


def test_a_dispute_is_explained(told: Story) -> None:
    """`research.departments_consulted`: an objection without an explanation lapses never."""
    told.before("determine_steps")
    told.determine(bodies=bodies(told, 5))
    told.do("record_department_opinion", "huoqishan", agreed=False, opinion="不同意。")
    told.before(CONSULTED)
    see_refused(told, CONSULTED, "huoqishan", "research.departments_consulted")
    told.do("record_department_opinion", "huoqishan", agreed=False, response="报政府协调。")
    told.do(CONSULTED, "huoqishan")


# the steps that apply


def test_each_omission_has_its_ground(told: Story) -> None:
    """`steps.grounded`, and the sentence names the steps."""
    told.before("determine_steps")
    omissions = told.data("determine_steps")["omissions"]
    refused = see_refused(
        told, "determine_steps", "huoqishan", "steps.grounded", omissions=omissions[1:]
    )  # fmt: skip
    assert "听证会" in refused.sentences[0]
    told.do("determine_steps", "huoqishan")


def test_what_is_left_out_is_confirmed_by_somebody_else(told: Story) -> None:
    """`steps.confirmed`."""
    told.until("determine_steps")
    told.told += 1
    told.before(CONSULTED)
    see_refused(told, CONSULTED, "huoqishan", "steps.confirmed")
    told.do("confirm_steps", "linjingyi")
    told.do(CONSULTED, "huoqishan")


def test_what_was_confirmed_of_the_matter_stays_confirmed_through_a_change_of_wording(
    told: Story,
) -> None:
    """`steps.confirmed`: but not what a later determination leaves out besides."""
    told.until("confirm_steps")
    told.do("file_draft", "huoqishan", material=False)
    told.do("determine_steps", "huoqishan")
    assert met(told, "steps.confirmed")
    told.do("file_draft", "huoqishan", material=False)
    more = {"step": "technical", "ground": "没有专业问题。"}
    omissions = [*told.data("determine_steps")["omissions"], more]
    told.do("determine_steps", "huoqishan", technical=False, omissions=omissions)
    assert not met(told, "steps.confirmed")


def test_a_refusal_to_confirm_undoes_what_was_confirmed_before(told: Story) -> None:
    """`steps.confirmed`: the same omission is not carried by an earlier, milder word."""
    told.until("confirm_steps")
    told.do("confirm_steps", "linjingyi", confirmed=False, reason="应当听证。")
    told.do("determine_steps", "huoqishan")
    assert not met(told, "steps.confirmed")
    told.do("confirm_steps", "linjingyi")
    assert met(told, "steps.confirmed")


def test_the_undertaking_unit_does_not_confirm_its_own_omissions(told: Story) -> None:
    """`steps.independent`, by unit: the reviewers' bureau undertakes the matter beside the lead."""
    told.before("initiate")
    told.do("initiate", "fanglicheng", co_undertakers=[{"unit": unit("SFJ")}])
    told.told += 1
    told.before("confirm_steps")
    see_refused(told, "confirm_steps", "linjingyi", "steps.independent")
    told.do("confirm_steps", "oushaoming")


# the draft


def test_a_redraft_differs_from_its_predecessor(told: Story) -> None:
    """`draft.changed`."""
    told.until("file_draft")
    text = m.Draft.objects.get().text
    see_refused(told, "file_draft", "huoqishan", "draft.changed", text=text)
    told.do("file_draft", "huoqishan")


def test_an_adjusted_decision_goes_through_the_procedure_again(told: Story) -> None:
    """`adjustment.procedure_rerun`."""
    told.before("conclude_follow_up")
    told.do("conclude_follow_up", "fanglicheng", outcome="adjust")
    see_refused(told, "file_draft", "huoqishan", "adjustment.procedure_rerun", material=False)
    told.do("file_draft", "huoqishan")
