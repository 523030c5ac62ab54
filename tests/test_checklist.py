"""All that the law asks of a case: told at once for an act, and step by step on the case's page."""

import dataclasses
import re
from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from archive import ledger
from archive.models import LedgerEntry
from bench.large import closed, large
from decisions.facts import Facts
from decisions.models import Comment, Evidence, Step
from decisions.requirements import registry
from decisions.rules.public_input import unanswered
from decisions.states import State
from tests.desk import Desk, text
from tests.story import Story
from workflow.acts import registry as acts
from workflow.ahead import ahead, onward
from workflow.audit import differences
from workflow.checklist import Checklist, Item, step_of, unmet
from workflow.door import perform
from workflow.past import past
from workflow.refusals import Unmet
from workflow.roster import Roster


def ids(story: Story, act: str, **more: Any) -> list[str]:
    """Return the ids of what an act lacks now."""
    return [one.id for one in unmet(story.known_case, act, story.now, **more)]


def listed(story: Story, *waiting: str) -> dict[str, Item]:
    """Return the checklist of a story's case by id; `waiting` are the acts that wait."""
    case = story.known_case
    facts = Facts(case, story.now).whole()
    now = [acts[name] for name in waiting]
    items = Checklist(facts, past(facts), Roster(case, facts.day), now).items()
    found = {item.requirement.id: item for item in items}
    assert len(found) == len(items)
    return found


# one act


def test_all_that_an_act_lacks_is_told_at_once(told: Story) -> None:
    told.until("open_public_input")
    lacking = ids(told, "submit_for_legality_review")
    assert {"public_input.held", "risk.assessed", "experts.argued_when_technical"} <= {*lacking}


@pytest.mark.parametrize(
    ("after", "act", "by"),
    [
        ("determine_steps", "submit_for_legality_review", "huoqishan"),
        ("close_public_input", "publish_adoption_report", "huoqishan"),
        ("submit_for_legality_review", "record_department_meeting", "shaoweixiong"),
        ("open_public_input", "close_public_input", "huoqishan"),
    ],
)
def test_what_is_told_beforehand_is_what_the_door_refuses(
    told: Story, after: str, act: str, by: str
) -> None:
    told.until(after)
    actor = told.actor(by, act)
    lacking = ids(told, act, actor=actor)
    with pytest.raises(Unmet) as refused:
        perform(act, told.known_case, actor, told.data(act), told.now)
    assert lacking == list(refused.value.ids) != []


def test_nothing_is_told_of_an_act_that_may_be_done(told: Story) -> None:
    by = told.reach("submit_for_deliberation")
    assert ids(told, "submit_for_deliberation") == []
    assert told.do("submit_for_deliberation", by).entry.accepted


def test_it_is_judged_for_somebody_who_may_do_it_unless_a_person_is_named(told: Story) -> None:
    told.before("conclude_legality_review", nth=2)
    assert "legality.independent" not in ids(told, "conclude_legality_review")
    author = told.actor("huoqishan", "file_draft")
    assert "legality.independent" in ids(told, "conclude_legality_review", actor=author)


def test_to_ask_changes_nothing(told: Story) -> None:
    told.until("determine_steps")
    case = told.known_case
    unmet(case, acts["submit_for_legality_review"], told.now)
    assert case.facts is None
    assert case.length == LedgerEntry.objects.filter(case=case).count()


# the whole case


def test_each_requirement_of_the_way_is_listed_once_in_the_order_of_the_steps(told: Story) -> None:
    told.until("initiate")
    steps = [item.step for item in listed(told).values()]
    assert steps == sorted(steps, key=list(Step).index)
    assert {"initiation.decided", "deliberation.quorum", "dossier.complete"} <= {*listed(told)}


def test_every_requirement_belongs_to_a_step() -> None:
    assert step_of(registry["public_input.held"]) == Step.PUBLIC_INPUT
    assert step_of(registry["issue.party_reported"]) == Step.DECISION
    assert {step_of(one) for one in registry.values()} <= {*Step}


