"""The deadlines of a case: which there are, what pages and dossier say, what waits and what is due."""

import datetime as dt
import html
import re
from typing import Any

import pytest
import time_machine
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import translation

from archive.dossier.contents import gather as contents
from decisions.deadlines import Deadline, binding, deadline_of, deadlines, history, registry
from decisions.facts import Facts
from decisions.models import Case, PublicInput
from people.models import Tenure
from tests.desk import Desk, text
from tests.refusals import see_refused
from tests.story import HOUR, Story
from workflow.acts import registry as acts
from workflow.deadlines import deadlines_of
from workflow.inbox import Urgency, tasks_of

DESCRIBED = [act.described for act in acts.values()]


def of(told: Story, id: str) -> Deadline:
    found = deadline_of(Facts(told.known_case, told.now), id)
    assert found
    return found


def on_monday(told: Story) -> Story:
    """Tell the story to where the file is taken in on Monday 6 July; no holiday is near."""
    told.before("accept_legality_file")
    days = (dt.date(2026, 7, 6) - told.today).days
    told.do("accept_legality_file", "linjingyi", days=days)
    return told


def read(page: Any) -> str:
    """Return what a page says, without its markup and the breaks of its source."""
    said = re.sub(r"<[^>]+>", " ", text(page))
    return re.sub(r"\s+", " ", html.unescape(said))


def opened(page: Any) -> str:
    """Return what the first computation on a page says once it is opened."""
    found = re.search(r"<details.*?</details>", text(page), re.DOTALL)
    assert found
    return html.unescape(found[0])


# which there are


def test_every_deadline_concerns_an_act_that_there_is() -> None:
    assert {clock.act for clock in registry.values()} <= set(acts)


def test_the_comment_period_waits_for_the_midnight_of_the_day_that_the_notice_names(
    told: Story,
) -> None:
    told.until("open_public_input")
    period, notice = of(told, "public_input.period"), PublicInput.objects.get()
    assert period.is_minimum
    assert period.day == notice.closes_on + dt.timedelta(days=1)
    assert period.term
    assert period.term.last == notice.closes_on


def test_a_material_change_puts_the_comment_period_out_of_date(told: Story) -> None:
    told.until("open_public_input")
    told.do("file_draft", "huoqishan", material=True)
    facts = Facts(told.known_case, told.now)
    assert deadlines(facts) == []
    assert [one.clock.id for one in history(facts)] == ["public_input.period"]


def test_the_review_waits_for_its_seventh_working_day(told: Story) -> None:
    on_monday(told)
    assert of(told, "legality.period").day == dt.date(2026, 7, 15)


def test_the_review_of_a_returned_file_holds_nobody_to_anything(told: Story) -> None:
    on_monday(told)
    told.do("return_legality_file", "linjingyi", days=4)
    facts = Facts(told.known_case, told.now)
    assert "legality.period" not in {one.clock.id for one in deadlines(facts)}
    assert history(facts)[-1].day is None


def test_materials_come_seven_days_before_the_hearing(told: Story) -> None:
    told.until("determine_steps")
    told.do("announce_hearing", "guanyingxin")
    told.do("publish_hearing_participants", "guanyingxin")
    told.do("deliver_hearing_materials", "guanyingxin", days=5)
    assert of(told, "hearing.materials").day == told.today + dt.timedelta(days=7)


def test_a_decision_is_published_within_twenty_working_days(told: Story) -> None:
    told.until("issue_decision")
    due = of(told, "publication.period")
    assert not due.is_minimum
    assert due.day
    assert due.term
    assert (due.term.length.number, due.term.left(due.day)) == (20, 0)


def test_a_day_is_allowed_from_the_one_on_and_up_to_the_other(told: Story) -> None:
    told.until("issue_decision")
    for id, before, after in (
        ("public_input.period", False, True),
        ("legality.period", False, True),
        ("publication.period", True, False),
    ):
        found, day = of(told, id), of(told, id).day
        assert day
        assert found.allows(day)
        assert found.allows(day - dt.timedelta(days=1)) is before
        assert found.allows(day + dt.timedelta(days=1)) is after


def test_what_is_assigned_is_due_on_the_day_that_the_assignment_names(told: Story) -> None:
    told.until("assign_execution")
    due = of(told, "execution.due")
    assert due.day == told.today + dt.timedelta(days=365)
    assert due.lines == [f"执行分工写明的最后一日是2027年{due.day:%-m月%-d日}。"]


