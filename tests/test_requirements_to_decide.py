"""What the law asks for from legality review to the dossier, each broken and mended."""

import datetime as dt
from pathlib import Path
from typing import Any

import pytest
from django_fsm import TransitionNotAllowed

from decisions import models as m
from decisions.requirements import gather, registry
from people.models import Person, Tenure
from tests.behind import unguarded
from tests.refusals import met, see_refused, without
from tests.story import Story, unit
from workflow.acts import registry as acts
from workflow.intake import Invalid

CONSULTED = "submit_for_legality_review"
PRINTED = {"dossier.current", "dossier.printable"}
"""What the printing of the dossier asks for; tested with it."""


# legality


def test_the_departments_own_legal_unit_comes_first(told: Story) -> None:
    """`legality.department_reviewed`."""
    told.before("conclude_legality_review")
    see_refused(
        told, "record_department_meeting", "shaoweixiong", "legality.department_reviewed"
    )  # fmt: skip
    told.do("conclude_legality_review", "yanpeiyi")
    told.do("record_department_meeting", "shaoweixiong")


def test_the_department_has_met(told: Story) -> None:
    """`deliberation.department_met`."""
    told.before("record_department_meeting")
    see_refused(told, CONSULTED, "huoqishan", "deliberation.department_met")
    told.do("record_department_meeting", "shaoweixiong")
    told.do(CONSULTED, "huoqishan")


def test_a_file_is_taken_in_before_it_is_judged(told: Story) -> None:
    """`legality.accepted`: an unlawful conclusion too is given on a file taken in."""
    told.before("accept_legality_file")
    told.do("file_counsel_opinion", "liangqiwen")
    see_refused(
        told, "conclude_legality_review", "linjingyi", "legality.accepted",
        conclusion="unlawful", days=20,
    )  # fmt: skip
    told.do("accept_legality_file", "linjingyi")
    told.do("conclude_legality_review", "linjingyi", days=20)


def test_a_file_returned_is_taken_in_again(told: Story) -> None:
    """`legality.accepted`, `legality.min_days`: however long the file was there before."""
    told.until("accept_legality_file")
    told.do("return_legality_file", "linjingyi", days=20)
    told.do(CONSULTED, "huoqishan")
    see_refused(
        told, "conclude_legality_review", "linjingyi",
        "legality.accepted", "legality.min_days", "legality.counsel_heard",
    )  # fmt: skip
    told.do("file_counsel_opinion", "liangqiwen")
    told.do("accept_legality_file", "linjingyi")
    told.do("conclude_legality_review", "linjingyi")


def on_monday(told: Story) -> Story:
    """Tell the story to where the file is taken in on Monday 6 July; no holiday is near."""
    told.before("accept_legality_file")
    monday = dt.date(2026, 7, 6)
    told.do("accept_legality_file", "linjingyi", days=(monday - told.today).days)
    return told


def test_the_days_stand_still_while_the_file_is_returned(told: Story) -> None:
    """`legality.min_days`: three days before, four after; no day in between counts."""
    on_monday(told)
    told.do("return_legality_file", "linjingyi", days=4)
    told.do(CONSULTED, "huoqishan", days=10)
    told.do("accept_legality_file", "linjingyi", days=1)
    assert told.today == dt.date(2026, 7, 21)
    told.do("file_counsel_opinion", "liangqiwen")
    refused = see_refused(
        told, "conclude_legality_review", "linjingyi", "legality.min_days", days=3
    )
    assert "规定7个工作日，已用6个，最早2026年7月27日可以签署" in str(refused.sentences)
    told.do("conclude_legality_review", "linjingyi", days=3)


def test_the_days_of_a_new_draft_start_anew(told: Story) -> None:
    """`legality.min_days`: what was used on the draft before does not count for the next."""
    on_monday(told)
    told.do("return_legality_file", "linjingyi", days=20)
    told.do("file_draft", "huoqishan", material=False)
    told.do("determine_steps", "huoqishan")
    told.do(CONSULTED, "huoqishan")
    told.do("conclude_legality_review", "yanpeiyi")
    told.do("record_department_meeting", "shaoweixiong")
    told.do(CONSULTED, "huoqishan")
    told.do("accept_legality_file", "linjingyi")
    told.do("file_counsel_opinion", "liangqiwen")
    see_refused(told, "conclude_legality_review", "linjingyi", "legality.min_days", days=7)
    told.do("conclude_legality_review", "linjingyi", days=7)