def test_what_is_missing_now_is_told_from_what_is_not_due(told: Story) -> None:
    told.until("close_public_input")
    items = listed(told, "publish_adoption_report")
    assert items["public_input.answered"].standing == "lack"
    assert items["public_input.held"].standing == "done"
    assert items["deliberation.quorum"].standing == "wait"
    assert items["legality.independent"].standing == "wait"


def test_a_step_that_does_not_apply_asks_for_nothing(told: Story) -> None:
    told.until("determine_steps")
    assert listed(told)["hearing.held_when_required"].standing == "waived"
    other = Story().before("determine_steps")
    other.do("determine_steps", "huoqishan", hearing=True)
    assert listed(other, "announce_hearing")["hearing.held_when_required"].standing == "lack"


def test_a_requirement_of_another_procedure_does_not_apply(
    told: Story, monkeypatch: pytest.MonkeyPatch
) -> None:
    told.until("determine_steps")
    assert listed(told, "determine_risk")["risk.controllable"].standing == "lack"
    other = dataclasses.replace(registry["risk.controllable"], only=("normative",))
    monkeypatch.setitem(registry, "risk.controllable", other)
    assert listed(told, "determine_risk")["risk.controllable"].standing == "waived"


def test_the_checklist_can_be_told_at_every_moment_of_a_case(told: Story, stamped: None) -> None:
    for beat in told.beats:
        told.until(beat.act, sum(one.act == beat.act for one in told.beats[: told.told + 1]))
        assert listed(told, *(act for act in acts if act == beat.act)), beat.act


def test_a_redraft_asks_again_for_what_was_met(told: Story) -> None:
    told.until("determine_risk")
    assert listed(told)["risk.controllable"].standing == "done"
    told.do("file_draft", "huoqishan", reason="范围扩大。", material=True)
    assert listed(told)["risk.controllable"].standing == "wait"


def test_a_closed_case_has_met_what_its_acts_had_to_meet(told: Story) -> None:
    told.until("close_case")
    standing = {id: item.standing for id, item in listed(told).items()}
    asked = {
        one.id
        for entry in LedgerEntry.objects.filter(case=told.known_case, tenure__isnull=False)
        for one in acts[entry.act].asked(entry.state_before, entry.state_after)
    }
    assert {standing[id] for id in asked} <= {"done", "waived"}
    assert "lack" not in standing.values()


def test_a_declined_case_is_asked_for_nothing_more(told: Story) -> None:
    told.do("propose", "huoqishan")
    told.do("decline", "fanglicheng")
    assert {item.standing for item in listed(told).values()} <= {"done", "waived"}


# what is ahead


def test_nothing_that_is_past_is_ahead(told: Story) -> None:
    told.until("submit_for_deliberation")
    names = {act.name for act, _state in ahead(told.known_case)}
    assert {"schedule_deliberation", "seal_dossier"} <= names
    assert names.isdisjoint({"initiate", "file_options", "decline", "terminate_case"})


@pytest.mark.parametrize("state", [State.SUSPENDED, State.EXECUTING, State.TERMINATED])
def test_from_beside_the_way_a_case_goes_on(state: State) -> None:
    assert State.ARCHIVED in onward(state)
    assert State.RESEARCHING not in onward(state)


def test_from_the_end_nothing_leads_on() -> None:
    assert onward(State.ARCHIVED) == {State.ARCHIVED}


# the page


def fold(page: str, step: Step) -> str:
    """Return the part of the page that one step's requirements stand in."""
    folds: list[str] = re.findall(r"<details class=\"demands\".*?</details>", page, re.DOTALL)
    return next(one for one in folds if f"<b>{step.label}</b>" in one)


