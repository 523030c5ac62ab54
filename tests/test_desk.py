"""The auditor's desk: reading, copies, persons, requirements; and who sees what was looked at."""

import csv
import datetime as dt
import io
from pathlib import Path
from typing import Any

import pikepdf
import pytest
from django.core.files.storage import default_storage
from django.db import DatabaseError, transaction
from django.test import Client
from django.urls import reverse
from weasyprint import HTML

from archive.models import Dossier, LedgerEntry, PageSeen, RequirementMet, Retrieval, SearchLog
from decisions.evidence import keep_bytes
from people.models import Organ, Person, Post, Role, Tenure, Unit
from tests.behind import run, unguarded
from tests.story import Story
from workflow.refusals import Refused

ARCHIVIST, AUDITOR, UNDERTAKER, WATCHER = "liangqiuyue", "zhouhuimin", "huoqishan", "qiuyawen"
pytestmark = pytest.mark.usefixtures("stamped")


def browser(username: str) -> Client:
    client = Client()
    client.force_login(Person.objects.get(username=username))
    return client


def page_of(name: str, *args: Any) -> str:
    return reverse(f"workflow:{name}", args=args)


@pytest.fixture
def sealed(told: Story) -> Dossier:
    """A dossier whose case was refused something once, and ended early."""
    told.until("open_public_input")
    with pytest.raises(Refused):
        told.do("close_public_input", UNDERTAKER)
    told.do("terminate_case", "fanglicheng")
    told.do("seal_dossier", ARCHIVIST)
    return Dossier.objects.get()


@pytest.fixture
def printed(sealed: Dossier) -> Dossier:
    """The same with three pages in its file, put there behind everybody's back."""
    text = "<meta charset=utf-8><style>h1{break-before:page}</style>" + "".join(
        f"<h1>第{n}章</h1><p>合法性审查意见" for n in (1, 2, 3)
    )
    blob = keep_bytes(HTML(string=text).write_pdf(), "application/pdf")
    with unguarded():
        run(f"UPDATE {Dossier._meta.db_table} SET blob_id = %s", blob.pk)
    return Dossier.objects.get()


@pytest.fixture(autouse=True)
def _pages_apart(settings: Any, tmp_path: Path) -> None:
    settings.PAGES_DIR = tmp_path / "pages"


def taken(client: Client, dossier: Dossier, kind: str, purpose: str = "海审通〔2026〕7号") -> Any:
    """Retrieve a dossier; what was handed out stands in `handed`."""
    address = page_of("download", dossier.pk)
    response: Any = client.post(address, {"purpose": purpose, "kind": kind})
    response.handed = response.getvalue()
    return response


# Reading


def test_a_dossier_is_read_page_by_page_under_one_purpose(printed: Dossier) -> None:
    client = browser(AUDITOR)
    opened = taken(client, printed, "reading")
    assert opened["Location"] == page_of("dossier_page", printed.pk, 1)
    first = client.get(opened["Location"])
    assert "合法性审查意见" in first.content.decode()
    assert "第2章" in first.content.decode()
    picture = client.get(page_of("dossier_picture", printed.pk, 1))
    assert picture.getvalue().startswith(b"\x89PNG")
    client.get(page_of("dossier_page", printed.pk, 3))
    client.get(page_of("dossier_page", printed.pk, 3))
    reading = Retrieval.objects.get()
    assert (reading.kind, reading.purpose) == ("reading", "海审通〔2026〕7号")
    assert [seen.page for seen in reading.pages.all()] == [1, 3]


def test_without_a_purpose_no_page_is_shown(printed: Dossier) -> None:
    client = browser(AUDITOR)
    asked = client.get(page_of("dossier_page", printed.pk, 1))
    assert asked["Location"] == page_of("dossier", printed.pk) + "#retrieve"
    assert client.get(page_of("dossier_picture", printed.pk, 1)).status_code == 403
    assert not PageSeen.objects.exists()


def test_a_reading_is_nobody_elses(printed: Dossier) -> None:
    client, other = browser(AUDITOR), browser(ARCHIVIST)
    taken(client, printed, "reading")
    session = other.session
    session["readings"] = {str(printed.pk): Retrieval.objects.get().pk}
    session.save()
    assert other.get(page_of("dossier_page", printed.pk, 1)).status_code == 302
    assert not PageSeen.objects.exists()


@pytest.mark.parametrize(("number", "status"), [(0, 404), (4, 404), (99999, 404)])
def test_there_are_no_other_pages(printed: Dossier, number: int, status: int) -> None:
    client = browser(AUDITOR)
    taken(client, printed, "reading")
    assert client.get(page_of("dossier_page", printed.pk, number)).status_code == status
    assert client.get(page_of("dossier_picture", printed.pk, number)).status_code == status


