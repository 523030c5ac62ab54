"""Which law a case is bound to, how counsel binds it anew, and where both are shown."""

import datetime as dt
import io
import json
from typing import Any

import pytest
from django.core.management import CommandError, call_command
from django.test import Client
from django.urls import reverse

from archive.dossier.contents import gather
from archive.models import LedgerEntry
from decisions.models import Case, StatuteRebinding
from people.models import Person
from tests.behind import unguarded
from tests.desk import text
from tests.refusals import see_refused, tables
from tests.story import Story
from workflow.acts import registry
from workflow.audit import differences
from workflow.door import MOVING
from workflow.intake import Invalid

pytestmark = pytest.mark.django_db
HAIZHU = "cn/guangdong/guangzhou/haizhu"
BEFORE_THE_REGULATION = dt.date(2019, 8, 30)
COUNSEL = "liangqiwen"


def columns(case: Case) -> dict[str, Any]:
    return {
        name: getattr(case, name) for name in MOVING if name not in ("moved_at", "length", "head")
    }


# the act


def test_a_case_is_bound_to_the_day_on_which_it_was_initiated(told: Story) -> None:
    told.before("initiate")
    assert told.known_case.bound_on is None
    told.until("initiate")
    assert told.known_case.bound_on == told.today
    begun = told.today
    told.until("file_draft")
    assert told.known_case.bound_on == begun < told.today


def test_counsel_binds_it_to_another_day_and_nothing_else_changes(told: Story) -> None:
    told.until("file_draft")
    before = columns(told.known_case)
    receipt = told.do("rebind_statutes", COUNSEL, reference_day="2019-08-30")
    after = columns(told.known_case)
    assert after == {**before, "bound_on": BEFORE_THE_REGULATION}
    record = receipt.record
    assert isinstance(record, StatuteRebinding)
    assert record.reason
    assert receipt.entry.act == "rebind_statutes"


def test_the_rules_of_the_new_day_govern_from_then_on(told: Story) -> None:
    """Twenty-two days of comment: too few today, enough under Order 39."""
    told.before("open_public_input")
    short: dict[str, Any] = {"closes_on": told.today + dt.timedelta(days=22)}
    see_refused(told, "open_public_input", "huoqishan", "public_input.notice_days", **short)
    told.do("rebind_statutes", COUNSEL, reference_day="2019-08-30")
    told.do("open_public_input", "huoqishan", **short)


@pytest.mark.parametrize("act", ["initiate", "record_deliberation", "report_to_party_committee"])
def test_it_can_be_done_until_the_decision_is_issued(told: Story, act: str) -> None:
    told.until(act)
    told.do("rebind_statutes", COUNSEL)
    assert told.known_case.bound_on == dt.date(2026, 3, 2)


@pytest.mark.parametrize("act", ["classify", "issue_decision", "publish_decision"])
def test_it_cannot_be_done_before_the_start_nor_once_the_decision_is_issued(
    told: Story, act: str
) -> None:
    told.until(act)
    see_refused(told, "rebind_statutes", COUNSEL, "door.state")


def test_only_counsel_does_it(told: Story) -> None:
    told.until("initiate")
    for other in ("huoqishan", "chenhaining", "fanglicheng", "linjingyi"):
        see_refused(told, "rebind_statutes", other, "door.post")


@pytest.mark.parametrize(
    "changes",
    [
        {"reason": ""},
        {"reference_day": ""},
        {"reference_day": "2026-13-01"},
        {"reference_day": "1899-01-01"},
        {"reference_day": "2099-01-01"},
    ],
    ids=str,
)
def test_it_names_its_reason_and_a_day_that_has_come(told: Story, changes: dict[str, Any]) -> None:
    told.until("initiate")
    before, rows = columns(told.known_case), tables()
    entries = LedgerEntry.objects.count()
    with pytest.raises(Invalid):
        told.do("rebind_statutes", COUNSEL, **changes)
    assert (columns(told.known_case), tables()) == (before, rows)
    assert LedgerEntry.objects.count() == entries


def test_the_audit_tells_it_again(told: Story) -> None:
    told.until("initiate")
    told.do("rebind_statutes", COUNSEL)
    case = told.known_case
    assert list(differences(case)) == []

    with unguarded():
        Case.objects.filter(pk=case.pk).update(bound_on=BEFORE_THE_REGULATION)
    found = [str(difference) for difference in differences(told.known_case)]
    assert len(found) == 1
    assert "适用规定的基准日" in found[0]


def test_the_dossiers_cover_says_so(told: Story) -> None:
    told.until("initiate")
    told.do("rebind_statutes", COUNSEL, reference_day="2019-08-30", reason="提出在条例施行以前。")
    cover = gather(told.known_case, [act.described for act in registry.values()]).cover
    special = {one.title: one.text for one in cover.special}
    assert special["重新确定适用的规定。"] == "适用2019年8月30日在施行的规定。提出在条例施行以前。"
    assert "广州市重大行政决策程序规定（广州市令第39号）" in cover.rules


# the pages


def browser() -> Client:
    made = Client(raise_request_exception=False)
    made.force_login(Person.objects.get(username="huoqishan"))
    return made


def shown(query: str = "", status: int = 200) -> str:
    found = browser().get(reverse("workflow:statutes") + query)
    assert found.status_code == status
    return text(found)


