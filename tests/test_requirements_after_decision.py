"""What the law asks for from the meeting to the closing, each broken and mended."""

import datetime as dt
from typing import Any

import pytest
from django_fsm import TransitionNotAllowed

from decisions import models as m
from people.models import Organ
from tests.refusals import met, see_refused, without
from tests.shelf import Shelf
from tests.story import Story, person, unit

FELL_SHORT: dict[str, Any] = {"shortfall": True}
NEIGHBOUR = "cn/guangdong/guangzhou/liwan"


def elsewhere(shelf: Shelf, **values: float) -> None:
    """Move the story to a district whose rule does not evaluate every decision."""
    Organ.objects.update(place=NEIGHBOUR)
    shelf.says(NEIGHBOUR, department_gate=True, **values)


# issue, publication


def test_where_the_congress_must_be_told_it_is_told_before_issue(told: Story) -> None:
    """`issue.congress_reported`."""
    told.determine(congress=True)
    told.before("issue_decision")
    see_refused(told, "issue_decision", "fanglicheng", "issue.congress_reported")
    told.do("report_to_congress", "chenhaining")
    told.do("issue_decision", "fanglicheng")


def test_a_decision_is_published_in_a_prescribed_place(told: Story) -> None:
    """`publication.published`: a newspaper alone is not one."""
    told.before("publish_decision")
    newspaper: dict[str, Any] = {"on_website": False, "places": "羊城晚报"}
    see_refused(told, "publish_decision", "chenhaining", "publication.published", **newspaper)
    told.do("publish_decision", "chenhaining", **newspaper, in_gazette=True)


def test_a_decision_is_published_in_time_or_says_why_not(told: Story) -> None:
    """`publication.published`: twenty working days."""
    told.before("publish_decision")
    see_refused(told, "publish_decision", "chenhaining", "publication.published", days=60)
    told.do("publish_decision", "chenhaining", late_reason="配套细则当时没有定稿。")


def test_a_publication_says_how_opinions_were_used(told: Story) -> None:
    """`publication.explained`."""
    told.before("publish_decision")
    see_refused(
        told, "publish_decision", "chenhaining", "publication.explained", use_of_opinions=""
    )  # fmt: skip
    told.do("publish_decision", "chenhaining")


def test_nothing_is_executed_that_was_neither_published_nor_withheld(told: Story) -> None:
    """`publication.published`, `publication.explained`: behind the door."""
    told.until("publish_decision")
    with pytest.raises(TransitionNotAllowed):
        without(told, m.Publication).execute()


def adjusted(told: Story) -> None:
    """Tell the story once with its decision withheld, to its adjustment and on to a new issue."""
    told.until("issue_decision")
    told.do("withhold_publication", "chenhaining")
    told.told += 1
    told.before("conclude_follow_up")
    told.do("conclude_follow_up", "fanglicheng", outcome="adjust")
    told.told = told.place("file_draft")
    told.before("issue_decision")
    told.do("issue_decision", "fanglicheng", document_number="海府〔2026〕900号")
    told.told += 1


def test_what_was_withheld_before_says_nothing_of_the_adjusted_decision(told: Story) -> None:
    """`publication.published`, `publication.explained`: of the decision last issued."""
    adjusted(told)
    nowhere: dict[str, Any] = {"on_website": False, "places": "羊城晚报"}
    see_refused(told, "publish_decision", "chenhaining", "publication.published", **nowhere)
    told.do("publish_decision", "chenhaining")


def test_an_evaluation_of_the_first_round_says_nothing_of_the_second(told: Story) -> None:
    """`evaluation.held_when_triggered`: the adjusted decision is evaluated as well."""
    adjusted(told)
    told.do("publish_decision", "chenhaining")
    told.told += 1
    told.until("report_execution")
    see_refused(told, "close_case", "chenhaining", "evaluation.held_when_triggered")
    told.until("close_case")


# execution


def test_who_executes_has_a_day_to_come(told: Story) -> None:
    """`execution.unit_named`."""
    told.before("assign_execution")
    past = told.today - dt.timedelta(days=1)
    see_refused(told, "assign_execution", "chenhaining", "execution.unit_named", due_on=past)
    told.do("assign_execution", "chenhaining")


def test_execution_is_reported_before_a_case_is_closed(told: Story, shelf: Shelf) -> None:
    """`execution.feedback_regular`."""
    elsewhere(shelf)
    told.until("assign_execution")
    see_refused(told, "close_case", "chenhaining", "execution.feedback_regular")
    told.do("report_execution", "huoqishan")
    told.do("close_case", "chenhaining")


def test_a_report_that_comes_late_says_why(told: Story, shelf: Shelf) -> None:
    """`execution.report_timely`: no rule of the district's says how often; one would count."""
    elsewhere(shelf, feedback_days=90)
    told.before("report_execution")
    late = {"days": 100}
    see_refused(told, "report_execution", "huoqishan", "execution.report_timely", **late)
    told.do("report_execution", "huoqishan", late_reason="执行单位合并。")
    assert met(told, "execution.feedback_regular")


