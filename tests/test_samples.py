"""Samples that can be drawn again, and the verification of many dossiers."""

import hashlib
from pathlib import Path
from typing import Any

import pytest
from django.core.files.storage import default_storage
from django.db import DatabaseError
from django.test import Client
from django.urls import reverse

from archive.desk import checks, verifying
from archive.models import Dossier, Sample, VerificationItem, VerificationResult, VerificationRun
from people.models import Person
from tests.behind import run, unguarded
from tests.story import Story

ARCHIVIST, AUDITOR, UNDERTAKER = "liangqiuyue", "zhouhuimin", "huoqishan"
SAMPLES, VERIFICATIONS = reverse("workflow:samples"), reverse("workflow:verifications")
pytestmark = pytest.mark.usefixtures("stamped")


@pytest.fixture(autouse=True)
def _at_once(settings: Any) -> None:
    """Let the worker's tasks be done where they are handed in."""
    settings.TASKS = {
        "default": {
            "BACKEND": "django_tasks.backends.immediate.ImmediateBackend",
            "ENQUEUE_ON_COMMIT": False,
        }
    }


@pytest.fixture(autouse=True)
def _strangers_find_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    """Leave the verifier of strangers out: the dossiers here are blank pages without a signature."""
    monkeypatch.setattr(checks, "report_on", lambda _dossier: {"checks": []})


@pytest.fixture
def sealed(district: None) -> list[Dossier]:
    """Six sealed dossiers."""
    for n in range(6):
        story = Story()
        story.do("propose", UNDERTAKER, title=f"第{n}件规划")
        story.do("terminate_case", "fanglicheng")
        story.do("seal_dossier", ARCHIVIST, archival_code=f"0001-WS·2026-Y-ZFB-{n:04}")
    return list(Dossier.objects.order_by("pk"))


def browser(username: str = AUDITOR) -> Client:
    client = Client()
    client.force_login(Person.objects.get(username=username))
    return client


def drawn(sample: Sample) -> list[str]:
    return [item.dossier.archival_code for item in sample.items.all()]


def test_anybody_can_draw_a_sample_again(sealed: list[Dossier]) -> None:
    browser().post(SAMPLES, {"size": "3", "seed": "20261125"})
    sample = Sample.objects.get()
    codes = [dossier.archival_code for dossier in sealed]
    by_value = sorted(codes, key=lambda code: hashlib.sha256(f"20261125|{code}".encode()).digest())
    assert drawn(sample) == by_value[:3]
    assert (sample.population, sample.newest) == (6, sealed[-1].pk)
    page = browser().get(reverse("workflow:sample", args=[sample.pk])).content.decode()
    assert f"&#x27;20261125|{by_value[0]}&#x27;" in page or f"'20261125|{by_value[0]}'" in page


def test_a_sample_is_drawn_from_what_was_looked_for(sealed: list[Dossier]) -> None:
    browser().post(f"{SAMPLES}?q=第3件", {"size": "5", "seed": "x"})
    sample = Sample.objects.get()
    assert (drawn(sample), sample.population) == (["0001-WS·2026-Y-ZFB-0003"], 1)
    assert "第3件" in sample.sought


def test_a_seed_that_nobody_gives_is_drawn_and_shown(sealed: list[Dossier]) -> None:
    response = browser().post(SAMPLES, {"size": "1"}, follow=True)
    seed = Sample.objects.get().seed
    assert len(seed) == 32
    assert seed in response.content.decode()


@pytest.mark.parametrize("size", ["", "0", "-1", "1001", "x"])
def test_a_size_that_is_none_draws_nothing(sealed: list[Dossier], size: str) -> None:
    response = browser().post(SAMPLES, {"size": size})
    assert response.status_code == 422
    assert "件数写1到1000的整数。" in response.content.decode()
    assert not Sample.objects.exists()


def test_a_sample_is_never_changed(sealed: list[Dossier]) -> None:
    browser().post(SAMPLES, {"size": "1"})
    with pytest.raises(DatabaseError, match="suyuan"):
        Sample.objects.update(seed="a better one")