def test_the_review_takes_seven_working_days(told: Story) -> None:
    """`legality.min_days`: taken in on a Monday, lawful from the Wednesday of the next week."""
    told.until("accept_legality_file")
    monday = (7 - told.today.weekday()) % 7
    told.do("return_legality_file", "linjingyi")
    told.do(CONSULTED, "huoqishan", days=monday)
    told.do("accept_legality_file", "linjingyi")
    told.do("file_counsel_opinion", "liangqiwen")
    assert told.today.weekday() == 0
    see_refused(told, "conclude_legality_review", "linjingyi", "legality.min_days", days=8)
    told.do("conclude_legality_review", "linjingyi", days=1)


def test_who_drafted_does_not_review(told: Story) -> None:
    """`legality.independent`, by person: the drafter is given the reviewer's post."""
    told.before("conclude_legality_review", 2)
    give_post(told, "huoqishan", "linjingyi")
    see_refused(told, "conclude_legality_review", "huoqishan", "legality.independent", days=20)
    told.do("conclude_legality_review", "linjingyi")


def test_whose_unit_undertakes_does_not_review(told: Story) -> None:
    """`legality.independent`, by unit: the reviewers' own bureau undertakes the matter."""
    told.before("conclude_legality_review", 2)
    with unguarded():
        m.Case.objects.update(undertaking_unit=unit("SFJ"))
    see_refused(told, "conclude_legality_review", "linjingyi", "legality.independent", days=20)
    told.do("conclude_legality_review", "oushaoming")


def give_post(told: Story, to: str, of: str) -> None:
    """Let one person hold another's post too."""
    post = Tenure.objects.get(person__username=of).post
    Tenure.objects.create(person=Person.objects.get(username=to), post=post, starts_on=told.today)


def test_what_is_not_lawful_is_not_discussed(told: Story) -> None:
    """`legality.lawful`.

    A conclusion that is not lawful sends the case back, so the door never meets it on the way
    to the meeting; behind the door the rule and the transition refuse.
    """
    told.until("conclude_legality_review", 2)
    assert met(told, "legality.lawful")
    case = without(told, m.LegalityReview)
    assert not registry["legality.lawful"].met(case.facts)
    with pytest.raises(TransitionNotAllowed):
        case.submit_for_deliberation()


def test_an_exploratory_reform_states_its_legal_risk(told: Story) -> None:
    """`legality.lawful`: what is exploratory cannot even be signed without its risk."""
    told.before("conclude_legality_review", 2)
    with pytest.raises(Invalid) as refused:
        told.do(
            "conclude_legality_review", "linjingyi", days=20, conclusion="exploratory_risk_stated"
        )
    assert set(refused.value.intake.errors) == {"legal_risk"}


def test_a_conclusion_follows_from_its_findings(told: Story) -> None:
    told.before("conclude_legality_review", 2)
    with pytest.raises(Invalid) as refused:
        told.do("conclude_legality_review", "linjingyi", days=20, content="fails")
    assert set(refused.value.intake.errors) == {"conclusion"}


def test_an_exploratory_reform_with_its_legal_risk_goes_on(told: Story) -> None:
    """`legality.lawful`, mended."""
    told.before("conclude_legality_review", 2)
    stated: dict[str, Any] = {
        "conclusion": "exploratory_risk_stated",
        "legal_risk": "没有上位法依据。",
    }
    told.do("conclude_legality_review", "linjingyi", days=20, **stated)
    told.do("submit_for_deliberation", "huoqishan")


def test_what_goes_to_the_meeting_is_what_was_reviewed(told: Story) -> None:
    """`draft.current`.

    A new draft takes the case back to drafting, so the door never meets an old review on the
    way to the meeting; behind the door a draft changed after review is refused.
    """
    told.until("conclude_legality_review", 2)
    assert met(told, "draft.current")
    case = told.known_case
    gather(case, told.now)
    case.draft_id = 0
    assert not registry["draft.current"].met(case.facts)
    with pytest.raises(TransitionNotAllowed):
        case.submit_for_deliberation()


