"""What the law asks of the meeting that decides, and of what comes before issue."""

import datetime as dt
from typing import Any

import pytest
from django.utils import timezone
from django_fsm import TransitionNotAllowed

from decisions import models as m
from decisions.requirements import registry
from tests.plain import findings
from tests.refusals import met, recorded, see_refused, without
from tests.story import MEMBERS, Story, views
from workflow.door import perform
from workflow.intake import Invalid
from workflow.refusals import Outdated


def test_the_papers_of_article_29_are_there(told: Story) -> None:
    """`deliberation.file_complete`: every one was asked for before; the rule stands by itself."""
    told.before("submit_for_deliberation")
    assert met(told, "deliberation.file_complete")
    for paper in (m.AdoptionReport, m.ExpertConclusion, m.RiskAssessment, m.CounselOpinion):
        found = without(told, paper).facts
        assert not registry["deliberation.file_complete"].met(found)
        assert paper.label() in registry["deliberation.file_complete"].lack_in(found)


@pytest.mark.parametrize("presence", ["recused", "absent"])
def test_who_is_recused_or_away_neither_speaks_nor_takes_a_side(told: Story, presence: str) -> None:
    """`deliberation.recusal_kept`."""
    told.before("record_deliberation")
    see_refused(
        told, "record_deliberation", "chenhaining", "deliberation.recusal_kept",
        views=views(fengjianing={"presence": presence}),
    )  # fmt: skip
    away = {"presence": presence, "turn": None, "stance": ""}
    told.do("record_deliberation", "chenhaining", views=views(fengjianing=away))


@pytest.mark.parametrize("left_out", [{"turn": None}, {"stance": ""}], ids=["turn", "stance"])
def test_every_member_present_speaks(told: Story, left_out: dict[str, Any]) -> None:
    """`deliberation.all_spoke`."""
    told.before("record_deliberation")
    see_refused(
        told, "record_deliberation", "chenhaining", "deliberation.all_spoke",
        views=views(tanying=left_out),
    )  # fmt: skip
    told.do("record_deliberation", "chenhaining")


def test_dissent_is_recorded_in_its_own_words(told: Story) -> None:
    """`deliberation.dissent_recorded`."""
    told.before("record_deliberation")
    against = {"stance": "against", "words": ""}
    see_refused(
        told, "record_deliberation", "chenhaining", "deliberation.dissent_recorded",
        views=views(tanying=against),
    )  # fmt: skip
    told.do(
        "record_deliberation", "chenhaining",
        views=views(tanying={**against, "words": "影响外卖骑手的生计。"}),
    )  # fmt: skip


def test_a_meeting_that_adopts_with_changes_says_which(told: Story) -> None:
    """`deliberation.changes_stated`."""
    told.before("record_deliberation")
    changed: dict[str, Any] = {"outcome": "approved_in_principle"}
    see_refused(
        told, "record_deliberation", "chenhaining", "deliberation.changes_stated", **changed
    )  # fmt: skip
    told.do("record_deliberation", "chenhaining", **changed, changes="第一条改一个词。")


def test_changes_are_filed_and_confirmed_before_they_are_adopted(told: Story) -> None:
    """`deliberation.amendment_filed`, `deliberation.amendment_confirmed`; behind the door the transition refuses."""
    by = told.reach("confirm_amendment")
    assert not met(told, "deliberation.amendment_confirmed")
    told.do("confirm_amendment", by)
    assert met(told, "deliberation.amendment_confirmed")
    case = without(told, m.AmendmentConfirmation)
    assert not registry["deliberation.amendment_confirmed"].met(case.facts)
    with pytest.raises(TransitionNotAllowed):
        case.decide()


def test_only_an_executive_or_plenary_meeting_decides(told: Story) -> None:
    """`deliberation.proper_meeting`."""
    told.before("schedule_deliberation")
    see_refused(
        told, "schedule_deliberation", "chenhaining", "deliberation.proper_meeting",
        meeting="other",
    )  # fmt: skip
    told.do("schedule_deliberation", "chenhaining", meeting="plenary")