def test_the_page_shows_each_step_with_what_is_met_and_what_is_not(told: Story) -> None:
    told.until("close_public_input")
    page = text(Desk("huoqishan", told).browser.get(told.known_case.get_absolute_url()))
    public, later = fold(page, Step.PUBLIC_INPUT), fold(page, Step.DELIBERATION)
    assert public.startswith('<details class="demands" open>')
    assert not later.startswith('<details class="demands" open>')
    missing = public.index("还有2条公众意见没有写明处理结果和理由。")
    assert missing < public.index("结束公开征求意见")
    assert "条例第十八条" in public
    assert "霍启山" in public
    assert "由常务会议或者全体会议讨论" in later


def test_the_page_says_by_which_act_a_requirement_was_met_and_when(told: Story) -> None:
    told.until("determine_risk")
    done = LedgerEntry.objects.get(case=told.known_case, act="determine_risk")
    page = text(Desk("chenhaining", told).browser.get(told.known_case.get_absolute_url()))
    assert f"/{done.seq}/" in fold(page, Step.RISK)


def test_what_is_judged_no_more_was_met_by_what_came_before(told: Story) -> None:
    told.until("submit_for_deliberation")
    reviews = LedgerEntry.objects.filter(case=told.known_case, act="conclude_legality_review")
    department, government = reviews.order_by("seq").values_list("seq", flat=True)
    facts = Facts(told.known_case, told.now).whole()
    item = listed(told)["legality.department_reviewed"]
    met, last = (past(facts).last(item.mend.name, until) for until in (item.judged, None))
    assert (met and met.seq, last and last.seq) == (department, government)


def test_the_page_says_by_when_a_requirement_can_be_met(told: Story) -> None:
    told.until("open_public_input")
    page = text(Desk("huoqishan", told).browser.get(told.known_case.get_absolute_url()))
    assert re.search(r"最早(2026年)?4月\d+日", fold(page, Step.PUBLIC_INPUT))


# a large case


@pytest.fixture
def many(district: None) -> Story:
    """Tell a case with more opinions and papers than a page shows."""
    return large(250, 75)


def queries(desk: Desk) -> int:
    desk.browser.get(desk.address())
    with CaptureQueriesContext(connection) as caught:
        assert desk.browser.get(desk.address()).status_code == 200
    return len(caught)


def test_a_large_case_is_as_the_door_would_have_left_it(many: Story) -> None:
    case = many.known_case
    assert not list(differences(case))
    assert not list(ledger.breaks(LedgerEntry.objects.filter(case=case).order_by("seq")))
    assert Comment.objects.filter(case=case, answer__isnull=True).count() == 125


def test_a_large_case_is_judged_in_ten_queries(many: Story) -> None:
    with CaptureQueriesContext(connection) as caught:
        facts = Facts(many.known_case, many.now, many.actor("linjingyi", "accept_legality_file"))
        facts.whole()
        for requirement in registry.values():
            requirement.met(facts)
    assert len(caught) <= 10
    assert unanswered(facts) == 125


def test_the_page_of_a_large_case_takes_as_many_queries_as_that_of_a_small_one(
    many: Story,
) -> None:
    small = Story().until("close_public_input")
    assert queries(Desk("huoqishan", many)) <= queries(Desk("huoqishan", small)) + 2 <= 25


def test_the_page_of_a_large_case_stays_short(many: Story) -> None:
    desk = Desk("huoqishan", many)
    page = desk.browser.get(desk.address())
    assert len(page.context["evidence"]) == len(page.context["records"]) == 20
    in_all = Evidence.objects.filter(case=many.known_case).count()
    assert page.context["evidence"].paginator.count == in_all > 20
    older = text(desk.browser.get(desk.address(), {"evidence": "2"}))
    assert "签到表0" in older
    assert "签到表0" not in text(page)


def test_the_page_of_a_large_case_that_is_closed_takes_few_queries(many: Story) -> None:
    closed(many)
    assert queries(Desk("huoqishan", many)) <= 25


def test_who_answered_opinions_stands_among_those_who_acted(many: Story) -> None:
    desk = Desk("huoqishan", many)
    acted = desk.browser.get(desk.address()).context["actors"]
    assert any("处理公众意见" in titles for _unit, _person, titles in acted)
