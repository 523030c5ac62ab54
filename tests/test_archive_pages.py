"""The archivist finds what waits, the auditor finds what is sealed; every retrieval is recorded."""

import datetime as dt
from typing import Any

import pytest
from django.db import DatabaseError
from django.test import Client
from django.urls import reverse

from archive.dossier import Prepared
from archive.models import Dossier, Retrieval
from archive.retrieval import NotReader, retrieve
from decisions.evidence import keep_bytes
from decisions.models import Case
from people.models import Person, Tenure
from tests.story import BEGINNING, Story

ARCHIVIST, AUDITOR, UNDERTAKER = "liangqiuyue", "zhouhuimin", "huoqishan"
PDF = b"%PDF-1.7 invented\n%%EOF\n"
ARCHIVE = reverse("workflow:archive")


@pytest.fixture(autouse=True)
def _printed_at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    """Leave the printing to its own tests."""

    def prepare(case: Case, _described: Any, _slip: Any) -> Prepared:
        return Prepared(case.head, keep_bytes(PDF, "application/pdf"), 1)

    monkeypatch.setattr("workflow.acts.closing.prepare", prepare)


def browser(username: str) -> Client:
    client = Client()
    client.force_login(Person.objects.get(username=username))
    return client


def terminated(title: str, code: str) -> Dossier:
    """Seal the dossier of a matter that ended early."""
    story = Story()
    story.do("propose", UNDERTAKER, title=title)
    story.do("terminate_case", "fanglicheng")
    story.do("seal_dossier", ARCHIVIST, archival_code=code)
    return Dossier.objects.get(archival_code=code)


@pytest.fixture
def sealed(told: Story) -> Dossier:
    """A dossier of a matter issued in 2025 and sealed in 2026."""
    told.now = BEGINNING - dt.timedelta(days=365)
    told.until("close_case").do("seal_dossier", ARCHIVIST, days=240)
    return Dossier.objects.get()


def found(query: dict[str, Any], username: str = AUDITOR) -> list[str]:
    response = browser(username).get(ARCHIVE, query)
    assert response.status_code == 200
    return [row.archival_code for row, *_rest in response.context["rows"]]


def original(purpose: str) -> dict[str, str]:
    """What the page posts for the file as it was sealed."""
    return {"purpose": purpose, "kind": "original"}


def address(dossier: Dossier, name: str = "download") -> str:
    return reverse(f"workflow:{name}", args=[dossier.pk])


@pytest.mark.parametrize("name", ["archive", "dossier", "download"])
def test_only_those_who_read_dossiers_come_in(sealed: Dossier, name: str) -> None:
    page = ARCHIVE if name == "archive" else address(sealed, name)
    assert browser(UNDERTAKER).get(page).status_code == 403
    assert Client().get(page)["Location"] == f"{reverse('login')}?next={page}"
    for reader in (ARCHIVIST, AUDITOR):
        assert browser(reader).get(page).status_code in (200, 302)


def test_somebody_else_downloads_nothing(sealed: Dossier) -> None:
    response = browser(UNDERTAKER).post(address(sealed), original("看看"))
    assert response.status_code == 403
    assert not Retrieval.objects.exists()


def test_a_retrieval_is_recorded_before_the_file_leaves(sealed: Dossier) -> None:
    response = browser(AUDITOR).post(address(sealed), original("海审通〔2026〕7号"))
    retrieval = Retrieval.objects.get()
    assert retrieval.tenure.person.username == AUDITOR
    assert (retrieval.dossier, retrieval.purpose) == (sealed, "海审通〔2026〕7号")
    assert response.getvalue() == PDF
    assert Retrieval.objects.count() == 1


def test_the_file_is_handed_out_as_a_download(sealed: Dossier) -> None:
    response = browser(AUDITOR).post(address(sealed), original("审计"))
    name = "0001-WS%C2%B72026-Y-ZFB-0001.pdf"
    assert response["Content-Disposition"] == f"attachment; filename*=utf-8''{name}"
    assert response["Content-Type"] == "application/pdf"
    assert response["X-Content-Type-Options"] == "nosniff"
    assert "no-store" in response["Cache-Control"]
    assert response.getvalue() == PDF


@pytest.mark.parametrize("purpose", ["", "   ", "长" * 201])
def test_without_a_purpose_nothing_leaves(sealed: Dossier, purpose: str) -> None:
    response = browser(AUDITOR).post(address(sealed), {"purpose": purpose})
    assert response.status_code == 422
    assert not Retrieval.objects.exists()
    assert b"purpose-error" in response.content


def test_a_link_to_the_download_leads_to_the_page(sealed: Dossier) -> None:
    response = browser(AUDITOR).get(address(sealed))
    assert response["Location"] == address(sealed, "dossier") + "#retrieve"
    assert not Retrieval.objects.exists()


def test_the_page_lists_who_retrieved_it(sealed: Dossier) -> None:
    browser(AUDITOR).post(address(sealed), original("年度审计<b>")).getvalue()
    page = browser(ARCHIVIST).get(address(sealed, "dossier")).content.decode()
    assert "周慧敏" in page
    assert "年度审计&lt;b&gt;" in page


def test_a_file_that_is_lost_is_not_recorded_as_retrieved(sealed: Dossier, settings: Any) -> None:
    settings.MEDIA_ROOT = settings.MEDIA_ROOT / "elsewhere"
    response = browser(AUDITOR).post(address(sealed), original("审计"))
    assert response.status_code == 404
    assert "卷宗文件没有找到" in response.content.decode()
    assert not Retrieval.objects.exists()