def test_the_file_under_review_is_complete(told: Story) -> None:
    """`legality.file_complete`: a draft whose explanation was lost on the way is returned."""
    told.until("conclude_expert_argument")
    told.do(
        "file_draft", "huoqishan", text="第一条　改写。", material=False, reason="文字。",
        explanation="",
    )  # fmt: skip
    told.do("determine_steps", "huoqishan")
    told.before("accept_legality_file")
    see_refused(told, "accept_legality_file", "linjingyi", "legality.file_complete")
    told.do("return_legality_file", "linjingyi")
    told.do("file_draft", "huoqishan", text="第一条　再改。", material=False, reason="补说明。")
    told.do("determine_steps", "huoqishan")
    told.told = told.place("submit_for_legality_review")
    told.until("accept_legality_file")


def test_counsel_is_heard_on_the_draft_under_review(told: Story) -> None:
    """`legality.counsel_heard`."""
    told.until("accept_legality_file")
    see_refused(
        told, "conclude_legality_review", "linjingyi", "legality.counsel_heard", days=15
    )  # fmt: skip
    told.do("file_counsel_opinion", "liangqiwen")
    told.do("conclude_legality_review", "linjingyi")


@pytest.mark.parametrize("finding", ["authority", "procedure", "content"])
def test_each_finding_has_its_reason(told: Story, finding: str) -> None:
    """`legality.findings_complete`."""
    told.before("conclude_legality_review", 2)
    see_refused(
        told, "conclude_legality_review", "linjingyi", "legality.findings_complete", days=15,
        **{f"{finding}_reason": ""},
    )  # fmt: skip
    told.do("conclude_legality_review", "linjingyi")


# the dossier


def test_a_dossier_is_complete(told: Story, stamped: None) -> None:
    """`dossier.complete`.

    Every paper is asked for before the case goes on, so the door never meets a gap at the end;
    behind the door the rule and the transition refuse.
    """
    told.determine(congress=True)
    told.until("confirm_minutes")
    told.do("report_to_congress", "chenhaining")
    told.until("close_case")
    assert met(told, "dossier.complete")
    for paper in (m.CongressReport, m.Minutes, m.Publication):
        case = without(told, paper)
        assert not registry["dossier.complete"].met(case.facts)
        with pytest.raises(TransitionNotAllowed):
            case.seal()


def test_a_dossier_with_every_paper_is_sealed(told: Story, stamped: None) -> None:
    """`dossier.complete`, mended: the report was made in its time."""
    told.determine(congress=True)
    told.until("confirm_minutes")
    told.do("report_to_congress", "chenhaining")
    assert told.until("seal_dossier").known_case.state == "archived"


def test_a_finding_follows_its_inquiry(told: Story) -> None:
    """`inquiry.opened`: and each inquiry has one."""
    told.until("publish_decision")
    see_refused(told, "file_finding", "zhouhuimin", "inquiry.opened")
    told.do("open_inquiry", "zhouhuimin")
    told.do("file_finding", "zhouhuimin")
    see_refused(told, "file_finding", "zhouhuimin", "inquiry.opened")


# all of it at once


def test_everything_missing_is_named_at_once(told: Story) -> None:
    told.until("determine_steps")
    see_refused(
        told, CONSULTED, "huoqishan",
        "steps.confirmed", "public_input.held", "public_input.feedback_published",
        "risk.assessed", "risk.assessor_independent", "risk.report_complete",
        "risk.controllable", "experts.argued_when_technical",
    )  # fmt: skip


def test_every_requirement_has_a_test_here() -> None:
    """By its id, in the docstring of a test or in a refusal that it sees."""
    written = "".join(path.read_text() for path in Path(__file__).parent.glob("test_*.py"))
    asked = {r.id for act in acts.values() for s in act.states for r in act.requirements(s)}
    untested = {id for id in {*registry, *asked} if id not in written}
    assert untested <= PRINTED
