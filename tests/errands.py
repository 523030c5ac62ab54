"""An errand on its way in a test: handed in at the page, done when the test says so."""

import datetime as dt
from collections.abc import Callable
from typing import Any

import pytest
import time_machine
from django.test import Client, override_settings
from django.urls import reverse

from archive.dossier import Prepared
from decisions.evidence import keep_bytes
from decisions.models import Case
from decisions.progress import report
from tests.desk import Desk
from tests.story import Story
from workflow.errands.doing import carry_out
from workflow.models import Errand, Worker

IMMEDIATE = {"default": {"BACKEND": "django_tasks.backends.immediate.ImmediateBackend"}}
NOT_YET = {"default": {"BACKEND": "django_tasks.backends.dummy.DummyBackend"}}
ARCHIVIST, OFFICE = "liangqiuyue", "chenhaining"
PDF = b"%PDF-1.7 invented\n%%EOF\n"
Press = Callable[[Case], Prepared]


def printed(case: Case) -> Prepared:
    """Print in three parts."""
    for done in (1, 2, 3):
        report(done, 3)
    return Prepared(case.head, keep_bytes(PDF, "application/pdf"), 1)


def printing(monkeypatch: pytest.MonkeyPatch, press: Press) -> None:
    """Let `press` print the dossiers."""
    monkeypatch.setattr("workflow.acts.closing.prepare", lambda case, *_given: press(case))


def ended(story: Story) -> Story:
    """Tell a matter that ended early: its dossier can be sealed."""
    story.do("propose", "huoqishan")
    story.do("terminate_case", "fanglicheng")
    return story


def hand_in(desk: Desk, **changes: Any) -> Errand:
    """Hand in the sealing at its page; return what it put on file."""
    response = desk.hand_in("seal_dossier", **changes)
    assert response.status_code == 303, response.content.decode()
    errand = Errand.objects.get(case=desk.story.known_case, state__in=Errand.UNDERWAY)
    assert response["Location"] == errand.get_absolute_url()
    return errand


def work(minutes: float = 0) -> None:
    """Let a worker come by, some minutes from now, and do what waits."""
    moment = dt.datetime.now(dt.UTC) + dt.timedelta(minutes=minutes)
    with time_machine.travel(moment), override_settings(TASKS=IMMEDIATE):
        from workflow.errands.queue import sweep

        sweep()
        for errand in Errand.objects.filter(state=Errand.State.WAITING):
            carry_out.enqueue(str(errand.pk))


def begun(errand: Errand, worker: Worker | None = None) -> Errand:
    """Leave an errand as a worker that is at it, or died over it, has it."""
    Errand.objects.filter(pk=errand.pk).update(state="running", worker=worker, tries=1)
    errand.refresh_from_db()
    return errand


def page(browser: Client, errand: Errand, **headers: str) -> str:
    """Return what the page of an errand says."""
    response = browser.get(errand.get_absolute_url(), headers=headers)
    assert response.status_code == 200
    return str(response.content.decode())


def press_button(browser: Client, name: str, errand: Errand) -> Any:
    """Press a button of an errand's page."""
    return browser.post(reverse(f"workflow:{name}", args=[errand.pk]), follow=True)
