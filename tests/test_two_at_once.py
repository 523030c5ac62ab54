"""Two act at the same moment: one wins and the other is told, or both are done in turn."""

import datetime as dt
import uuid
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from threading import Barrier

import pytest
from django.db import connection
from viewflow.workflow.models import Task

from archive.models import LedgerEntry
from decisions.models import Case
from tests.story import Story
from workflow.audit import differences
from workflow.door import Receipt, perform
from workflow.refusals import Refused, Repeated, WrongState

Knock = Callable[[], Receipt]


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
        return list(threads.map(go, knocks))


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