def test_a_file_that_is_no_pdf_is_told(sealed: Dossier) -> None:
    file = Path(default_storage.path(sealed.blob.path))
    file.chmod(0o600)
    file.write_bytes(b"no pdf")
    client = browser(AUDITOR)
    taken(client, sealed, "reading")
    assert client.get(page_of("dossier_page", sealed.pk, 1)).status_code == 409
    assert taken(client, sealed, "copy").status_code == 409
    assert taken(client, sealed, "original").status_code == 200
    assert taken(client, sealed, "stolen").status_code == 422


# Copies


def test_a_copy_says_who_has_it_and_the_original_does_not_change(printed: Dossier) -> None:
    before = Path(printed.blob.path)
    original = taken(browser(AUDITOR), printed, "original").handed
    copy = taken(browser(AUDITOR), printed, "copy").handed
    number = Retrieval.objects.get(kind="copy").pk
    with pikepdf.Pdf.open(io.BytesIO(copy)) as pdf:
        said = str(pdf.docinfo["/SuyuanCopy"])
        assert len(pdf.pages) == 3
    assert f"副本第{number}号　区审计局　周慧敏" in said
    assert "海审通〔2026〕7号" in said
    assert taken(browser(AUDITOR), printed, "original").handed == original
    assert before == Path(Dossier.objects.get().blob.path)


def test_the_mark_is_on_every_page(printed: Dossier) -> None:
    from pypdf import PdfReader

    copy = taken(browser(AUDITOR), printed, "copy", "长" * 200).handed
    pages = PdfReader(io.BytesIO(copy)).pages
    assert [("副本第" in page.extract_text()) for page in pages] == [True] * 3


# Persons


def test_every_act_of_a_person_is_found_in_whatever_post(sealed: Dossier) -> None:
    person = Person.objects.get(username=UNDERTAKER)
    old = Tenure.objects.get(person=person)
    with transaction.atomic():
        Tenure.objects.filter(pk=old.pk).update(ends_on=dt.date(2026, 6, 30))
    found = browser(AUDITOR).get(page_of("persons"), {"name": person.name})
    assert page_of("person", person.pk) in found.content.decode()
    page = browser(AUDITOR).get(page_of("person", person.pk))
    shown = [entry for entry, _act, _lacks in page.context["rows"]]
    assert shown == list(LedgerEntry.objects.filter(tenure=old).order_by("-at", "-pk"))
    assert any(not entry.accepted for entry in shown)
    assert "2026年6月30日" in page.content.decode()


def test_acts_are_narrowed_by_post_and_year(sealed: Dossier) -> None:
    person = Person.objects.get(username=UNDERTAKER)
    address = page_of("person", person.pk)
    post = Tenure.objects.get(person=person).post_id
    client = browser(AUDITOR)
    assert client.get(address, {"post": f"{post}", "year": "2026"}).context["rows"]
    assert not client.get(address, {"year": "2020"}).context["rows"]
    assert client.get(address, {"post": 999_999}).status_code == 422
    assert client.get(address, {"year": "x"}).status_code == 422
    assert client.get(address, {"below": "nonsense"}).status_code == 200
    assert client.get(address, {"below": "2026-01-01~x"}).status_code == 200


