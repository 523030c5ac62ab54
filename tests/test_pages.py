"""The officials' pages, and every kind of bad input through them."""

from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import OperationalError, connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from archive.models import LedgerEntry
from decisions.models import Case, Evidence, OptionComparison, ResearchReport, StepDetermination
from tests.desk import Desk, flat, text
from tests.plain import PLAIN
from tests.story import Story, views
from workflow.acts import registry

PDF = b"%PDF-1.4\n%invented\n1 0 obj\n<<>>\nendobj\ntrailer\n<<>>\n%%EOF\n"


@pytest.fixture
def huo(told: Story) -> Desk:
    """Sit down as the undertaker."""
    return Desk("huoqishan", told)


def last_entry(case: Case) -> LedgerEntry:
    return LedgerEntry.objects.filter(case=case).latest("seq")


def posted_file(data: bytes, name: str) -> dict[str, Any]:
    return {"files": SimpleUploadedFile(name, data)}


# reading


@pytest.mark.parametrize("name", ["inbox", "cases", "propose", "flow", "chart", "bpmn"])
def test_a_page_asks_who_is_there(client: Client, db: None, name: str) -> None:
    address = reverse(f"workflow:{name}")
    assert client.get(address)["Location"] == f"{reverse('login')}?next={address}"


def test_a_wrong_password_is_said(client: Client, district: None) -> None:
    response = client.post(reverse("login"), {"username": "huoqishan", "password": "wrong"})
    assert 'role="alert"' in text(response)


def test_every_page_of_an_act_opens_or_says_why_not(huo: Desk, told: Story) -> None:
    told.until("determine_steps")
    for act in registry:
        response = huo.open(act)
        assert response.status_code in (200, 403, 404, 409), act
        assert "style=" not in text(response)


def test_the_case_page_says_what_is_missing_and_offers_the_remedy(huo: Desk, told: Story) -> None:
    told.until("close_public_input")
    said = text(huo.browser.get(huo.address()))
    assert "还有2条公众意见" in said
    assert huo.address("answer_comments") in said


def test_what_the_reader_does_not_hold_is_judged_for_who_does(huo: Desk, told: Story) -> None:
    told.until("accept_legality_file")
    said = text(huo.browser.get(huo.address()))
    assert "林静怡" in said
    assert "您或者您的单位参与了" not in said


def test_the_inbox_invites_an_expert_until_the_opinion_is_in(told: Story) -> None:
    told.until("declare_interest")
    expert = Desk("shenhuaijin", told)
    assert str(registry["file_expert_opinion"]) in text(expert.browser.get("/"))
    told.until("file_expert_opinion")
    assert str(registry["file_expert_opinion"]) not in text(expert.browser.get("/"))


def queries(desk: Desk, address: str) -> int:
    desk.browser.get(address)
    with CaptureQueriesContext(
        connection,
    ) as caught:
        assert desk.browser.get(address).status_code == 200
    return len(caught)


def test_the_inbox_asks_the_same_number_of_queries_however_long(huo: Desk, told: Story) -> None:
    told.until("close_public_input")
    Story().until("open_public_input")
    few = queries(huo, "/")
    for _number in range(3):
        Story().until("open_public_input")
    assert queries(huo, "/") == few <= 14


def test_the_case_page_asks_a_bounded_number_of_queries(huo: Desk, told: Story) -> None:
    told.until("open_public_input")
    few = queries(huo, huo.address())
    for _number in range(30):
        told.do("receive_comment")
    assert queries(huo, huo.address()) == few <= 32


def test_evidence_is_a_download_that_runs_nothing(huo: Desk, told: Story) -> None:
    told.until("initiate")
    posted = huo.fill("file_research_report") | posted_file(PDF, "调研 报告.pdf")
    assert huo.hand_in("file_research_report", posted).status_code == 303
    address = Evidence.objects.get().get_absolute_url()
    response: Any = huo.browser.get(address)
    assert b"".join(response.streaming_content) == PDF
    assert "filename*=utf-8''%E8%B0%83%E7%A0%94%20" in response["Content-Disposition"]
    assert response["Content-Disposition"].startswith("attachment")
    assert response["X-Content-Type-Options"] == "nosniff"
    assert "sandbox" in response["Content-Security-Policy"]
    assert Client().get(address).status_code == 302
    assert huo.browser.get(reverse("workflow:evidence", args=[2**63])).status_code == 404


