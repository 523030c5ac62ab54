"""Two act at the same moment: one wins and the other is told, or both are done in turn."""

import datetime as dt
import io
import uuid
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from threading import Barrier

import pytest
import time_machine
from django.core.management import call_command
from django.db import connection
from django.test import Client
from viewflow.workflow.models import Task

from archive.models import LedgerEntry
from decisions.models import Case, Comment, RiskDetermination
from tests.desk import Desk
from tests.statute import lacks
from tests.story import Story
from workflow.acts import registry
from workflow.audit import differences
from workflow.door import Receipt, perform
from workflow.refusals import Refused, Repeated, Unmet, WrongState

Knock = Callable[[], object]
PATIENCE = 60
"""Seconds after which two who wait for each other are taken to do so for ever."""


@pytest.fixture
def told(committed_district: None) -> Story:
    """Begin a story that other connections see."""
    return Story()


def together(*knocks: Knock) -> list[object]:
    """Let all of them knock at once; return each one's receipt or refusal."""
    ready = Barrier(len(knocks))

    def go(knock: Knock) -> object:
        try:
            ready.wait(10)
            return knock()
        except Refused as refusal:
            return refusal
        finally:
            connection.close()

    with ThreadPoolExecutor(len(knocks)) as threads:
        return list(threads.map(go, knocks, timeout=PATIENCE))


def knock(told: Story, act: str, by: str, **data: object) -> Knock:
    """Make ready to do an act; whoever does it has read the case before."""
    case, actor = told.known_case, told.actor(by, act)
    given, at = {**told.data(act), **data}, told.now + dt.timedelta(days=1)
    return lambda: perform(act, case, actor, given, at)


def test_one_of_two_same_acts_wins(told: Story) -> None:
    told.until("study_proposal")
    done = together(*(knock(told, "classify", "chenhaining") for _n in range(2)))
    assert sorted(map(type, done), key=str) == [Receipt, WrongState]
    assert told.known_case.state == "classified"
    assert list(differences()) == []


def test_one_of_two_contrary_acts_wins(told: Story) -> None:
    told.until("publish_catalogue")
    done = together(knock(told, "initiate", "fanglicheng"), knock(told, "decline", "fanglicheng"))
    assert {type(found) for found in done} == {Receipt, WrongState}
    assert list(differences()) == []


def test_two_branches_of_consultation_end_at_once(told: Story) -> None:
    """Both are done, and what comes after the last of them is listed once."""
    told.before("conclude_expert_argument")
    told.told += 1
    told.before("determine_risk")
    done = together(
        knock(told, "conclude_expert_argument", "huoqishan"),
        knock(told, "determine_risk", "luojianping"),
    )
    assert [type(found) for found in done] == [Receipt, Receipt]
    next_up = Task.objects.filter(flow_task__endswith="submit_for_department_review")
    assert next_up.count() == 1
    assert list(differences()) == []


def test_eight_opinions_at_once_are_all_taken_in(told: Story) -> None:
    told.until("open_public_input")
    case, at = told.known_case, told.now + dt.timedelta(hours=1)
    done = together(
        *(lambda: perform("receive_comment", case, None, told.data("receive_comment"), at),) * 8
    )
    assert [type(found) for found in done] == [Receipt] * 8
    assert list(LedgerEntry.objects.filter(case=case).values_list("seq", flat=True)) == list(
        range(1, case.length + 9)
    )
    assert list(differences()) == []


def test_cases_opened_at_once_get_each_its_number(told: Story) -> None:
    actor, data = told.actor("huoqishan", "propose"), told.data("propose")
    done = together(*(lambda: perform("propose", None, actor, data, told.now),) * 4)
    assert [type(found) for found in done] == [Receipt] * 4
    numbers = Case.objects.order_by("number").values_list("number", flat=True)
    assert list(numbers) == [f"HZ-2026-{n:03}" for n in range(1, 5)]


def test_one_form_in_two_tabs_counts_once(told: Story) -> None:
    told.until("propose")
    case, actor = told.known_case, told.actor("chenhaining", "study_proposal")
    form, data, at = uuid.uuid4(), told.data("study_proposal"), told.now + dt.timedelta(hours=1)
    done = together(*(lambda: perform("study_proposal", case, actor, data, at, once=form),) * 2)
    assert sorted(map(type, done), key=str) == [Receipt, Repeated]


# an act against a redraft


def redraft(told: Story) -> Knock:
    """Make ready to change the matter under everybody's hands."""
    return knock(told, "file_draft", "huoqishan", text="第一条　全天限行。", reason="范围扩大。")