def test_the_pages_of_acts_leave_none_out(sealed: Dossier, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("archive.desk.deeds.A_PAGE", 2)
    person = Person.objects.get(username=UNDERTAKER)
    client = browser(AUDITOR)
    seen: list[int] = []
    below: str | None = ""
    while below is not None:
        page = client.get(page_of("person", person.pk), {"below": below})
        seen += [entry.pk for entry, _act, _lacks in page.context["rows"]]
        below = page.context["page"].below
    own = LedgerEntry.objects.filter(tenure__person=person).order_by("-at", "-pk")
    assert seen == list(own.values_list("pk", flat=True))
    assert len(seen) > 4


def test_the_export_holds_every_act_and_no_formula(told: Story) -> None:
    told.do("propose", UNDERTAKER, title="=1+1")
    person = Person.objects.get(username=UNDERTAKER)
    response: Any = browser(AUDITOR).get(page_of("person", person.pk), {"as": "csv"})
    text = b"".join(response.streaming_content).decode()
    rows = list(csv.reader(io.StringIO(text.removeprefix("\ufeff"))))
    assert len(rows) == 2
    assert rows[1][4] == "'=1+1"
    assert SearchLog.objects.filter(kind="export").count() == 1


# Requirements


def test_a_requirement_leads_to_the_case_that_was_refused_on_it(sealed: Dossier) -> None:
    refused = LedgerEntry.objects.get(outcome="refused")
    assert set(refused.unmet_ids) == {
        met.requirement for met in RequirementMet.objects.filter(refused_times=1)
    }
    id = refused.unmet_ids[0]
    page = browser(AUDITOR).get(page_of("requirement", id))
    assert [row.pk for _met, row in page.context["rows"]] == [sealed.pk]
    assert id in {
        one.id
        for one, counts in browser(AUDITOR).get(page_of("requirements")).context["rows"]
        if counts
    }
    assert browser(AUDITOR).get(page_of("requirement", "nonsense")).status_code == 404


def test_an_act_after_its_last_day_is_late(told: Story) -> None:
    told.before("publish_decision")
    told.do("publish_decision", "chenhaining", days=60, late_reason="系统故障。")
    told.told += 1
    told.until("close_case").do("seal_dossier", ARCHIVIST)
    late = RequirementMet.objects.filter(late_days__gt=0)
    assert late.exists()
    assert all(met.due_on and met.met_at for met in late)
    id = late[0].requirement
    page = browser(AUDITOR).get(page_of("requirement", id), {"only": "late"})
    assert f"迟延{late[0].late_days}天" in page.content.decode()


# Who may, and who sees it


def test_the_audit_administrator_sees_every_look_and_opens_nothing(printed: Dossier) -> None:
    taken(browser(AUDITOR), printed, "original", "年度审计")
    browser(AUDITOR).get(page_of("archive"), {"q": "没有的词"})
    client = browser(WATCHER)
    assert client.get(page_of("archive"))["Location"] == page_of("retrievals")
    assert "年度审计" in client.get(page_of("retrievals")).content.decode()
    assert "没有的词" in client.get(page_of("questions")).content.decode()
    for name in ("persons", "requirements", "samples", "verifications"):
        assert client.get(page_of(name)).status_code == 403
    for name in ("dossier", "download"):
        assert client.get(page_of(name, printed.pk)).status_code == 403
    assert taken(client, printed, "original").status_code == 403
    for page in ("retrievals", "questions"):
        assert browser(AUDITOR).get(page_of(page)).status_code == 403
        assert client.post(page_of(page)).status_code == 405


@pytest.mark.parametrize(
    ("asked", "found"),
    [
        ({"person": "周慧敏"}, 1), ({"person": "陈海宁"}, 0), ({"first": "2020-01-01"}, 1),
        ({"last": "2020-01-01"}, 0), ({"dossier": "没有"}, 0),
    ],
)  # fmt: skip
def test_the_log_is_narrowed(printed: Dossier, asked: dict[str, str], found: int) -> None:
    taken(browser(AUDITOR), printed, "original")
    page = browser(WATCHER).get(page_of("retrievals"), asked)
    assert len(page.context["page"].object_list) == found


def test_a_day_that_is_none_is_told(district: None) -> None:
    assert browser(WATCHER).get(page_of("retrievals"), {"first": "x"}).status_code == 422


def test_each_question_is_recorded_even_when_nothing_is_found(sealed: Dossier) -> None:
    client = browser(AUDITOR)
    client.get(page_of("archive"))
    assert not SearchLog.objects.exists()
    client.get(page_of("archive"), {"q": "没有的词", "year": "2026"})
    client.get(page_of("persons"), {"name": "霍"})
    found, sought = SearchLog.objects.order_by("pk").values_list("found", "sought")[0]
    assert (found, "没有的词" in sought, "2026" in sought) == (0, True, True)
    assert SearchLog.objects.filter(kind="person", found=1).exists()
    with pytest.raises(DatabaseError, match="suyuan"):
        SearchLog.objects.all().delete()


def test_another_organ_reads_nothing_here(sealed: Dossier) -> None:
    organ = Organ.objects.create(name="某区人民政府", code="XX", fonds_code="0009")  # invented
    unit = Unit.objects.create(organ=organ, code="XXS", name="某区审计局", opened_on="2000-01-01")
    post = Post.objects.create(unit=unit, title="审计岗", role=Role.AUDITOR)
    person = Person.objects.create_user("stranger", "x", name="某人")
    Tenure.objects.create(person=person, post=post, starts_on="2000-01-01")
    client = browser("stranger")
    assert client.get(page_of("archive")).context["rows"] == []
    undertaker = Person.objects.get(username=UNDERTAKER)
    for page in (page_of("dossier", sealed.pk), page_of("person", undertaker.pk)):
        assert client.get(page).status_code == 404
    assert taken(client, sealed, "original").status_code == 404
    assert not Retrieval.objects.exists()


def test_the_export_of_a_search_is_recorded_first(sealed: Dossier) -> None:
    response: Any = browser(AUDITOR).get(page_of("export"), {"q": "措施"})
    text = b"".join(response.streaming_content).decode()
    assert sealed.archival_code in text
    assert SearchLog.objects.get(kind="export").found == 1


def test_the_number_of_hits_is_told_by_itself(sealed: Dossier) -> None:
    said = browser(AUDITOR).get(page_of("how_many"), {"q": "措施"}).content.decode()
    assert "共1件" in said