def test_who_holds_no_post_any_more_reads_nothing(told: Story) -> None:
    told.until("initiate")
    former = Desk("wenguoqiang", told)
    assert former.browser.get(former.address()).status_code == 403
    assert former.hand_in("file_research_report", {}).status_code == 403
    assert last_entry(told.known_case).actor == "温国强"


# doing


def test_an_act_is_done_through_its_page(huo: Desk, told: Story) -> None:
    told.until("file_research_report")
    response = huo.hand_in("file_options")
    assert (response.status_code, response["Location"]) == (303, huo.address())
    assert OptionComparison.objects.get(case=told.known_case).options.count() == 2


def test_a_case_is_opened_through_its_page(huo: Desk, told: Story) -> None:
    address = reverse("workflow:propose")
    response = huo.browser.post(address, {**PLAIN["propose"], "seen_draft": ""})
    assert response["Location"] == Case.objects.get().get_absolute_url()


def test_a_line_more_keeps_what_was_typed(huo: Desk, told: Story) -> None:
    told.until("file_research_report")
    posted = huo.fill("file_options") | {"add-options": ""}
    said = text(huo.hand_in("file_options", posted))
    assert 'name="options-2-title"' in said
    assert "全天限行" in said
    assert "field-err" not in said
    assert not OptionComparison.objects.exists()


def test_blank_lines_are_not_handed_in(huo: Desk, told: Story) -> None:
    told.until("file_research_report")
    posted = huo.fill("file_options") | flat({"options-7-title": " ", "options-7-content": ""})
    assert huo.hand_in("file_options", posted).status_code == 303


def test_each_opinion_stands_on_the_page_that_answers_it(huo: Desk, told: Story) -> None:
    told.until("close_public_input")
    said = text(huo.open("answer_comments"))
    assert said.count("建议设过渡期。") == 2
    answers = told.data("answer_comments")["answers"]
    answers[1] |= {"disposition": "", "reason": ""}
    assert huo.hand_in("answer_comments", answers=answers).status_code == 303
    assert "还有1条公众意见" in text(huo.browser.get(huo.address()))


def test_the_meeting_is_laid_out_with_the_head_last(told: Story) -> None:
    told.until("schedule_deliberation")
    said = text(Desk("chenhaining", told).open("record_deliberation"))
    assert said.index("罗建平　") < said.index("方立诚　")
    assert 'name="views-7-person"' in said


def test_a_review_shows_what_changed_since_the_last(told: Story) -> None:
    told.until("conclude_legality_review")
    told.do(
        "file_draft",
        "huoqishan",
        text="第一条　为了维护道路秩序。",
        material=False,
        reason="文字。",
    )
    told.do("determine_steps", "huoqishan")
    told.do("submit_for_legality_review", "huoqishan")
    said = text(Desk("yanpeiyi", told).open("conclude_legality_review"))
    assert "<del>交通</del>" in said
    assert "btn-sign" in said


# bad input


def test_an_act_without_the_post_is_refused_and_recorded(told: Story) -> None:
    told.until("classify")
    response = Desk("huoqishan", told).hand_in("initiate", {})
    assert response.status_code == 403
    assert "方立诚" in text(response)
    entry = last_entry(told.known_case)
    assert (entry.act, entry.unmet, entry.actor) == ("initiate", "door.post", "霍启山")


def test_an_act_in_the_wrong_state_is_refused_with_the_reason(huo: Desk, told: Story) -> None:
    told.until("initiate")
    assert huo.open("file_options").status_code == 409
    posted = flat({**PLAIN["file_options"], "conclusion": "我写的比较结论。"})
    response = huo.hand_in("file_options", posted)
    assert response.status_code == 409
    assert "已启动" in text(response)
    assert "我写的比较结论。" in text(response)
    assert last_entry(told.known_case).unmet == "door.state"