def test_only_a_problem_or_an_objection_is_ground_to_suspend(told: Story) -> None:
    """`suspension.by_head`; that only the head may is the act's party."""
    told.until("assign_execution")
    see_refused(told, "suspend_execution", "fanglicheng", "suspension.by_head")
    see_refused(told, "suspend_execution", "chenhaining", "door.post")
    told.do("receive_objection", "chenhaining")
    told.do("suspend_execution", "fanglicheng")


def test_a_ground_serves_for_one_suspension(told: Story) -> None:
    """`suspension.by_head`: what was dealt with is no ground again."""
    told.do("suspend_execution", told.reach("suspend_execution"))
    told.do("resume_execution", "fanglicheng")
    see_refused(told, "suspend_execution", "fanglicheng", "suspension.by_head")


def test_the_organ_regularises_what_the_head_suspended(told: Story) -> None:
    """`suspension.regularised`."""
    told.do("suspend_execution", told.reach("suspend_execution"))
    see_refused(told, "resume_execution", "fanglicheng", "suspension.regularised", meeting="")
    told.do("resume_execution", "fanglicheng")


# evaluation


def test_a_clear_shortfall_is_evaluated_before_the_case_is_closed(
    told: Story, shelf: Shelf
) -> None:
    """`evaluation.held_when_triggered`: an ordinary problem does not call for one."""
    elsewhere(shelf)
    told.until("report_execution")
    told.do("report_problem", "huoqishan")
    assert met(told, "evaluation.held_when_triggered")
    told.do("report_problem", "huoqishan", **FELL_SHORT)
    see_refused(told, "close_case", "chenhaining", "evaluation.held_when_triggered")
    told.until("close_case")


def test_where_the_rule_evaluates_every_decision_none_is_closed_without(told: Story) -> None:
    """`evaluation.held_when_triggered`: as the district's plan does."""
    told.until("report_execution")
    see_refused(told, "close_case", "chenhaining", "evaluation.held_when_triggered")


def test_an_evaluation_once_ordered_is_concluded(told: Story, shelf: Shelf) -> None:
    """`evaluation.held_when_triggered`, `evaluation.concluded`."""
    elsewhere(shelf)
    told.until("commission_evaluation")
    see_refused(told, "close_case", "chenhaining", "evaluation.held_when_triggered")
    told.until("file_evaluation")
    see_refused(
        told, "close_case", "chenhaining",
        "evaluation.held_when_triggered", "evaluation.concluded",
    )  # fmt: skip


@pytest.mark.parametrize(
    ("parameter", "value"), [("evaluation_objections", 1), ("evaluation_after_days", 30)]
)
def test_many_objections_and_the_rules_own_term_call_for_an_evaluation(
    told: Story, shelf: Shelf, parameter: str, value: int
) -> None:
    """`evaluation.held_when_triggered`, where a rule in force has a number for it."""
    elsewhere(shelf, **{parameter: value})
    told.until("report_execution")
    assert met(told, "evaluation.held_when_triggered")
    told.do("receive_objection", "chenhaining", days=30)
    see_refused(told, "close_case", "chenhaining", "evaluation.held_when_triggered")


@pytest.mark.parametrize("before", ["LNX", "ZJK"], ids=["the risk assessor", "the experts"])
def test_who_argued_before_does_not_evaluate(told: Story, before: str) -> None:
    """`evaluation.independent`, by unit."""
    told.before("commission_evaluation")
    as_evaluator(before, told)
    see_refused(
        told, "commission_evaluation", "chenhaining", "evaluation.independent",
        evaluator=unit(before),
    )  # fmt: skip
    told.do("commission_evaluation", "chenhaining")


def as_evaluator(code: str, told: Story) -> None:
    """Let a unit have an evaluator's post."""
    from people.models import Post, Role, Tenure

    post = Post.objects.create(unit_id=unit(code), title="评估岗", role=Role.EVALUATOR)
    Tenure.objects.create(person_id=person("qisiyuan"), post=post, starts_on=told.today)


def test_nothing_follows_from_an_evaluation_that_is_not_there(told: Story) -> None:
    """`evaluation.filed`."""
    told.until("commission_evaluation")
    see_refused(told, "conclude_follow_up", "fanglicheng", "evaluation.filed")
    told.do("file_evaluation", "qisiyuan")
    told.do("conclude_follow_up", "fanglicheng")


def test_what_follows_has_its_reason(told: Story) -> None:
    """`evaluation.concluded`."""
    told.before("conclude_follow_up")
    see_refused(told, "conclude_follow_up", "fanglicheng", "evaluation.concluded", reason="")
    told.do("conclude_follow_up", "fanglicheng")


# the dossier


def test_a_dossier_is_checked_before_it_is_sealed(told: Story, stamped: None) -> None:
    """`dossier.checked`: a file that is gone from the storage is named."""
    from django.core.files.base import ContentFile
    from django.core.files.storage import default_storage

    from decisions.evidence import keep

    told.before("close_case")
    paper = keep(ContentFile("总结。".encode(), name="办结报告.txt"))
    told.do("close_case", "chenhaining", attachments=[paper])
    default_storage.delete(paper.blob.path)
    refused = see_refused(told, "seal_dossier", "liangqiuyue", "dossier.checked")
    assert any("办结报告" in sentence for sentence in refused.sentences)
    keep(ContentFile("总结。".encode(), name="办结报告.txt"))
    told.do("seal_dossier", "liangqiuyue")
