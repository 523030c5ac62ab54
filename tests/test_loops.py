"""The ways back, aside and out.

After every act law and to-do list agree; at each end an audit finds no difference.
"""

import pytest

from archive.models import LedgerEntry
from decisions import models as m
from people.models import Organ
from tests.agreement import Watched, open_duties
from tests.plain import findings
from tests.refusals import see_refused
from tests.shelf import Shelf

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("stamped")]


@pytest.fixture
def told(district: None) -> Watched:
    """Begin a story that is watched."""
    return Watched()


def back_to(told: Watched, act: str, nth: int = 1) -> None:
    """Go on telling from an earlier beat."""
    told.told = told.place(act, nth)


def editorial(told: Watched) -> None:
    """File a draft that changes no more than wording; what was left out stays left out."""
    told.do("file_draft", "huoqishan", text="第一条　改写。", material=False, reason="文字。")
    told.do("determine_steps", "huoqishan")


def material(told: Watched) -> None:
    """File a draft that changes the matter."""
    told.do("file_draft", "huoqishan", text="第一条　全天限行。", reason="范围扩大。")
    told.do("determine_steps", "huoqishan")


CONSULTATION = {
    "confirm_steps",
    "open_public_input",
    "appoint_experts",
    "commission_risk_assessment",
}


def test_the_whole_way(told: Watched) -> None:
    told.until("transfer_dossier").ends("archived")
    assert not open_duties(told.known_case)


# back to drafting


def test_not_lawful_goes_back_and_round_again(told: Watched) -> None:
    told.before("conclude_legality_review", 2)
    told.do("conclude_legality_review", "linjingyi", **findings(conclusion="unlawful"))
    assert told.known_case.state == "researching"
    see_refused(told, "determine_steps", "huoqishan", "draft.filed")
    back_to(told, "file_draft")
    told.until("submit_for_deliberation").ends("submitted")


def test_lawful_after_change_repeats_only_the_reviews(told: Watched) -> None:
    told.before("conclude_legality_review", 2)
    told.do("conclude_legality_review", "linjingyi", **findings(conclusion="lawful_after_change"))
    editorial(told)
    assert open_duties(told.known_case) == {"submit_for_department_review"}
    back_to(told, "submit_for_legality_review")
    told.until("submit_for_deliberation").ends("submitted")


def test_a_material_change_opens_everything_again(told: Watched) -> None:
    told.until("conclude_legality_review", 2)
    material(told)
    assert open_duties(told.known_case) == CONSULTATION
    see_refused(
        told, "submit_for_legality_review", "huoqishan",
        "steps.confirmed", "public_input.held", "public_input.feedback_published",
        "risk.assessed", "risk.assessor_independent", "risk.report_complete",
        "risk.controllable", "experts.argued_when_technical",
    )  # fmt: skip
    back_to(told, "confirm_steps")
    told.until("submit_for_deliberation").ends("submitted")


def test_the_department_legal_unit_sends_back(told: Watched) -> None:
    told.before("conclude_legality_review")
    told.do("conclude_legality_review", "yanpeiyi", **findings(conclusion="unlawful"))
    editorial(told)
    back_to(told, "submit_for_legality_review")
    told.until("submit_for_deliberation").ends("submitted")


def test_the_department_meeting_sends_back(told: Watched) -> None:
    told.before("record_department_meeting")
    told.do("record_department_meeting", "shaoweixiong", agreed=False)
    told.ends("researching")


def test_a_second_look_of_the_legal_unit_sends_back_what_had_gone_on(told: Watched) -> None:
    """Done out of turn: the meeting's duty is withdrawn with it."""
    told.until("conclude_legality_review")
    told.do("conclude_legality_review", "yanpeiyi", **findings(conclusion="unlawful"))
    assert open_duties(told.known_case) == {"file_draft"}
    told.ends("researching")


@pytest.mark.parametrize("outcome", ["rejected", "withdrawn"])
def test_the_meeting_sends_back(told: Watched, outcome: str) -> None:
    told.before("record_deliberation")
    told.do("record_deliberation", "chenhaining", outcome=outcome, reason="会上说明。")
    assert told.known_case.state == "researching"
    editorial(told)
    back_to(told, "submit_for_legality_review")
    told.until("confirm_minutes").ends("decided")