def test_what_is_missing_is_all_said_at_once(huo: Desk, told: Story) -> None:
    told.until("determine_steps")
    response = huo.hand_in("submit_for_legality_review")
    assert response.status_code == 409
    for sentence in ("公开征求意见还没有结束", "还没有认定风险可控", "道路交通安全法。"):
        assert sentence in text(response)


def test_the_same_page_counts_once(huo: Desk, told: Story) -> None:
    told.until("file_research_report")
    posted = huo.fill("file_options")
    assert huo.hand_in("file_options", posted).status_code == 303
    response = huo.hand_in("file_options", posted)
    assert response.status_code == 409
    assert "已经提交过" in text(response)
    assert OptionComparison.objects.count() == 1


def test_of_two_tabs_one_wins_and_the_other_is_told(huo: Desk, told: Story) -> None:
    told.until("file_draft")
    one, other = huo.fill("determine_steps"), huo.fill("determine_steps")
    assert huo.hand_in("determine_steps", one).status_code == 303
    assert huo.hand_in("determine_steps", other).status_code == 409
    assert StepDetermination.objects.count() == 1


def test_a_draft_changed_meanwhile_is_told_and_the_text_kept(huo: Desk, told: Story) -> None:
    told.until("file_draft")
    posted = huo.fill("determine_steps", opinion="我写的理由。")
    told.do("file_draft", "huoqishan", text="第一条　新的一版。", reason="改写。")
    response = huo.hand_in("determine_steps", posted)
    assert response.status_code == 409
    assert "第2版" in text(response)
    assert "我写的理由。" in text(response)


@pytest.mark.parametrize("act", ["nonsense", "propose", "receive_comment"])
def test_a_forged_act_is_not_there(huo: Desk, told: Story, act: str) -> None:
    told.until("initiate")
    assert huo.open(act).status_code == 404
    assert huo.hand_in(act, {}).status_code == 404


@pytest.mark.parametrize("number", ["HZ-2026-999", "none", "%00", "'"])
def test_a_forged_case_is_not_there(huo: Desk, told: Story, number: str) -> None:
    assert huo.browser.get(f"/cases/{number}/").status_code == 404
    assert huo.browser.post(f"/cases/{number}/initiate/", {}).status_code == 404


@pytest.mark.parametrize(
    ("data", "name", "said"),
    [
        (b"MZ\x90\x00", "a.exe", "只收PDF"),
        (b"plainly not a picture", "a.png", "不符"),
        (b"", "a.txt", "空文件"),
        (b"x" * 2000, "a.txt", "超过上限"),
    ],
)
def test_a_bad_file_is_said_and_nothing_done(
    huo: Desk, settings: Any, data: bytes, name: str, said: str
) -> None:
    settings.EVIDENCE_MAX_BYTES = 1000
    huo.story.until("initiate")
    posted = huo.fill("file_research_report") | posted_file(data, name)
    response = huo.hand_in("file_research_report", posted)
    assert response.status_code == 422
    assert said in text(response)
    assert 'role="alert"' in text(response)
    assert not ResearchReport.objects.exists()


def test_a_file_from_who_may_not_is_not_kept(told: Story) -> None:
    told.until("initiate")
    posted = posted_file(PDF, "a.pdf")
    assert Desk("chenhaining", told).hand_in("file_research_report", posted).status_code == 403
    assert not Evidence.objects.exists()


@pytest.mark.parametrize("closes", ["2026-03-01", "nonsense", "0001-01-01", "99999-01-01", ""])
def test_dates_out_of_order_are_refused_by_the_form(huo: Desk, told: Story, closes: str) -> None:
    told.until("determine_steps")
    response = huo.hand_in("open_public_input", closes_on=closes)
    assert response.status_code == 422


@pytest.mark.parametrize("day", ["2009-12-31", "0001-01-01", "9999-12-31"])
def test_an_absurd_year_is_an_error_of_its_field(told: Story, day: str) -> None:
    told.until("schedule_deliberation")
    response = Desk("chenhaining", told).hand_in("record_deliberation", held_on=day)
    assert response.status_code == 422
    assert 'id="error_held_on"' in text(response)


