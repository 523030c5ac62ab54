"""An auditor at a real browser: finds a dossier, reads it, proves it, and catches a false copy."""

from hashlib import sha256
from pathlib import Path
from typing import Any

import pikepdf
import pytest
from django.core.files.base import ContentFile
from playwright.sync_api import Page, expect

from archive.models import Dossier, Retrieval
from decisions.evidence import keep
from tests.browser import log_in
from tests.errands import ARCHIVIST
from tests.story import Story

AUDITOR, WATCHER = "zhouhuimin", "qiuyawen"
PURPOSE = "年度审计〔2026〕7号"  # invented
REPORT, OTHER = "报告。".encode(), "假话。".encode()  # invented


@pytest.fixture
def sealed(committed_district: None, settings: Any, tmp_path: Path) -> Story:
    """End a matter early, and seal it in earnest: printed, signed, with a piece of evidence.

    Asked for before the browser: signing runs an event loop of its own.
    """
    settings.TRUST_FILE = str(tmp_path / "none.json")
    settings.PAGES_DIR = tmp_path / "pages"
    story = Story()
    report = keep(ContentFile(REPORT, name="报告.txt"))
    story.do("propose", "huoqishan", attachments=[report])
    story.do("terminate_case", "fanglicheng")
    story.do("seal_dossier", ARCHIVIST, days=1)
    return story


def search(page: Page, words: str, story: Story) -> None:
    """Look for words at the archive's desk, and open the dossier that they find."""
    page.get_by_role("link", name="档案", exact=True).click()
    page.get_by_label("题名、正文、文号").fill(words)
    page.get_by_role("button", name="检索").click()
    page.get_by_role("link", name=story.known_case.title).click()


def read(page: Page) -> None:
    """Begin to read: the first page is shown."""
    page.get_by_label("调阅事由").fill(PURPOSE)
    page.get_by_role("button", name="记录并在线阅读").click()
    expect(page.get_by_text(PURPOSE)).to_be_visible()
    expect(page.get_by_role("img", name="卷宗第1页的图像")).to_be_visible()


def take_original(page: Page, path: Path) -> Path:
    """Download the original from the dossier's page."""
    page.get_by_label("调阅事由").fill(PURPOSE)
    with page.expect_download() as download:
        page.get_by_role("button", name="下载原件").click()
    download.value.save_as(path)
    return path


def verify(page: Page, path: Path) -> None:
    """Hand a file in at the public's page."""
    page.get_by_label("选择卷宗PDF").set_input_files(path)
    page.get_by_role("button", name="核验", exact=True).click()


def digest(content: bytes) -> str:
    """Return the digest of a file as the page writes it."""
    return f"sha256:{sha256(content).hexdigest()}"


def with_its_attachment_changed(path: Path) -> Path:
    """Write a copy in which the evidence is another; all else stays."""
    changed = path.with_name("changed.pdf")
    with pikepdf.open(path) as pdf:
        name = next(name for name in pdf.attachments if name.startswith("evidence"))
        pdf.attachments[name].get_file().obj.write(OTHER)
        pdf.save(changed)
    return changed


def test_an_auditor_proves_a_dossier_and_is_told_what_a_false_copy_changed(
    sealed: Story, page: Page, live_server: Any, tmp_path: Path
) -> None:
    log_in(page, live_server, AUDITOR)
    search(page, "电动", sealed)
    read(page)
    page.get_by_role("link", name="0001-WS·2026-Y-ZFB-0001").first.click()
    original = take_original(page, tmp_path / "dossier.pdf")
    assert [one.kind for one in Retrieval.objects.order_by("pk")] == ["reading", "original"]
    assert {one.purpose for one in Retrieval.objects.all()} == {PURPOSE}

    page.get_by_role("link", name="档案", exact=True).first.click()
    page.get_by_role("link", name="核验卷宗真伪").click()
    verify(page, original)
    expect(page.get_by_role("status")).to_contain_text("这份卷宗自封存后没有被改动")

    verify(page, with_its_attachment_changed(original))
    told = page.get_by_role("alert")
    expect(told).to_contain_text("请不要使用这份文件")
    row = page.get_by_role("row").filter(has_text="evidence-0001")
    for said in ("不符", "报告（evidence-0001.txt）", *map(digest, (REPORT, OTHER))):
        expect(row).to_contain_text(said)


@pytest.mark.usefixtures("one_blank_page")
def test_the_audit_administrator_sees_who_looked_and_for_what(
    sealed: Story, page: Page, live_server: Any
) -> None:
    log_in(page, live_server, AUDITOR)
    search(page, "电动", sealed)
    read(page)
    page.get_by_role("button", name="退出").click()

    log_in(page, live_server, WATCHER)
    page.get_by_role("link", name="档案", exact=True).click()
    look = page.get_by_role("row").filter(has_text=PURPOSE)
    for said in ("周慧敏", "0001-WS·2026-Y-ZFB-0001", "在线阅读", "看了1页"):
        expect(look).to_contain_text(said)
    page.get_by_role("link", name="检索记录").click()
    expect(page.get_by_role("row").filter(has_text="电动")).to_contain_text("周慧敏")
    answer = page.goto(f"{live_server.url}/archive/{Dossier.objects.get().pk}/")
    assert answer is not None
    assert answer.status == 403
