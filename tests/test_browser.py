"""Three people at a real browser: an official, a legal reviewer, an archivist."""

from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Page, expect

from decisions.models import LegalityReview, ResearchReport
from tests.browser import log_in
from tests.errands import ARCHIVIST, NOT_YET, ended, printed, printing, work
from tests.story import Story


@pytest.fixture
def told(committed_district: None) -> Story:
    """Begin a story that the site's own threads can see."""
    return Story()


def take_up(page: Page, act: str) -> None:
    """Go from the list of tasks to the case, and from the case to the act."""
    page.get_by_role("link", name=act).click()
    page.locator("main").get_by_role("link", name=act).first.click()


def test_an_official_files_the_research_report(
    page: Page, told: Story, live_server: Any, tmp_path: Path
) -> None:
    told.before("file_research_report")
    log_in(page, live_server, "huoqishan")
    take_up(page, "提交调研报告")
    page.get_by_label("调研情况和结论").fill("走访12个路段，统计早高峰流量。")
    page.get_by_label("法律、法规、政策依据").fill("《中华人民共和国道路交通安全法》")
    survey = tmp_path / "路段流量统计.txt"
    survey.write_text("江南大道中，早高峰每小时2,140辆")
    page.get_by_label("附件").set_input_files(survey)
    page.get_by_role("button", name="提交调研报告").click()

    expect(page.get_by_role("status")).to_contain_text("已办理：提交调研报告")
    expect(page.get_by_role("link", name="路段流量统计")).to_be_visible()
    assert told.known_case.state == "researching"
    assert ResearchReport.objects.filter(tenure__person__username="huoqishan").exists()


def test_counsel_signs_the_legality_review(page: Page, told: Story, live_server: Any) -> None:
    told.before("conclude_legality_review", 2)
    log_in(page, live_server, "linjingyi")
    take_up(page, "签署审查意见")
    page.get_by_label("审查意见书编号").fill("海司审〔2026〕12号")
    for finding in ("权限", "程序", "内容"):
        page.get_by_role("group", name=finding, exact=True).get_by_label("符合", exact=True).check()
        page.get_by_label(f"{finding}：理由和依据").fill("符合规定。")
    page.get_by_role("group", name="审查结论").get_by_label("合法", exact=True).check()
    page.get_by_role("button", name="签署审查意见").click()

    expect(page.get_by_role("status")).to_contain_text("已办理：签署审查意见")
    assert told.known_case.state == "reviewed"
    review = LegalityReview.objects.order_by("seq").last()
    assert review is not None
    assert (review.level, review.conclusion) == ("government", "lawful")


def test_an_archivist_seals_and_watches_it_being_done(
    page: Page, told: Story, live_server: Any, settings: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    printing(monkeypatch, printed)
    settings.TASKS = NOT_YET
    ended(told)
    log_in(page, live_server, ARCHIVIST)
    take_up(page, "封存卷宗")
    page.get_by_label("档号").fill("0001-WS·2026-Y-ZFB-0001")
    page.get_by_role("button", name="封存卷宗").last.click()
    expect(page.get_by_role("heading", name="等待办理")).to_be_visible()
    page.get_by_role("link", name="回到事项").click()
    page.get_by_role("link", name="看进度").click()
    work()
    # Nobody presses anything: the page asks by itself.
    expect(page.get_by_text("已办理：封存卷宗")).to_be_visible()
    page.get_by_role("link", name="看卷宗").click()
    expect(page.get_by_label("调阅事由")).to_be_visible()
    assert told.known_case.state == "archived"
