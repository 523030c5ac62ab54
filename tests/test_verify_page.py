"""The public hands a dossier in and is told what holds, and what was altered."""

from pathlib import Path
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse

from archive.verification import apart, bundle
from archive.verification.apart import Asked
from portal import verification
from tests import specimens
from tests.specimens import Kept

pytestmark = pytest.mark.django_db
ADDRESS = "/public/verify/"


@pytest.fixture(scope="module")
def sealed(tmp_path_factory: pytest.TempPathFactory, keys: Path) -> Kept:
    kept = specimens.kept(tmp_path_factory.mktemp("sealed"))
    (kept.folder / "trust.json").write_bytes(specimens.trust_file())
    return kept


@pytest.fixture
def browser(settings: Any, sealed: Kept) -> Client:
    settings.TRUST_FILE = str(sealed.folder / "trust.json")
    return Client()


def handed_in(browser: Client, data: bytes, name: str = "dossier.pdf", **more: Any) -> Any:
    return browser.post(ADDRESS, {"pdf": SimpleUploadedFile(name, data), **more})


def test_the_page_asks_for_a_dossier_and_offers_the_verifier(browser: Client) -> None:
    page = browser.get(ADDRESS)
    assert page.status_code == 200
    text = page.content.decode()
    assert 'aria-current="page">核验卷宗</a>' in text
    assert "最大300.0" in text
    assert "不证明当年写的内容属实" in text
    for name in ("portal:verifier", "portal:trust"):
        assert f'href="{reverse(name)}"' in text


def test_a_sealed_dossier_is_told_to_hold(browser: Client, sealed: Kept) -> None:
    page = handed_in(browser, sealed.data)
    text = page.content.decode()
    assert page.status_code == 200
    assert "这份卷宗自封存后没有被改动" in text
    assert '<div class="stamp" aria-hidden="true">相符</div>' in text
    assert "海珠区法治政府建设规划" in text
    assert '<caption class="visually-hidden">核验项目</caption>' in text
    assert 'role="alert"' not in text


def test_an_altered_dossier_names_item_field_before_and_after(
    browser: Client, tmp_path: Path
) -> None:
    other = {**specimens.ATTACHED, "evidence-0001.pdf": b"<script>" * 10}
    data = specimens.dossier(tmp_path / "swapped.pdf", files=other).read_bytes()
    page = handed_in(browser, data)
    text = page.content.decode()
    assert page.status_code == 200
    assert 'class="verdict bad" role="alert"' in text
    assert "集体讨论会议记录（evidence-0001.pdf）" in text
    assert specimens.sha256(specimens.ATTACHED["evidence-0001.pdf"]) in text
    assert specimens.sha256(other["evidence-0001.pdf"]) in text


def test_what_the_file_says_is_no_markup(browser: Client, tmp_path: Path) -> None:
    def bend(manifest: dict[str, Any]) -> None:
        manifest["case"]["title"] = "<script>alert(1)</script>"

    page = handed_in(browser, specimens.dossier(tmp_path / "bent.pdf", bend).read_bytes())
    assert "&lt;script&gt;" in page.content.decode()
    assert "<script>alert" not in page.content.decode()


def test_a_package_is_verified_with_the_dossier(browser: Client, sealed: Kept) -> None:
    package = SimpleUploadedFile("package.zip", b"no zip")
    page = handed_in(browser, sealed.data, package=package)
    assert page.status_code == 422
    assert "打不开放在旁边的文件夹或包" in page.content.decode()


@pytest.mark.parametrize(
    ("data", "said"), [(b"hello", "这不是PDF文件"), (b"", "文件是空的"), (b"%PDF-1", "结构坏了")]
)
def test_what_is_no_pdf_is_refused_in_the_form(browser: Client, data: bytes, said: str) -> None:
    page = handed_in(browser, data)
    assert page.status_code == 422
    assert said in page.content.decode()
    assert 'role="alert"' in page.content.decode()


def test_nothing_chosen_is_told(browser: Client) -> None:
    page = browser.post(ADDRESS, {})
    assert page.status_code == 422
    assert "请选择卷宗PDF。" in page.content.decode()


def test_what_is_too_large_is_refused_before_it_is_read(
    browser: Client, settings: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(verification, "verified", lambda _asked: pytest.fail("it was read"))
    settings.VERIFY_MAX_BYTES = 1000
    page = handed_in(browser, b"%PDF-" + bytes(2 * 1024 * 1024))
    assert page.status_code == 413
    assert "文件超过1000" in page.content.decode().replace("\xa0", " ")


def test_a_form_without_its_token_is_refused(sealed: Kept) -> None:
    page = handed_in(Client(enforce_csrf_checks=True), sealed.data)
    assert page.status_code == 403


def test_one_dossier_is_verified_at_a_time(
    browser: Client, sealed: Kept, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(verification, "PATIENCE", 0.0)
    with verification._turn:
        page = handed_in(browser, sealed.data)
    assert page.status_code == 503
    assert "过一分钟再试" in page.content.decode()
    assert handed_in(browser, sealed.data).status_code == 200


def test_nothing_that_was_handed_in_is_kept(
    browser: Client, sealed: Kept, monkeypatch: pytest.MonkeyPatch
) -> None:
    seen: list[Asked] = []

    def verified(asked: Asked) -> dict[str, Any]:
        seen.append(asked)
        return apart.verified(asked)

    monkeypatch.setattr(verification, "verified", verified)
    handed_in(browser, sealed.data)
    (asked,) = seen
    assert not Path(asked.path).exists()
    assert not Path(asked.path).parent.exists()


def test_a_file_that_breaks_the_process_hurts_nobody(
    browser: Client, sealed: Kept, settings: Any
) -> None:
    settings.VERIFY_MAX_MEMORY = 50 * 1024 * 1024
    page = handed_in(browser, sealed.data)
    assert page.status_code == 422
    assert "超过上限" in page.content.decode()


def test_the_verifier_and_the_trust_file_are_handed_out(browser: Client, sealed: Kept) -> None:
    program = browser.get(reverse("portal:verifier"))
    assert program.content == bundle.bundled()
    assert program["Content-Disposition"] == 'attachment; filename="verify_dossier.pyz"'
    assert browser.get(reverse("portal:trust")).content == specimens.trust_file()