def test_an_absurd_moment_is_an_error_of_its_field(told: Story) -> None:
    told.until("file_draft")
    told.do("determine_steps", "huoqishan", hearing=True)
    notice: dict[str, Any] = {"held_at": "0001-01-01T00:00", "place": "礼堂", "selection": "抽签。"}
    response = Desk("guanyingxin", told).hand_in("announce_hearing", **notice)
    assert response.status_code == 422


@pytest.mark.parametrize("person", ["huoqishan", "nobody"])
def test_a_meeting_has_members_only(told: Story, person: str) -> None:
    told.until("schedule_deliberation")
    stranger: Any = Desk("huoqishan", told).browser.session["_auth_user_id"]
    lines = views(xuwenlan={"person": stranger if person == "huoqishan" else "\x00"})
    response = Desk("chenhaining", told).hand_in("record_deliberation", views=lines)
    assert response.status_code == 422


@pytest.mark.parametrize("summary", ["", "   ", "\x00", "长" * 20_001])
def test_an_empty_or_absurd_text_is_an_error_of_its_field(
    huo: Desk, told: Story, summary: str
) -> None:
    told.until("initiate")
    response = huo.hand_in("file_research_report", summary=summary)
    assert response.status_code == 422
    assert 'id="error_summary"' in text(response)


def test_too_much_text_is_said(huo: Desk, told: Story, settings: Any) -> None:
    settings.DATA_UPLOAD_MAX_MEMORY_SIZE = 10_000
    told.until("initiate")
    response = huo.hand_in("file_research_report", summary="长" * 20_000)
    assert response.status_code == 413
    assert "太多" in text(response)


@pytest.mark.parametrize(
    ("body", "kind"),
    [
        (b"--x\r\nbroken", "multipart/form-data"),
        (b"--x\r\nbroken", "multipart/form-data; boundary=x"),
        (b"summary=%ff%fe&laws=%00", "application/x-www-form-urlencoded"),
        (b"summary=x", "application/x-www-form-urlencoded; charset=ascii"),
    ],
)
def test_a_broken_body_breaks_nothing(huo: Desk, told: Story, body: bytes, kind: str) -> None:
    told.until("initiate")
    address = huo.address("file_research_report")
    response = huo.browser.post(address, body, content_type=kind)
    assert 400 <= response.status_code < 500
    assert not ResearchReport.objects.exists()


@pytest.mark.parametrize(
    "query", ["q=%00", "q=%ff", "unit=x", "state=x", "page=-1", "by=2026-99-99"]
)
def test_a_broken_query_breaks_nothing(huo: Desk, told: Story, query: str) -> None:
    told.until("file_draft")
    for address in ("/", "/cases/", huo.address(), f"{huo.address()}draft/"):
        assert huo.browser.get(f"{address}?{query}").status_code == 200


def test_a_page_opened_too_long_ago_is_said(told: Story) -> None:
    told.until("initiate")
    strict = Client(enforce_csrf_checks=True)
    response = strict.post(reverse("login"), {"username": "huoqishan", "password": "x"})
    assert response.status_code == 403
    assert "打开得太久" in text(response)


def test_a_forged_once_does_no_harm(huo: Desk, told: Story) -> None:
    told.until("initiate")
    posted = huo.fill("file_research_report") | {"once": "not a number"}
    assert huo.hand_in("file_research_report", posted).status_code == 303


@pytest.mark.parametrize("moment", ["archive.ledger.append", "workflow.flows.motion.follow"])
def test_a_lost_database_leaves_nothing_half_done(
    huo: Desk, told: Story, monkeypatch: pytest.MonkeyPatch, moment: str
) -> None:
    told.until("initiate")
    posted, before = huo.fill("file_research_report"), told.known_case.length

    def lost(*args: Any, **kwargs: Any) -> None:
        raise OperationalError("server closed the connection unexpectedly")

    monkeypatch.setattr(moment, lost)
    response = huo.hand_in("file_research_report", posted)
    assert response.status_code == 503
    assert "没有保存" in text(response)
    assert not ResearchReport.objects.exists()
    assert (told.known_case.length, told.known_case.state) == (before, "initiated")