def test_a_meeting_before_its_agenda_has_not_discussed_the_matter(told: Story) -> None:
    """`deliberation.proper_meeting`, of the day."""
    told.before("record_deliberation")
    told.now += dt.timedelta(days=5)
    before = timezone.localdate(m.Agenda.objects.latest("seq").at) - dt.timedelta(days=1)
    see_refused(
        told, "record_deliberation", "chenhaining", "deliberation.proper_meeting", held_on=before
    )  # fmt: skip
    told.do("record_deliberation", "chenhaining")


def test_a_meeting_that_is_still_to_come_is_not_recorded(told: Story) -> None:
    told.before("record_deliberation")
    tomorrow = told.today + dt.timedelta(days=1)
    with pytest.raises(Invalid) as refused:
        told.do("record_deliberation", "chenhaining", held_on=tomorrow)
    assert set(refused.value.intake.errors) == {"held_on"}


def test_nobody_signs_a_draft_that_he_has_not_read(told: Story) -> None:
    """The door itself compares the draft that was read with the one before the case."""
    told.before("conclude_legality_review")
    case = told.known_case
    with pytest.raises(Outdated):
        perform(
            "conclude_legality_review", case, told.actor("yanpeiyi", "conclude_legality_review"),
            findings(), told.now, seen="sha256:another",
        )  # fmt: skip
    assert recorded(case) == ("conclude_legality_review", {"door.draft"})


def test_half_of_the_members_are_there(told: Story) -> None:
    """`deliberation.quorum`: four of eight are enough, three are not; a recusal is an absence."""
    told.before("record_deliberation")
    away = {"presence": "absent", "turn": None, "stance": ""}
    four = dict.fromkeys(MEMBERS[:4], away)
    recused = {"fengjianing": {**away, "presence": "recused"}}
    see_refused(
        told, "record_deliberation", "chenhaining", "deliberation.quorum",
        views=views(**four, **recused),
    )  # fmt: skip
    assert told.do("record_deliberation", "chenhaining", views=views(**four)).case.state == (
        "deliberated"
    )


@pytest.mark.parametrize("turn", [1, 7, None], ids=["first", "with another", "never"])
def test_the_head_speaks_last(told: Story, turn: int | None) -> None:
    """`deliberation.head_last`."""
    told.before("record_deliberation")
    silent = {"deliberation.all_spoke"} if turn is None else set()
    see_refused(
        told, "record_deliberation", "chenhaining", "deliberation.head_last", *silent,
        views=views(fanglicheng={"turn": turn}),
    )  # fmt: skip
    told.do("record_deliberation", "chenhaining")


def test_a_decision_against_the_majority_has_its_reason(told: Story) -> None:
    """`deliberation.reason_against_majority`: a tie is no majority for the draft."""
    told.before("record_deliberation")
    against = {"stance": "against", "words": "时机不成熟。"}
    four = dict.fromkeys(MEMBERS[:4], against)
    refused = "deliberation.reason_against_majority"
    see_refused(told, "record_deliberation", "chenhaining", refused, views=views(**four))
    told.do("record_deliberation", "chenhaining", views=views(**four), reason="事关安全。")


def test_a_rejection_against_the_majority_has_its_reason_too(told: Story) -> None:
    """`deliberation.reason_against_majority`."""
    told.before("record_deliberation")
    refused = "deliberation.reason_against_majority"
    see_refused(told, "record_deliberation", "chenhaining", refused, outcome="rejected")
    told.do("record_deliberation", "chenhaining", outcome="rejected", reason="财力不足。")


def test_the_party_committee_is_reported_to_before_issue(told: Story) -> None:
    """`issue.party_reported`.

    Behind the door the rule and the transition refuse by themselves.
    """
    told.before("report_to_party_committee")
    see_refused(told, "issue_decision", "fanglicheng", "issue.party_reported")
    assert not met(told, "issue.party_reported")
    told.until("report_to_party_committee")
    assert met(told, "issue.party_reported")
    with pytest.raises(TransitionNotAllowed):
        without(told, m.PartyReport).issue()