def test_of_two_that_wait_the_later_counts_and_of_two_that_are_due_the_earlier(
    told: Story,
) -> None:
    told.until("assign_execution")
    due = of(told, "execution.due")
    waits = of(told, "public_input.period")
    assert due.day
    assert waits.day
    assert binding([due, waits], waits.day - dt.timedelta(days=1)) is waits
    assert binding([due, waits], waits.day) is due
    assert binding([], waits.day) is None


# what a refusal says


def test_a_notice_of_thirty_days_by_its_own_count_is_told_how_the_law_counts(told: Story) -> None:
    """`public_input.notice_days`, as in the cases C15 and C23."""
    told.before("open_public_input")
    closes = told.today + dt.timedelta(days=29)
    refused = see_refused(
        told, "open_public_input", "huoqishan", "public_input.notice_days", closes_on=closes
    )
    assert "按公布当天也计算才满30日；法定计算不含当天，还差1日" in refused.sentences[0]


def test_a_notice_still_shorter_is_told_by_how_much(told: Story) -> None:
    """`public_input.notice_days`."""
    told.before("open_public_input")
    closes = told.today + dt.timedelta(days=22)
    refused = see_refused(
        told, "open_public_input", "huoqishan", "public_input.notice_days", closes_on=closes
    )
    assert "还差8日才满30日" in refused.sentences[0]


# pages


COUNTED = "2026年7月6日，收件。当天不计入，从第二天算起（民法典第二百零一条）。"
IN_ENGLISH = "6 July 2026: receipt of the file. That day is not counted"


@pytest.mark.parametrize("act", ["", "conclude_legality_review", "accept_legality_file"])
def test_the_review_can_be_opened_to_see_how_its_end_was_counted(told: Story, act: str) -> None:
    """On the page of the case, and on those of the review's acts."""
    on_monday(told)
    lin = Desk("linjingyi", told)
    with time_machine.travel(told.now + HOUR):
        said = opened(lin.browser.get(lin.address(act)))
    assert COUNTED in said
    assert "第7个工作日是2026年7月15日。" in said
    assert "7月11日至7月12日：休息日，不计。" in said


def test_the_computation_is_told_in_english_too(told: Story) -> None:
    on_monday(told)
    lin = Desk("linjingyi", told)
    lin.browser.post(reverse("set_language"), {"language": "en"})
    with time_machine.travel(told.now + HOUR):
        said = opened(lin.browser.get(lin.address("conclude_legality_review")))
    assert IN_ENGLISH in said
    assert "Working day 7 is 15 July 2026." in said


def test_a_pause_is_told_on_the_page_of_the_review(told: Story) -> None:
    on_monday(told)
    told.do("return_legality_file", "linjingyi", days=4)
    told.do("submit_for_legality_review", "huoqishan", days=10)
    told.do("accept_legality_file", "linjingyi", days=1)
    lin = Desk("linjingyi", told)
    with time_machine.travel(told.now + HOUR):
        page = lin.browser.get(lin.address("conclude_legality_review"))
    assert "7月10日至7月21日停止计算：退回补正。" in opened(page)
    assert "已用3个工作日，最早2026年7月27日可以签署" in read(page)


def test_an_end_that_rests_on_a_year_not_announced_is_marked_provisional(told: Story) -> None:
    told.before("accept_legality_file")
    days = (dt.date(2026, 12, 25) - told.today).days
    with time_machine.travel(told.now + dt.timedelta(days=days + 30)):
        told.do("accept_legality_file", "linjingyi", days=days)
    with time_machine.travel(told.now + HOUR):
        lin = Desk("linjingyi", told)
        inbox, page = lin.browser.get("/"), lin.browser.get(lin.address())
    # Of the ten working days shown, six are in 2027; so is the end of those that are left.
    assert read(inbox).count("暂定") == 6 + 2
    for shown in (inbox, page):
        assert "暂定" in read(shown)
        assert "2027年的放假安排还没有公布" in opened(shown)


def test_the_public_sees_how_the_last_day_was_counted(told: Story) -> None:
    told.until("open_public_input")
    with time_machine.travel(told.now + HOUR):
        page = Client().get(reverse("portal:consultation", args=[told.known_case.number]))
    closes = PublicInput.objects.get().closes_on
    assert f"公告写明的最后一日是2026年{closes:%-m月%-d日}。" in opened(page)
    assert "共30日：按自然日计算，休息日、节假日也计入。" in opened(page)


