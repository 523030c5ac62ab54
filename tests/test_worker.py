"""The worker as it runs in earnest: a process beside the site that may be killed at any moment."""

import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from django.conf import settings as configured
from django.core.management import call_command
from django.db import OperationalError, connection
from django.utils import timezone
from django_tasks_db.models import DBTaskResult

from archive.models import Dossier, LedgerEntry
from tests.desk import Desk
from tests.errands import ARCHIVIST, ended, hand_in
from tests.story import Story
from workflow.audit import differences
from workflow.errands.pulse import Pulse
from workflow.models import Errand, Worker
from workflow.models.errand import DEAD_AFTER

PATIENCE = 60.0
DATABASE = {"default": {"BACKEND": "django_tasks_db.DatabaseBackend"}}
Start = Callable[..., "subprocess.Popen[bytes]"]


def address() -> str:
    """Return the URL of the test's own database."""
    told = connection.settings_dict
    if connection.vendor == "sqlite":
        return f"sqlite:///{told['NAME']}"
    return "postgres://{USER}:{PASSWORD}@{HOST}:{PORT}/{NAME}".format(**told)


@pytest.fixture
def archivist(committed_district: None, settings: Any) -> Desk:
    """Hand in at the page; nobody does it until a worker is started."""
    settings.TASKS = DATABASE
    return Desk(ARCHIVIST, ended(Story()))


@pytest.fixture
def start(settings: Any, tmp_path: Path) -> Iterator[Start]:
    """Start workers; see that none outlives the test."""
    started: list[subprocess.Popen[bytes]] = []
    steps = tmp_path / "steps"
    steps.touch()

    def start(parts: int, **environment: str) -> "subprocess.Popen[bytes]":
        env = {
            **os.environ, "DJANGO_SETTINGS_MODULE": "config.settings", "DATABASE_URL": address(),
            "MEDIA_ROOT": str(settings.MEDIA_ROOT), "STEPS": str(steps), **environment,
        }  # fmt: skip
        command = [sys.executable, "-m", "tests.slow_worker", str(parts)]
        started.append(subprocess.Popen(command, cwd=configured.BASE_DIR, env=env))  # noqa: S603  # ours
        return started[-1]

    yield start
    for worker in started:
        worker.kill()
        worker.wait()


def until(condition: Callable[[], bool]) -> None:
    """Wait until something is so."""
    end = time.monotonic() + PATIENCE
    while not condition():
        assert time.monotonic() < end, "it took too long"
        time.sleep(0.05)


def is_halfway() -> bool:
    return Errand.objects.filter(state="running", done__gt=0).exists()


def steps_of(worker: "subprocess.Popen[bytes]", folder: Path) -> int:
    return (folder / "steps").read_text().split().count(str(worker.pid))


def test_it_does_what_waits_and_ends(archivist: Desk, start: Start) -> None:
    errand = hand_in(archivist)
    assert start(3).wait(PATIENCE) == 0
    errand.refresh_from_db()
    assert (errand.state, errand.done, errand.total) == ("done", 3, 3)
    assert Dossier.objects.count() == 1
    assert not Worker.objects.exists(), "who ends says so"
    assert list(differences()) == []


def test_one_killed_in_the_middle_is_survived(
    archivist: Desk, start: Start, tmp_path: Path
) -> None:
    errand = hand_in(archivist)
    killed = start(600)
    until(is_halfway)
    killed.send_signal(signal.SIGKILL)
    killed.wait()
    assert not Dossier.objects.exists()
    # A minute passes in which nothing is heard of it.
    Worker.objects.update(beat_at=timezone.now() - DEAD_AFTER * 2)

    successor = start(3)
    assert successor.wait(PATIENCE) == 0
    errand.refresh_from_db()
    assert (errand.state, errand.tries, errand.cuts) == ("done", 2, 1)
    assert Dossier.objects.count() == 1
    assert steps_of(successor, tmp_path) == 3
    assert not LedgerEntry.objects.filter(outcome="refused").exists()
    assert {task.status for task in DBTaskResult.objects.all()} == {"FAILED", "SUCCESSFUL"}
    assert list(differences()) == []


def test_one_asked_to_end_finishes_what_it_has_in_hand(archivist: Desk, start: Start) -> None:
    errand = hand_in(archivist)
    worker = start(30)
    until(is_halfway)
    worker.terminate()
    assert worker.wait(PATIENCE) == 0
    errand.refresh_from_db()
    assert errand.state == "done"


def test_two_workers_do_it_once(archivist: Desk, start: Start) -> None:
    errand = hand_in(archivist)
    workers = [start(10), start(10)]
    assert [worker.wait(PATIENCE) for worker in workers] == [0, 0]
    errand.refresh_from_db()
    assert (errand.state, errand.tries) == ("done", 1)
    assert LedgerEntry.objects.filter(act="seal_dossier").count() == 1


def test_one_that_asks_for_more_memory_than_it_may_have_is_told_in_words(
    archivist: Desk, start: Start
) -> None:
    errand = hand_in(archivist)
    assert start(0, WORKER_MEMORY_MB="600").wait(PATIENCE) == 0
    errand.refresh_from_db()
    assert errand.state == "failed"
    assert errand.said == ["内存不够：办理程序最多用600MB。请管理员调高WORKER_MEMORY_MB后再试。"]
    assert not Dossier.objects.exists()


def test_the_page_answers_while_a_worker_is_at_it(archivist: Desk, start: Start) -> None:
    errand = hand_in(archivist)
    start(600)
    until(is_halfway)
    begun = time.monotonic()
    response = archivist.browser.get(errand.get_absolute_url())
    assert time.monotonic() - begun < 5, "no request waits for the press"
    assert "/600。" in response.content.decode()


def test_one_says_that_it_lives_and_looks_after_the_queue(
    archivist: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("workflow.errands.pulse.BEAT", 0.05)
    errand = hand_in(archivist)
    Errand.objects.filter(pk=errand.pk).update(state="later", next_try=timezone.now())
    with Pulse() as pulse:
        Worker.objects.update(beat_at=timezone.now() - DEAD_AFTER * 2)
        until(lambda: Worker.objects.living().filter(pk=pulse.worker).exists())
        until(lambda: Errand.objects.filter(pk=errand.pk, state="waiting").exists())
    assert not Worker.objects.exists()


def test_a_lost_database_is_waited_for(
    committed_district: None, monkeypatch: pytest.MonkeyPatch
) -> None:
    tried: list[str] = []

    def lost_once(name: str, **_options: object) -> None:
        tried.append(name)
        if len(tried) == 1:
            raise OperationalError("server closed the connection unexpectedly")

    monkeypatch.setattr("workflow.management.commands.work.call_command", lost_once)
    monkeypatch.setattr("workflow.management.commands.work.limit_memory", lambda _limit: None)
    monkeypatch.setattr("workflow.management.commands.work.PAUSE", 0)
    call_command("work", verbosity=0)
    assert tried == ["db_worker", "db_worker"]
    assert not Worker.objects.exists()
