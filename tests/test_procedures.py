"""Three procedures over one state machine: what each asks for, skips, and may not skip.

Basis: 区规划第9项、第10项；条例第三条.
"""

import pytest
from django.test import Client

from decisions import models as m
from decisions.states import State
from people.models import Organ, Person
from tests.agreement import Watched, open_duties
from tests.refusals import see_refused
from tests.story import Story
from workflow.audit import differences
from workflow.models import CaseFlow

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("stamped")]
SHORTER = ("general", "normative")
shorter = pytest.mark.parametrize("procedure", SHORTER)


@pytest.fixture
def told(district: None, procedure: str) -> Watched:
    """Begin a watched story of the procedure."""
    return Watched(procedure)


def acts_of(told: Story) -> list[str]:
    """Return the acts done, in their order."""
    return [beat.act for beat in told.beats[: told.told]]


def done(told: Story) -> set[str]:
    return set(acts_of(told))


# Told whole


@pytest.mark.parametrize("procedure", ["major", *SHORTER])
def test_each_procedure_goes_its_whole_way_to_the_archive(told: Watched) -> None:
    told.until("transfer_dossier").ends("archived")
    assert not open_duties(told.known_case)


@pytest.mark.parametrize("procedure", ["general"])
def test_a_general_decision_is_researched_reviewed_decided_and_published(told: Watched) -> None:
    told.until("classify")
    assert open_duties(told.known_case) == {"initiate"}
    told.until("file_research_report")
    assert open_duties(told.known_case) == {"file_draft"}
    told.until("determine_steps")
    assert open_duties(told.known_case) == {
        "confirm_steps", "open_public_input", "appoint_experts",
    }  # fmt: skip
    told.until("conclude_expert_argument")
    assert open_duties(told.known_case) == {"submit_for_department_review"}
    told.until("submit_for_legality_review")
    assert told.known_case.state == "legality_review"
    told.until("confirm_minutes")
    assert open_duties(told.known_case) == {"issue_decision"}
    told.until("publish_decision")
    assert open_duties(told.known_case) == {"close_case"}
    told.until("close_case").ends("closed")


@pytest.mark.parametrize("procedure", ["normative"])
def test_a_normative_document_is_filed_for_the_record_and_then_executed(told: Watched) -> None:
    told.until("issue_decision")
    assert told.known_case.state == "issued"
    told.until("publish_decision")
    assert open_duties(told.known_case) == {"file_for_record"}
    told.until("file_for_record")
    assert open_duties(told.known_case) == {"assign_execution"}
    told.until("conclude_follow_up").ends("evaluated")
    told.until("close_case").ends("closed")


# What the shorter ones do without


@shorter
def test_a_shorter_procedure_asks_for_neither_options_nor_risk_nor_party_report(
    told: Watched,
) -> None:
    told.until("issue_decision")
    assert told.known_case.state == "issued"
    for kind in (m.OptionComparison, m.RiskAssessment, m.RiskDetermination, m.PartyReport):
        assert not kind._default_manager.filter(case=told.known_case).exists()
    assert not m.DepartmentMeeting.objects.exists()


@shorter
def test_a_shorter_procedure_needs_no_catalogue_and_no_kind(told: Watched) -> None:
    told.until("initiate")
    assert told.known_case.state == "initiated"
    assert not m.CatalogueListing.objects.exists()
    assert m.Classification.objects.get(case=told.known_case).kind == ""


def test_a_general_decision_need_not_be_assigned_but_a_major_one_must(district: None) -> None:
    general = Watched("general")
    general.until("publish_decision")
    general.do("close_case", "chenhaining")
    general.ends("closed")

    major = Watched()
    major.until("publish_decision")
    see_refused(
        major, "close_case", "chenhaining",
        "execution.unit_named", "evaluation.held_when_triggered",
    )  # fmt: skip


# What none may skip


