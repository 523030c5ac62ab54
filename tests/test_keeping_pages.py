"""The pages of keeping: each check's result, what falls due, what was destroyed, supplements."""

from typing import Any

import pytest
import time_machine
from django.core.files.base import ContentFile
from django.test import Client
from django.urls import reverse

from archive.models import Dossier, Retrieval, Supplement
from decisions.evidence import keep
from decisions.models import Evidence
from people.models import Organ, Person, Unit
from tests.story import Story

pytestmark = pytest.mark.usefixtures("stamped", "years_on")
ARCHIVIST, AUDITOR = "liangqiuyue", "zhouhuimin"


def browser(username: str) -> Client:
    """Log somebody in."""
    client = Client()
    client.force_login(Person.objects.get(username=username))
    return client


def page(username: str, name: str, *args: Any) -> tuple[int, str]:
    """Open a page; return its status and text."""
    response = browser(username).get(reverse(f"workflow:{name}", args=args))
    return response.status_code, response.content.decode()


def test_the_dossiers_page_has_every_check_with_its_result(told: Story) -> None:
    told.until("transfer_dossier")
    status, text = page(AUDITOR, "dossier", Dossier.objects.get().pk)
    assert status == 200
    for said in ("GD-ZS-1-1", "YJ-AQ-2-1", "没有安装病毒扫描程序", "永久保管，没有到期日"):
        assert said in text


def test_a_dossier_sealed_before_there_were_checks_says_so(told: Story, monkeypatch: Any) -> None:
    monkeypatch.setattr("workflow.acts.closing.store", lambda *_args: None)
    told.until("seal_dossier")
    assert "还没有按项检测" in page(AUDITOR, "dossier", Dossier.objects.get().pk)[1]


def test_what_falls_due_is_listed_for_the_archivist(told: Story) -> None:
    told.reach("appraise_dossier")
    with time_machine.travel(told.now):
        status, text = page(ARCHIVIST, "due")
    assert (status, "0001-WS·2026-D10-ZFB-0001" in text, "已到期" in text) == (200, True, True)
    told.do("appraise_dossier", ARCHIVIST)
    assert "等待审批" in page(ARCHIVIST, "due")[1]


@pytest.mark.parametrize("name", ["due", "register"])
def test_nobody_else_sees_them(told: Story, name: str) -> None:
    told.until("propose")
    assert page("huoqishan", name)[0] == 403
    assert page(AUDITOR, name)[0] == 200
    assert Client().get(reverse(f"workflow:{name}")).status_code == 302


def test_what_was_destroyed_says_so_for_ever_and_is_gone(told: Story) -> None:
    own = keep(ContentFile("材料。".encode(), name="材料.txt"))
    told.do("propose", "huoqishan", attachments=[own])
    told.told = 1
    told.do("dispose_dossier", told.reach("dispose_dossier"))
    dossier = Dossier.objects.get()
    text = page(AUDITOR, "dossier", dossier.pk)[1]
    assert all(one in text for one in ("已销毁", "梁秋月", "周慧敏、林静怡", "按批准的清册销毁"))
    assert "不能再调阅" in text
    assert reverse("workflow:download", args=[dossier.pk]) not in text
    assert "周慧敏" in page(AUDITOR, "register")[1]
    asked = {"purpose": "审计通知书1号"}
    answer = browser(AUDITOR).post(reverse("workflow:download", args=[dossier.pk]), asked)
    assert (answer.status_code, "已销毁" in answer.content.decode()) == (410, True)
    assert page("huoqishan", "evidence", Evidence.objects.get().pk)[0] == 410
    assert not Retrieval.objects.exists()


def test_a_supplement_is_handed_out_with_its_purpose_on_record(told: Story) -> None:
    told.until("seal_dossier")
    told.do("open_inquiry", AUDITOR)
    told.do("seal_supplement", ARCHIVIST)
    supplement = Supplement.objects.get()
    text = page(AUDITOR, "dossier", supplement.dossier_id)[1]
    assert text.count("决策后评估材料") == 2  # once to see, once in the button's name
    address = reverse("workflow:supplement", args=[supplement.pk])
    for purpose in ("", "   ", "长" * 201):
        assert browser(AUDITOR).post(address, {"purpose": purpose}).status_code == 422
    assert browser("huoqishan").post(address, {"purpose": "看看"}).status_code == 403
    assert not Retrieval.objects.exists()
    answer = browser(AUDITOR).post(address, {"purpose": "审计通知书1号"})
    assert b"".join(answer.streaming_content).startswith(b"%PDF")  # type: ignore[attr-defined]  # a file is streamed
    assert Retrieval.objects.get().dossier == supplement.dossier


def test_another_organ_takes_no_supplement(told: Story) -> None:
    told.until("seal_dossier")
    told.do("open_inquiry", AUDITOR)
    told.do("seal_supplement", ARCHIVIST)
    organ = Organ.objects.create(name="某区人民政府", code="XX", fonds_code="0009")  # invented
    Unit.objects.filter(posts__tenures__person__username=AUDITOR).update(organ=organ)
    address = reverse("workflow:supplement", args=[Supplement.objects.get().pk])
    assert browser(AUDITOR).post(address, {"purpose": "审计通知书1号"}).status_code == 404
    assert not Retrieval.objects.exists()


def test_late_evaluation_is_offered_on_the_page_of_a_filed_case(told: Story) -> None:
    told.until("transfer_dossier")
    address = reverse("workflow:act", args=[told.known_case.number, "commission_evaluation"])
    client = browser("chenhaining")
    assert address in client.get(told.known_case.get_absolute_url()).content.decode()
    assert client.get(address).status_code == 200