def test_the_public_sees_when_a_notice_is_short_with_its_reason(told: Story) -> None:
    told.before("open_public_input")
    closes = told.today + dt.timedelta(days=29)
    told.do("open_public_input", "huoqishan", closes_on=closes, shortened_reason="防汛在即。")
    with time_machine.travel(told.now + HOUR):
        page = Client().get(reverse("portal:consultation", args=[told.known_case.number]))
    assert "按公布当天也计算才满30日；法定计算不含当天，还差1日。" in opened(page)


# the to-do list


def waiting(told: Story, username: str, later: int = 0) -> Any:
    now = told.now + dt.timedelta(days=later)
    held = list(Tenure.objects.filter(person__username=username).select_related("post", "person"))
    return tasks_of(held, now)[0]


def test_a_review_is_never_overdue_but_not_lawful_before_its_day(told: Story) -> None:
    on_monday(told)
    for later, urgency in ((0, Urgency.WAIT), (8, Urgency.WAIT), (9, Urgency.NONE)):
        todo = waiting(told, "linjingyi", later)
        assert (todo.act.name, todo.urgency) == ("conclude_legality_review", urgency)
        assert todo.due is None
    assert waiting(told, "linjingyi", 60).urgency is Urgency.NONE


def test_the_inbox_says_from_which_day_a_review_may_be_signed(told: Story) -> None:
    on_monday(told)
    lin = Desk("linjingyi", told)
    with time_machine.travel(told.now + HOUR):
        before = lin.browser.get("/")
    with time_machine.travel(told.now + dt.timedelta(days=30)):
        after = lin.browser.get("/")
    assert "最早7月15日可以签署审查意见" in read(before)
    assert "期限未满、还不能办1件" in read(before)
    assert COUNTED in opened(before)
    assert "期限已满，可以办" in read(after)
    assert "逾期" not in re.sub("已逾期", "", read(after))


def test_a_decision_not_published_in_time_is_overdue(told: Story) -> None:
    told.until("issue_decision")
    assert waiting(told, "chenhaining").urgency is Urgency.FAR
    assert waiting(told, "chenhaining", 60).urgency is Urgency.OVER


def test_many_cases_cost_no_more_queries_than_one(told: Story) -> None:
    told.until("issue_decision")
    Story().until("open_public_input")
    on_monday(Story())
    tasks = [(act, case) for case in Case.objects.all() for act in acts.values()]
    for some in (tasks[: len(acts)], tasks):
        with CaptureQueriesContext(connection) as caught:
            assert deadlines_of(some, told.now)
        assert len(caught) == len({kind for clock in registry.values() for kind in clock.reads})


# the dossier


def test_the_dossier_lists_every_deadline_with_its_computation(told: Story) -> None:
    on_monday(told)
    told.do("return_legality_file", "linjingyi", days=4)
    told.do("submit_for_legality_review", "huoqishan", days=10)
    told.do("accept_legality_file", "linjingyi", days=1)
    told.do("file_counsel_opinion", "liangqiwen")
    told.do("conclude_legality_review", "linjingyi", days=6)
    told.told = told.place("submit_for_deliberation")
    told.until("assign_execution")
    with translation.override("en"):
        found = contents(told.known_case, DESCRIBED)
    assert [one.id for one in found.deadlines] == [
        "public_input.period", "legality.period", "publication.period", "execution.due",
    ]  # fmt: skip
    review = found.deadlines[1]
    assert review.limit == "最早2026年7月27日"
    assert "7月10日至7月21日停止计算：退回补正。" in "".join(review.lines)
    assert review.done.startswith("签署审查意见　2026年7月27日")
    assert found.parts["deadlines"].title == "期限计算"
    assert b'"deadlines"' in found.manifest


def test_a_dossier_says_which_days_are_provisional(told: Story) -> None:
    told.before("accept_legality_file")
    days = (dt.date(2026, 12, 25) - told.today).days
    with time_machine.travel(told.now + dt.timedelta(days=days + 30)):
        told.do("accept_legality_file", "linjingyi", days=days)
        review = contents(told.known_case, DESCRIBED).deadlines[-1]
    assert review.provisional
    assert "结果是暂定的" in review.lines[-2]