def test_a_forged_number_finds_nothing(district: None) -> None:
    for name in ("dossier", "download"):
        page = reverse(f"workflow:{name}", args=[999])
        assert browser(AUDITOR).post(page, {"purpose": "审计"}).status_code in (404, 405)
    assert browser(AUDITOR).get(reverse("workflow:dossier", args=[999])).status_code == 404


def test_a_post_that_reads_no_dossiers_retrieves_none(sealed: Dossier) -> None:
    tenure = Tenure.objects.named().get(person__username=UNDERTAKER)
    with pytest.raises(NotReader):
        retrieve(sealed, tenure, "看看")


def test_a_retrieval_is_never_taken_back(sealed: Dossier) -> None:
    browser(AUDITOR).post(address(sealed), original("审计")).getvalue()
    with pytest.raises(DatabaseError, match="suyuan"):
        Retrieval.objects.all().delete()


def test_an_archivist_sees_what_waits_and_an_auditor_does_not(told: Story) -> None:
    told.do("propose", UNDERTAKER)
    told.do("terminate_case", "fanglicheng")
    seal = reverse("workflow:act", args=[told.known_case.number, "seal_dossier"])
    assert seal in browser(ARCHIVIST).get(ARCHIVE).content.decode()
    assert seal not in browser(AUDITOR).get(ARCHIVE).content.decode()
    told.do("seal_dossier", ARCHIVIST)
    assert seal not in browser(ARCHIVIST).get(ARCHIVE).content.decode()


@pytest.mark.parametrize(
    "query",
    [
        {}, {"q": "电动"}, {"q": "印发措施"}, {"q": "通行 措施"}, {"q": "〔2026〕"}, {"q": "[2026]"},
        {"q": "海府"}, {"q": "2026-Y-ZFB"}, {"q": "HZ-2025"}, {"year": "2025"},
        {"q": "电动", "year": "2025"}, {"year": "2025", "until": ""}, {"year": "2016", "until": "2025"},
        {"until": "2025"},
    ],
)  # fmt: skip
def test_a_dossier_is_found(sealed: Dossier, query: dict[str, str]) -> None:
    assert found(query) == [sealed.archival_code]
    assert found(query, ARCHIVIST) == [sealed.archival_code]


@pytest.mark.parametrize(
    "query",
    [
        {"q": "水土"},
        {"q": "电动 水土"},
        {"q": "%"},
        {"q": "_"},
        {"year": "2026"},
        {"year": "2024", "until": ""},
    ],
)
def test_another_dossier_is_not(sealed: Dossier, query: dict[str, str]) -> None:
    assert found(query) == []
    assert "没有找到符合条件的卷宗" in browser(AUDITOR).get(ARCHIVE, query).content.decode()


def test_a_unit_finds_its_own(sealed: Dossier) -> None:
    unit = sealed.case.undertaking_unit
    assert found({"unit": unit.pk}) == [sealed.archival_code]
    story = Story()
    story.do("propose", "mowenjun", title="水土保持规划")
    story.do("terminate_case", "fanglicheng")
    story.do("seal_dossier", ARCHIVIST, archival_code="0001-WS·2026-Y-SWJ-0001")
    assert found({"unit": story.known_case.undertaking_unit_id}) == ["0001-WS·2026-Y-SWJ-0001"]


def test_a_matter_never_decided_is_found_by_the_year_of_sealing(district: None) -> None:
    terminated("水土保持规划", "A-1")
    assert found({"year": "2026"}) == ["A-1"]
    assert found({"year": "2025"}) == []


@pytest.mark.parametrize(
    ("query", "sentence"),
    [
        ({"year": "去年"}, "年度写四位数字"),
        ({"year": "26"}, "年度写四位数字"),
        ({"year": "99999999999"}, "年度写四位数字"),
        ({"unit": "999999"}, "从列表中选择承办单位。"),
        ({"unit": "x"}, "从列表中选择承办单位。"),
    ],
)
def test_what_cannot_be_looked_for_is_told(
    district: None, query: dict[str, str], sentence: str
) -> None:
    response = browser(AUDITOR).get(ARCHIVE, query)
    assert response.status_code == 422
    assert sentence in response.content.decode()


def test_no_dossier_yet_says_so(district: None) -> None:
    page = browser(ARCHIVIST).get(ARCHIVE).content.decode()
    assert "还没有封存的卷宗。" in page
    assert "没有等待封存的事项。" in page


def test_many_dossiers_have_pages_and_no_more_queries(
    district: None, django_assert_max_num_queries: Any
) -> None:
    for n in range(21):
        terminated(f"第{n}件规划", f"A-{n}")
    client = browser(AUDITOR)
    with django_assert_max_num_queries(14):
        first = client.get(ARCHIVE, {"q": "规划"})
    assert len(first.context["rows"]) == 20
    below = first.context["found"].below
    assert f"?q=%E8%A7%84%E5%88%92&amp;below={below}".encode() in first.content
    second = client.get(ARCHIVE, {"q": "规划", "below": below})
    assert [row.archival_code for row, *_rest in second.context["rows"]] == ["A-0"]
    assert len(client.get(ARCHIVE, {"below": "nonsense"}).context["rows"]) == 20