def verified(
    client: Client, capture: Any, data: dict[str, Any], query: str = ""
) -> VerificationRun:
    with capture(execute=True):
        client.post(VERIFICATIONS + query, data)
    return VerificationRun.objects.latest("pk")


def test_a_run_finds_nothing_in_what_is_whole(
    sealed: list[Dossier], django_capture_on_commit_callbacks: Any
) -> None:
    made = verified(browser(), django_capture_on_commit_callbacks, {})
    assert verifying.progress(made) == verifying.Progress(total=6, done=6, broken=0)


def test_a_run_names_what_was_altered(
    sealed: list[Dossier], django_capture_on_commit_callbacks: Any
) -> None:
    Path(default_storage.path(sealed[0].blob.path)).write_bytes(b"altered")
    Path(default_storage.path(sealed[1].blob.path)).unlink()
    with unguarded():
        run(f"UPDATE {Dossier._meta.db_table} SET note = 'x' WHERE id = %s", sealed[2].pk)
        run(
            "UPDATE archive_ledgerentry SET actor = '别人' WHERE case_id = %s AND seq = 2",
            sealed[3].case_id,
        )
    client = browser()
    made = verified(client, django_capture_on_commit_callbacks, {})
    assert verifying.progress(made) == verifying.Progress(total=6, done=6, broken=4)
    page = client.get(reverse("workflow:verification", args=[made.pk])).content.decode()
    for sentence in (
        "卷宗文件的摘要和封存时记录的不符", "卷宗文件没有找到", "封存记录和台账中的内容摘要不符",
        "第2条台账和前后不符",
    ):  # fmt: skip
        assert sentence in page


def test_a_sample_is_verified(
    sealed: list[Dossier], django_capture_on_commit_callbacks: Any
) -> None:
    client = browser()
    client.post(SAMPLES, {"size": "2"})
    sample = Sample.objects.get()
    made = verified(client, django_capture_on_commit_callbacks, {"sample": sample.pk})
    assert (made.total, made.sample) == (2, sample)
    assert client.post(VERIFICATIONS, {"sample": "999"}).status_code == 404


def test_a_run_goes_on_after_the_worker_died(
    sealed: list[Dossier], django_capture_on_commit_callbacks: Any, monkeypatch: Any
) -> None:
    done: list[int] = []

    def dies(key: int) -> bool:
        done.append(key)
        if len(done) == 3:
            raise KeyboardInterrupt
        return verify(key)

    verify = verifying._verify
    monkeypatch.setattr(verifying, "_verify", dies)
    client = browser()
    with pytest.raises(KeyboardInterrupt):
        verified(client, django_capture_on_commit_callbacks, {})
    made = VerificationRun.objects.get()
    assert verifying.progress(made).done == 2
    page = client.get(reverse("workflow:verification", args=[made.pk])).content.decode()
    assert 'hx-trigger="every 2s"' in page
    monkeypatch.setattr(verifying, "_verify", verify)
    again = reverse("workflow:go_on", args=[made.pk])
    with django_capture_on_commit_callbacks(execute=True):
        client.post(again)
    assert verifying.progress(made).finished
    assert VerificationResult.objects.count() == 6
    assert client.post(again).status_code == 409


def test_two_workers_leave_one_result(sealed: list[Dossier]) -> None:
    tenure = Person.objects.get(username=AUDITOR).tenures.get()
    made = verifying.begin(tenure, [sealed[0].pk], "", "")
    item = VerificationItem.objects.get(run=made)
    assert verifying._verify(item.pk)
    assert not verifying._verify(item.pk)
    assert VerificationResult.objects.count() == 1


def test_the_whole_verifier_is_asked_where_there_is_one(
    sealed: list[Dossier], monkeypatch: pytest.MonkeyPatch, django_capture_on_commit_callbacks: Any
) -> None:
    monkeypatch.setattr(checks, "report_on", finds_fault)
    made = verified(browser(), django_capture_on_commit_callbacks, {}, "?q=第1件")
    assert VerificationResult.objects.get(item__run=made).findings == "签名无效。"


def finds_fault(_dossier: Dossier) -> Any:
    said = {"zh": "签名无效。", "en": "The signature is not valid."}
    return {"checks": [{"outcome": "altered", "said": said}]}