@shorter
def test_it_must_be_held_to_public_comment_where_that_was_determined(told: Watched) -> None:
    told.before("open_public_input")
    told.told = told.place("appoint_experts")
    told.before("submit_for_legality_review")
    see_refused(
        told, "submit_for_legality_review", "huoqishan",
        "public_input.held", "public_input.feedback_published",
    )  # fmt: skip


@shorter
def test_legality_review_cannot_be_skipped(told: Watched) -> None:
    told.before("conclude_legality_review")
    see_refused(told, "submit_for_deliberation", "huoqishan", "door.state")


@shorter
def test_it_is_decided_by_a_proper_meeting_only(told: Watched) -> None:
    told.before("schedule_deliberation")
    see_refused(
        told, "schedule_deliberation", "chenhaining", "deliberation.proper_meeting",
        meeting="other", number="专题会1次",
    )  # fmt: skip


@shorter
def test_the_quorum_holds(told: Watched) -> None:
    told.before("record_deliberation")
    views = list(told.data("record_deliberation")["views"])[-2:]
    see_refused(told, "record_deliberation", "chenhaining", "deliberation.quorum", views=views)


@shorter
def test_a_market_matter_passes_fair_competition_review(told: Watched) -> None:
    told.before("determine_steps")
    told.do(
        "determine_steps", "huoqishan", is_public=False, technical=False, market=True,
        omissions=[
            {"step": step, "ground": "不涉及。"} for step in m.StepDetermination.CONDITIONAL
        ],
    )  # fmt: skip
    told.do("confirm_steps", "linjingyi")
    see_refused(told, "submit_for_legality_review", "huoqishan", "fair_competition.passed")


@pytest.mark.parametrize("procedure", ["normative"])
def test_a_normative_document_is_not_closed_before_it_is_filed(told: Watched) -> None:
    told.until("publish_decision")
    told.do("assign_execution", "chenhaining")
    told.do("report_execution", "huoqishan")
    told.do("commission_evaluation", "chenhaining")
    told.do("file_evaluation", "qisiyuan")
    told.do("conclude_follow_up", "fanglicheng")
    see_refused(told, "close_case", "chenhaining", "filing.filed")


def test_a_major_matter_says_of_which_kind_it_is(district: None) -> None:
    told = Watched()
    told.until("study_proposal")
    see_refused(told, "classify", "chenhaining", "classification.kind_named", kind="")


# The department's gate is the law of the place


def test_where_no_law_demands_the_department_a_major_matter_goes_straight_to_the_government(
    district: None,
) -> None:
    Organ.objects.update(place="cn/guangdong/guangzhou")
    told = Watched()
    told.until("determine_risk")
    told.do("submit_for_legality_review", "huoqishan")
    assert told.known_case.state == "legality_review"
    assert open_duties(told.known_case) == {"accept_legality_file"}
    told.told = told.place("accept_legality_file")
    told.until("transfer_dossier").ends("archived")


def test_the_unit_may_ask_its_department_first_all_the_same(district: None) -> None:
    Organ.objects.update(place="cn/guangdong/guangzhou")
    told = Watched()
    told.until("determine_risk")
    told.do("submit_for_legality_review", "huoqishan", level="department")
    assert told.known_case.state == "department_review"
    see_refused(
        told, "submit_for_legality_review", "huoqishan",
        "legality.department_reviewed", "deliberation.department_met",
    )  # fmt: skip
    told.told = told.place("conclude_legality_review")
    told.until("submit_for_deliberation").ends("submitted")


def test_where_the_law_demands_the_department_no_level_gets_round_it(district: None) -> None:
    told = Watched()
    told.until("determine_risk")
    see_refused(
        told, "submit_for_legality_review", "huoqishan",
        "legality.department_reviewed", "deliberation.department_met", level="government",
    )  # fmt: skip


@shorter
def test_a_file_sent_by_the_unit_itself_is_returned_to_it(told: Watched) -> None:
    told.until("accept_legality_file")
    told.do("return_legality_file", "linjingyi")
    assert told.known_case.state == "consulting"
    assert open_duties(told.known_case) == {"submit_for_department_review"}
    told.told = told.place("submit_for_legality_review")
    told.until("submit_for_deliberation").ends("submitted")