def adopted_with_changes(told: Watched) -> None:
    """Tell the story to a meeting that adopts the draft with changes of wording."""
    told.before("record_deliberation")
    told.do(
        "record_deliberation", "chenhaining", outcome="approved_in_principle",
        changes="第一条“维护”改为“规范”。",
    )  # fmt: skip
    told.told += 1
    assert told.known_case.state == "amending"


def test_changes_of_wording_are_confirmed_by_counsel_and_adopted(told: Watched) -> None:
    adopted_with_changes(told)
    see_refused(told, "confirm_amendment", "liangqiwen", "deliberation.amendment_filed")
    told.do("file_draft", "huoqishan", text="第一条　规范道路交通秩序。", material=False)
    told.do("confirm_amendment", "liangqiwen")
    assert told.known_case.state == "deliberated"
    told.until("seal_dossier").ends("archived")


def test_changes_that_are_not_wording_go_round_again(told: Watched) -> None:
    adopted_with_changes(told)
    told.do("file_draft", "huoqishan", text="第一条　夜间也限行。", material=False)
    told.do("confirm_amendment", "liangqiwen", editorial=False)
    assert open_duties(told.known_case) == {"file_draft"}
    see_refused(
        told, "file_draft", "huoqishan", "adjustment.procedure_rerun",
        text="第一条　夜间限行。", material=False,
    )  # fmt: skip
    material(told)
    back_to(told, "confirm_steps")
    told.until("confirm_minutes").ends("decided")


def test_a_material_change_after_the_meeting_goes_round_again(told: Watched) -> None:
    adopted_with_changes(told)
    told.do("file_draft", "huoqishan", text="第一条　全天限行。")
    assert open_duties(told.known_case) == {"determine_steps"}
    told.ends("researching")


def test_a_text_filed_again_is_confirmed_as_it_then_stands(told: Watched) -> None:
    adopted_with_changes(told)
    for text in ("第一条　规范道路交通秩序。", "第一条　规范交通秩序。"):
        told.do("file_draft", "huoqishan", text=text, material=False)
        assert open_duties(told.known_case) == {"confirm_amendment"}
    told.do("confirm_amendment", "liangqiwen")
    told.until("confirm_minutes").ends("decided")


def test_what_is_not_confirmed_is_determined_anew(told: Watched) -> None:
    told.until("determine_steps")
    told.do("confirm_steps", "linjingyi", confirmed=False, reason="应当听证。")
    assert open_duties(told.known_case) == {"determine_steps"}
    told.do("determine_steps", "huoqishan", hearing=True)
    assert "announce_hearing" in open_duties(told.known_case)
    told.ends("consulting")


def test_an_assessment_made_under_other_rules_is_taken_over(told: Watched) -> None:
    """Nothing is assessed twice. Basis: 条例第二十二条."""
    told.before("commission_risk_assessment")
    see_refused(told, "adopt_risk_assessment", "huoqishan", "risk.prior_attached", attachments=())
    told.do("adopt_risk_assessment", "huoqishan")
    assert "determine_risk" in open_duties(told.known_case)
    assert "commission_risk_assessment" not in open_duties(told.known_case)
    back_to(told, "determine_risk")
    told.until("submit_for_legality_review").ends("department_review")


@pytest.mark.parametrize("outcome", ["postponed", "deliberate_again"])
def test_a_meeting_put_off_is_scheduled_again(told: Watched, outcome: str) -> None:
    told.before("record_deliberation")
    told.do("record_deliberation", "chenhaining", outcome=outcome)
    assert told.known_case.state == "submitted"
    back_to(told, "schedule_deliberation")
    told.until("confirm_minutes").ends("decided")


def test_an_uncontrollable_risk_is_drafted_away_and_assessed_again(told: Watched) -> None:
    told.before("determine_risk")
    told.do("determine_risk", "luojianping", controllable=False)
    see_refused(told, "submit_for_legality_review", "huoqishan", "risk.controllable")
    material(told)
    back_to(told, "confirm_steps")
    told.until("submit_for_legality_review").ends("department_review")


def test_an_editorial_change_does_not_make_a_risk_controllable(told: Watched) -> None:
    told.before("determine_risk")
    told.do("determine_risk", "luojianping", controllable=False)
    editorial(told)
    assert open_duties(told.known_case) == {"commission_risk_assessment"}
    told.ends("consulting")