@pytest.mark.usefixtures("district")
def test_the_page_shows_the_law_of_the_organ_today() -> None:
    page = shown()
    assert f"<code>{HAIZHU}</code>" in page
    assert "海珠区人民政府" in page
    assert "未查到，按上一层" in page
    for title in (
        "公开征求意见期限",
        "重大行政决策程序暂行条例（国务院令第713号）",
        "第十五条",
        "已读原文",
    ):
        assert title in page


@pytest.mark.usefixtures("district")
def test_the_page_shows_why_a_local_value_does_not_count() -> None:
    page = shown("?day=2020-05-01")
    assert "2020年5月1日在施行的规定" in page
    assert "不适用：比上级宽" in page
    assert "凭记忆，把握中等，待核" in page


@pytest.mark.usefixtures("district")
def test_the_page_shows_any_place() -> None:
    page = shown("?place=cn/shanghai/putuo&day=2026-03-01")
    assert "<code>cn/shanghai/putuo</code>" in page
    assert "海珠区法治政府建设规划（" not in page


def test_the_page_shows_the_law_of_a_case_and_the_case_leads_there(told: Story) -> None:
    told.until("initiate")
    told.do("rebind_statutes", COUNSEL, reference_day="2015-11-24")
    number = told.known_case.number
    assert f"?case={number}" in text(browser().get(told.known_case.get_absolute_url()))
    page = shown(f"?case={number}")
    assert "2015年11月24日在施行的规定" in page
    assert told.known_case.title in page
    assert "2026年3月1日在施行的规定" in shown(f"?case={number}&day=2026-03-01")


@pytest.mark.usefixtures("district")
@pytest.mark.parametrize(
    ("query", "sentence"),
    [
        ("?day=yesterday", "日期应当写成2026-03-14的样子。"),
        ("?day=2026-02-30", "日期应当写成2026-03-14的样子。"),
        ("?place=Mars", "行政区划应当写成cn/guangdong/guangzhou/haizhu的样子。"),
        ("?place=../../etc", "行政区划应当写成cn/guangdong/guangzhou/haizhu的样子。"),
        (f"?place={'cn/a' * 40}", "80"),
    ],
)
def test_what_the_page_cannot_read_it_says(query: str, sentence: str) -> None:
    assert sentence in shown(query, 400)


@pytest.mark.usefixtures("district")
@pytest.mark.parametrize("case", ["HZ-2026-999", "%00", "%27--"])
def test_a_case_that_is_not_there_has_no_law(case: str) -> None:
    shown(f"?case={case}", 404)


@pytest.mark.usefixtures("district")
def test_the_page_is_for_officials() -> None:
    assert Client().get(reverse("workflow:statutes")).status_code == 302


@pytest.mark.usefixtures("district")
def test_a_day_before_every_rule_has_no_law_and_no_error() -> None:
    assert "没有规定" in shown("?day=1949-10-01")


# the command


def printed(*arguments: str) -> str:
    out = io.StringIO()
    call_command("statutes", *arguments, stdout=out)
    return out.getvalue()


@pytest.mark.usefixtures("district")
def test_the_command_prints_every_layer_and_the_reason() -> None:
    lines = printed("--day", "2020-05-01").splitlines()
    assert lines[0] == f"{HAIZHU}  2020-05-01"
    at = lines.index("comment_days  公开征求意见期限  30日")
    assert lines[at + 2].startswith("  国家  采用：上级没有规定  重大行政决策程序暂行条例")
    assert lines[at + 3] == "  省级  没有规定"
    assert lines[at + 4].startswith("  市级  不适用：比上级宽  广州市重大行政决策程序规定")
    assert "[M-mid]" in lines[at + 4]


def test_the_command_prints_the_law_of_a_case_as_json(told: Story) -> None:
    told.until("initiate")
    told.do("rebind_statutes", COUNSEL, reference_day="2020-05-01")
    law = json.loads(printed("--case", told.known_case.number, "--json"))
    assert (law["place"], law["day"]) == (HAIZHU, "2020-05-01")
    comment = next(one for one in law["parameters"] if one["name"] == "comment_days")
    assert (comment["value"], comment["rule"]) == (30, "nation-713")
    city = next(one for one in comment["layers"] if one["rule"] == "guangzhou-39")
    assert (city["value"], city["verdict"], city["trust"]) == (20, "laxer", "M-mid")
    district = comment["layers"][-1]
    assert (district["value"], district["verdict"]) == (None, "null")


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        (["--day", "1.3.2026"], "日期应当写成2026-03-14的样子。"),
        (["--place", "Mars"], "行政区划应当写成cn/guangdong/guangzhou/haizhu的样子。"),
        (["--case", "HZ-2026-999"], "没有案号是HZ-2026-999的事项。"),
    ],
)
def test_what_the_command_cannot_read_ends_with_two(arguments: list[str], sentence: str) -> None:
    with pytest.raises(CommandError, match=sentence) as refused:
        printed(*arguments)
    assert refused.value.returncode == 2


def test_a_case_has_its_own_place(told: Story) -> None:
    told.until("propose")
    with pytest.raises(CommandError, match="不能另外指定") as refused:
        printed("--case", told.known_case.number, "--place", "cn/shanghai")
    assert refused.value.returncode == 2