# One to-do list, and what the audit makes of it


@shorter
def test_a_matter_classified_otherwise_goes_on_in_its_own_flow(
    told: Watched, procedure: str
) -> None:
    told.until("study_proposal")
    begun = CaseFlow.objects.get(case=told.known_case)
    told.until("classify")
    flow = CaseFlow.objects.get(case=told.known_case)
    assert flow.before == begun.process
    assert flow.before.status == "DONE"
    assert procedure in flow.process.flow_class.__name__.lower()
    told.ends("classified")


@shorter
def test_a_matter_nobody_studied_goes_over_as_well(told: Watched) -> None:
    told.until("propose")
    told.told = told.place("classify")
    told.before("initiate")
    see_refused(told, "initiate", "fanglicheng", "initiation.studied")
    told.do("study_proposal", "chenhaining")
    told.until("initiate").ends("initiated")


@shorter
def test_a_case_left_in_the_flow_of_another_procedure_is_found(told: Watched) -> None:
    told.until("classify")
    flow = CaseFlow.objects.get(case=told.known_case)
    CaseFlow.objects.filter(case=told.known_case).update(process=flow.before, before=None)
    assert "flow.procedure" in {found.kind for found in differences()}


# The ways back and aside hold as well


@shorter
def test_not_lawful_goes_back_to_drafting_and_round_again(told: Watched) -> None:
    told.before("conclude_legality_review")
    unlawful = {"conclusion": "unlawful"}
    told.do("conclude_legality_review", "linjingyi", **unlawful)
    assert open_duties(told.known_case) == {"file_draft"}
    told.told = told.place("file_draft")
    told.until("submit_for_deliberation").ends("submitted")


@shorter
def test_rejected_goes_back_to_drafting(told: Watched) -> None:
    told.before("record_deliberation")
    told.do("record_deliberation", "chenhaining", outcome="rejected", reason="时机不成熟。")
    assert open_duties(told.known_case) == {"file_draft"}
    told.ends("researching")


@shorter
@pytest.mark.parametrize("act", ["decline", "terminate_case"])
def test_it_can_be_declined_or_ended_before_the_decision(told: Watched, act: str) -> None:
    told.until("classify")
    told.do(act, "fanglicheng", reason="不再需要。")
    assert told.known_case.state in (State.DECLINED, State.TERMINATED)
    assert [str(found) for found in differences()] == []


@shorter
def test_execution_is_suspended_resumed_and_adjusted(told: Watched) -> None:
    told.until("publish_decision")
    told.do("assign_execution", "chenhaining")
    told.do("report_problem", "huoqishan")
    told.do("suspend_execution", "fanglicheng")
    assert open_duties(told.known_case) == {"resume_execution"}
    told.do("resume_execution", "fanglicheng")
    told.do("commission_evaluation", "chenhaining")
    told.do("file_evaluation", "qisiyuan")
    told.do("conclude_follow_up", "fanglicheng", outcome="adjust")
    assert open_duties(told.known_case) == {"file_draft"}
    told.ends("researching")


@shorter
def test_a_party_report_made_all_the_same_stops_nothing(told: Watched) -> None:
    told.until("confirm_minutes")
    told.do("report_to_party_committee", "chenhaining")
    assert told.known_case.state == "reported"
    told.until("publish_decision").ends("published")


# On the page


@shorter
def test_the_case_page_names_the_procedure_and_leaves_out_what_it_does_without(
    told: Watched, procedure: str, client: Client
) -> None:

    told.until("determine_steps")
    client.force_login(Person.objects.get(username="huoqishan"))
    page = client.get(told.known_case.get_absolute_url()).content.decode()
    title = str(m.Procedure(procedure).label)
    assert title in page
    assert f"{title}·" not in page
    assert "这类事项不要求" in page