def test_a_redraft_in_the_middle_of_consultation_begins_it_again(told: Watched) -> None:
    told.until("receive_comment")
    material(told)
    assert open_duties(told.known_case) == CONSULTATION
    see_refused(told, "receive_comment", None, "public_input.open")
    told.ends("consulting")


def test_opinions_on_an_earlier_draft_are_answered_too(told: Watched) -> None:
    told.until("receive_comment", 2)
    material(told)
    told.do("open_public_input", "huoqishan")
    told.do("close_public_input", "huoqishan", days=31)
    see_refused(told, "publish_adoption_report", "huoqishan", "public_input.answered")


# aside


def test_a_file_is_returned_for_completion(told: Watched) -> None:
    told.until("accept_legality_file")
    told.do("return_legality_file", "linjingyi")
    assert open_duties(told.known_case) == {"submit_for_legality_review"}
    back_to(told, "submit_for_legality_review", 2)
    told.until("submit_for_deliberation").ends("submitted")


def test_execution_is_suspended_and_resumed(told: Watched) -> None:
    told.until("assign_execution")
    told.do("report_problem", "huoqishan")
    told.do("suspend_execution", "fanglicheng")
    assert open_duties(told.known_case) == {"resume_execution"}
    told.do("resume_execution", "fanglicheng")
    told.until("close_case").ends("closed")


def test_an_evaluation_under_way_does_not_survive_a_suspension(told: Watched) -> None:
    told.until("commission_evaluation")
    told.do("report_problem", "huoqishan")
    told.do("suspend_execution", "fanglicheng")
    told.do("resume_execution", "fanglicheng")
    assert open_duties(told.known_case) == {"commission_evaluation"}
    told.ends("executing")


def test_publication_is_withheld(told: Watched) -> None:
    told.until("issue_decision")
    told.do("withhold_publication", "chenhaining")
    back_to(told, "assign_execution")
    told.until("seal_dossier").ends("archived")


def test_an_evaluation_leads_to_the_whole_procedure_again(told: Watched) -> None:
    told.before("conclude_follow_up")
    told.do("conclude_follow_up", "fanglicheng", outcome="adjust")
    assert open_duties(told.known_case) == {"file_draft"}
    back_to(told, "file_draft")
    told.before("issue_decision")
    number = {"document_number": "海府〔2026〕900号"}
    told.do("issue_decision", "fanglicheng", **number)
    told.told += 1
    told.until("seal_dossier").ends("archived")
    assert m.Decision.objects.count() == 2


def test_a_case_is_closed_without_an_evaluation(told: Watched, shelf: Shelf) -> None:
    """Where no rule demands one, and nothing has called for it."""
    Organ.objects.update(place="cn/guangdong/guangzhou/liwan")
    shelf.says("cn/guangdong/guangzhou/liwan", department_gate=True)
    told.until("report_execution")
    told.do("close_case", "chenhaining")
    assert open_duties(told.known_case) == {"seal_dossier"}
    told.ends("closed")


# out


@pytest.mark.parametrize("after", ["propose", "classify"])
def test_a_proposal_is_declined(told: Watched, after: str) -> None:
    told.until(after)
    told.do("decline", "fanglicheng")
    assert not open_duties(told.known_case)
    told.ends("declined")


def test_a_case_is_terminated_in_the_middle_of_consultation(told: Watched) -> None:
    told.until("appoint_experts")
    told.do("terminate_case", "fanglicheng")
    assert open_duties(told.known_case) == {"seal_dossier"}
    told.do("seal_dossier", "liangqiuyue")
    told.ends("archived")


# out of turn


def test_a_matter_is_classified_before_it_was_studied(told: Watched) -> None:
    told.until("propose")
    told.do("classify", "chenhaining")
    assert open_duties(told.known_case) == {"study_proposal"}
    see_refused(told, "initiate", "fanglicheng", "initiation.studied", "catalogue.listed")
    told.do("study_proposal", "chenhaining")
    assert open_duties(told.known_case) == {"initiate"}
    told.ends("classified")


def test_refusals_too_are_in_the_chain(told: Watched) -> None:
    told.until("propose")
    see_refused(told, "initiate", "fanglicheng", "door.state")
    told.until("study_proposal").ends("proposed")
    assert LedgerEntry.objects.filter(outcome="refused").count() == 1