@pytest.mark.parametrize(
    ("before", "nth", "act", "by"),
    [
        ("determine_risk", 1, "determine_risk", "luojianping"),
        ("submit_for_legality_review", 1, "submit_for_legality_review", "huoqishan"),
        ("conclude_legality_review", 1, "conclude_legality_review", "yanpeiyi"),
        ("submit_for_deliberation", 1, "submit_for_deliberation", "huoqishan"),
        ("schedule_deliberation", 1, "schedule_deliberation", "chenhaining"),
    ],
)
def test_what_is_done_against_a_redraft_is_done_before_it_or_not_at_all(
    told: Story, before: str, nth: int, act: str, by: str
) -> None:
    """Nobody's word on one draft becomes a word on another."""
    told.before(before, nth)
    old = told.known_case.draft_id
    done = together(redraft(told), knock(told, act, by))
    assert all(isinstance(found, Receipt | Refused) for found in done), done
    records = registry[act].record._default_manager.filter(case=told.case)
    said = {record.draft_id for record in records}
    assert said <= {old}
    assert lacks(told.known_case.pk) == []
    assert list(differences()) == []


# over HTTP


class Posted:
    """The page of an act, filled in and about to be handed in."""

    def __init__(self, told: Story, act: str, by: str, **changes: object) -> None:
        """Open the page now; what happens meanwhile is for the site to notice."""
        self.desk, self.act = Desk(by, told), act
        self.page = self.desk.fill(act, **changes)

    def __call__(self) -> int:
        """Hand it in; return the answer's status."""
        return int(self.desk.hand_in(self.act, self.page).status_code)


def rows(act: str, told: Story) -> int:
    """Return how many records of an act a case has."""
    return int(registry[act].record._default_manager.filter(case=told.case).count())


def test_one_of_two_same_pages_wins(told: Story) -> None:
    told.until("study_proposal")
    pages = [Posted(told, "classify", "chenhaining") for _n in range(2)]
    assert sorted(together(*pages), key=str) == [303, 409]
    assert rows("classify", told) == 1
    assert list(differences()) == []


def test_one_page_handed_in_twice_counts_once(told: Story) -> None:
    told.until("propose")
    page = Posted(told, "study_proposal", "chenhaining")
    assert sorted(together(page, page), key=str) == [303, 409]
    assert rows("study_proposal", told) == 1


def test_two_pages_end_the_last_two_branches(told: Story) -> None:
    told.before("conclude_expert_argument")
    told.told += 1
    told.before("determine_risk")
    done = together(
        Posted(told, "conclude_expert_argument", "huoqishan"),
        Posted(told, "determine_risk", "luojianping"),
    )
    assert done == [303, 303]
    next_up = Task.objects.filter(flow_task__endswith="submit_for_department_review")
    assert next_up.count() == 1
    assert list(differences()) == []


def test_a_page_against_a_redraft_is_handed_in_before_it_or_refused(told: Story) -> None:
    told.before("determine_risk")
    old = told.known_case.draft_id
    changes = {"text": "第一条　全天限行。", "reason": "范围扩大。"}
    drafted, determined = together(
        Posted(told, "file_draft", "huoqishan", **changes),
        Posted(told, "determine_risk", "luojianping"),
    )
    assert (drafted, determined) in ((303, 303), (303, 409), (409, 303))
    assert {found.draft_id for found in RiskDetermination.objects.all()} <= {old}
    assert list(differences()) == []


def test_eight_citizens_write_at_once(told: Story) -> None:
    """Each opinion is taken in, or the writer is told that the time is over; nothing breaks."""
    told.until("open_public_input")
    number = told.known_case.number

    def write() -> int:
        opinion = {"stance": "suggest", "text": "建议设过渡期。", "once": str(uuid.uuid4())}
        return int(Client().post(f"/public/{number}/", opinion).status_code)

    with time_machine.travel(told.now + dt.timedelta(hours=1), tick=False):
        answers = together(*(write,) * 8)
    assert answers == [302] * 8
    assert Comment.objects.filter(case=told.case).count() == 8
    # They were recorded on a day long ago, and no checkpoint has been made since.
    call_command("checkpoint", stdout=io.StringIO())
    assert list(differences()) == []


# the end of a dossier


def test_one_of_two_disposals_wins(told: Story, stamped: None, years_on: None) -> None:
    told.reach("dispose_dossier")
    done = together(*(knock(told, "dispose_dossier", "liangqiuyue") for _n in range(2)))
    assert sorted(map(type, done), key=str) == [Receipt, Unmet]
    assert rows("dispose_dossier", told) == 1
    assert list(differences()) == []


def test_a_hold_against_a_disposal_comes_before_it_or_too_late(
    told: Story, stamped: None, years_on: None
) -> None:
    told.reach("dispose_dossier")
    done = together(
        knock(told, "dispose_dossier", "liangqiuyue"), knock(told, "place_hold", "zhouhuimin")
    )
    assert {type(found) for found in done} == {Receipt, Unmet}
    assert list(differences()) == []


def test_one_of_two_supplements_wins(told: Story, stamped: None) -> None:
    told.until("transfer_dossier")
    done = together(*(knock(told, "seal_supplement", "liangqiuyue") for _n in range(2)))
    assert sorted(map(type, done), key=str) == [Receipt, Unmet]
    assert rows("seal_supplement", told) == 1
