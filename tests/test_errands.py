"""An act that takes long is put on file, done by a worker, and whoever handed it in sees how far."""

import datetime as dt
import re
from typing import Any

import pytest
import time_machine
from django.test import Client
from django.utils import timezone

from archive.dossier import Prepared
from archive.models import Dossier, LedgerEntry
from decisions.models import Case, Evidence
from decisions.progress import report
from people.models import Person, Tenure
from tests.desk import Desk, text
from tests.errands import (
    ARCHIVIST,
    IMMEDIATE,
    NOT_YET,
    OFFICE,
    begun,
    ended,
    hand_in,
    page,
    press_button,
    printed,
    printing,
    work,
)
from tests.story import Story
from workflow.audit import differences
from workflow.errands.doing import Progress, TakenOver, carry_out
from workflow.models import Errand, Worker

FILLED = {"archival_code": "A-1", "retention": "Y", "seen_draft": ""}
"""The form as somebody posts it who never saw the page."""


@pytest.fixture(autouse=True)
def _no_worker_yet(settings: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    settings.TASKS = NOT_YET
    printing(monkeypatch, printed)


@pytest.fixture
def archivist(told: Story) -> Desk:
    return Desk(ARCHIVIST, ended(told))


def sealed(desk: Desk) -> int:
    """Return how many dossiers the case has, once everything agrees."""
    assert list(differences()) == []
    return Dossier.objects.filter(case=desk.story.known_case).count()


def test_it_is_handed_in_done_and_shown(archivist: Desk) -> None:
    errand = hand_in(archivist)
    assert "已经提交，马上开始" in page(archivist.browser, errand)
    assert sealed(archivist) == 0
    work()
    dossier = Dossier.objects.get()
    said = page(archivist.browser, errand)
    assert f"已办理：封存卷宗。记录号{dossier.seq}。" in said
    assert f'href="/archive/{dossier.pk}/"' in said
    assert archivist.story.known_case.state == "archived"
    assert sealed(archivist) == 1


def test_where_nothing_waits_the_page_leads_to_what_is_done(archivist: Desk, settings: Any) -> None:
    settings.TASKS = IMMEDIATE
    response = archivist.browser.post(
        archivist.address("seal_dossier"), archivist.fill("seal_dossier"), follow=True
    )
    assert "已办理：封存卷宗" in text(response)


def test_it_is_done_at_the_moment_at_which_it_is_done(archivist: Desk) -> None:
    hand_in(archivist)
    work(minutes=90)
    later = Dossier.objects.get().at - timezone.now()
    assert dt.timedelta(minutes=89) < later < dt.timedelta(minutes=91)


def test_the_files_handed_in_become_evidence(archivist: Desk, tmp_path: Any) -> None:
    file = tmp_path / "移交清单.txt"
    file.write_text("一件。")
    with file.open("rb") as opened:
        hand_in(archivist, files=opened)
    work()
    assert Evidence.objects.get(case=archivist.story.known_case).filename == "移交清单.txt"
    assert sealed(archivist) == 1


def test_the_same_form_is_one_errand(archivist: Desk) -> None:
    posted = archivist.fill("seal_dossier")
    places = {archivist.hand_in("seal_dossier", posted)["Location"] for _n in range(2)}
    work()
    places.add(archivist.hand_in("seal_dossier", posted)["Location"])
    assert places == {Errand.objects.get().get_absolute_url()}
    assert not LedgerEntry.objects.filter(outcome="refused").exists()


def test_a_form_that_served_another_case_is_refused(archivist: Desk) -> None:
    posted = archivist.fill("seal_dossier")
    archivist.hand_in("seal_dossier", posted)
    other = Desk(ARCHIVIST, ended(Story()))
    response = other.hand_in("seal_dossier", posted)
    assert response.status_code == 409
    assert "这张表已经提交过" in text(response)
    assert Errand.objects.count() == 1


def test_who_has_one_underway_is_led_to_it(archivist: Desk) -> None:
    errand = hand_in(archivist)
    assert archivist.open("seal_dossier")["Location"] == errand.get_absolute_url()
    again = archivist.hand_in("seal_dossier", {"archival_code": "A-1", "retention": "Y"})
    assert again["Location"] == errand.get_absolute_url()
    assert Errand.objects.count() == 1


def test_a_colleague_is_told_that_it_is_underway(archivist: Desk) -> None:
    hand_in(archivist)
    held = Tenure.objects.get(person__username=ARCHIVIST)
    colleague = Person.objects.create(username="another", name="麦小芹")  # invented
    Tenure.objects.create(person=colleague, post=held.post, starts_on=held.starts_on)
    other = Desk("another", archivist.story)
    for response in (other.open("seal_dossier"), other.hand_in("seal_dossier", {})):
        assert response.status_code == 409
        assert "“封存卷宗”已由梁秋月在" in text(response)
    assert Errand.objects.count() == 1


# what can be told at once is told at once


def test_what_is_refused_at_once_is_not_put_on_file(told: Story) -> None:
    """A case that has not ended, somebody else's post, a form that cannot be read."""
    told.do("propose", "huoqishan")
    archivist, office = Desk(ARCHIVIST, told), Desk(OFFICE, told)
    assert archivist.hand_in("seal_dossier", FILLED).status_code == 409
    told.do("terminate_case", "fanglicheng")
    assert office.hand_in("seal_dossier", FILLED).status_code == 403
    refusals = LedgerEntry.objects.filter(act="seal_dossier", outcome="refused")
    assert list(refusals.values_list("unmet", flat=True)) == ["door.state", "door.post"]
    assert archivist.hand_in("seal_dossier", archival_code="").status_code == 422
    stale = archivist.fill("seal_dossier") | {"seen_draft": "sha256:stale"}
    assert archivist.hand_in("seal_dossier", stale).status_code == 409
    assert not Errand.objects.exists()


def test_a_missing_paper_is_told_at_once(archivist: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("decisions.rules.dossier.missing", lambda _facts: [Evidence])
    monkeypatch.setattr("workflow.acts.closing.dossier.missing", lambda _facts: [Evidence])
    response = archivist.hand_in("seal_dossier")
    assert response.status_code == 409
    assert "卷宗还缺1种材料" in text(response)
    assert LedgerEntry.objects.filter(unmet="dossier.complete").count() == 1
    assert not Errand.objects.exists()


# what the door answers to the worker


def test_what_the_door_refuses_later_is_shown_with_its_article(
    archivist: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    printing(monkeypatch, lambda case: Prepared(case.head, unprintable=("\U00030edd",)))
    errand = hand_in(archivist)
    work()
    said = page(archivist.browser, errand)
    assert "没有办理" in said
    assert "（U+30EDD）" in said
    assert "《档案法》第三十九条" in said or "档案法" in said
    assert LedgerEntry.objects.filter(unmet="dossier.printable", outcome="refused").count() == 1
    assert sealed(archivist) == 0


def test_a_number_taken_meanwhile_is_told_by_its_field(archivist: Desk) -> None:
    errand = hand_in(archivist)
    other = ended(Story())
    other.do("seal_dossier", ARCHIVIST)
    work()
    errand.refresh_from_db()
    assert errand.state == "refused"
    assert errand.said[0].startswith("档号：")
    assert sealed(archivist) == 0


def test_who_left_the_post_meanwhile_seals_nothing(archivist: Desk) -> None:
    errand = hand_in(archivist)
    yesterday = timezone.localdate() - dt.timedelta(days=1)
    Tenure.objects.filter(person__username=ARCHIVIST).update(ends_on=yesterday)
    work()
    errand.refresh_from_db()
    assert (errand.state, errand.said) == ("refused", ["您现在的岗位不能办理这件事。"])
    assert sealed(archivist) == 0


# how far it has come


def test_its_page_shows_how_far_it_has_come(archivist: Desk) -> None:
    errand = begun(hand_in(archivist), Worker.objects.create(name="at it"))
    Progress(errand)(12, 34)
    said = page(archivist.browser, errand)
    assert "已完成12/34。" in said
    assert 'max="34" value="12"' in said
    Progress(errand)(34, 34)
    assert "正在收尾" in page(archivist.browser, errand)


def test_the_press_tells_and_its_parts_are_written_down(
    archivist: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    seen: list[tuple[int, int]] = []

    def slowly(case: Case) -> Prepared:
        for done in (1, 2, 34):
            report(done, 34)
            seen.append(Errand.objects.values_list("done", "total").get())
        return printed(case)

    printing(monkeypatch, slowly)
    hand_in(archivist)
    work()
    # Not every part is written: it would be a thousand times in a long dossier.
    assert seen == [(1, 34), (1, 34), (34, 34)]


def test_the_page_asks_again_by_itself_until_there_is_an_answer(archivist: Desk) -> None:
    errand = hand_in(archivist)
    said = page(archivist.browser, errand)
    assert 'http-equiv="refresh"' in said
    again = re.search(r'hx-get="([^"]+)" hx-trigger="every 2s"', said)
    assert again
    poll = {"HX-Request": "true"}
    assert archivist.browser.get(again[1], headers=poll).status_code == 204
    begun(errand)
    part = archivist.browser.get(again[1], headers=poll)
    assert part.status_code == 200
    assert "<html" not in text(part)
    errand.state = "waiting"
    errand.save()
    work()
    for ended_page in (page(archivist.browser, errand), page(archivist.browser, errand, **poll)):
        assert "hx-get" not in ended_page
        assert "refresh" not in ended_page


def test_how_many_wait_before_it_is_told(archivist: Desk) -> None:
    hand_in(archivist)
    second = Desk(ARCHIVIST, ended(Story()))
    errand = hand_in(second, archival_code="A-2")
    assert "前面还有1件" in page(second.browser, errand)


def test_that_no_worker_runs_is_told_after_a_while(archivist: Desk) -> None:
    errand, told = hand_in(archivist), "没有办理程序在运行"
    assert told not in page(archivist.browser, errand)
    with time_machine.travel(timezone.now() + dt.timedelta(seconds=31)):
        assert told in page(archivist.browser, errand)
        Worker.objects.create(name="busy with another")
        assert told not in page(archivist.browser, errand)


def test_the_case_and_the_list_of_tasks_say_that_it_is_underway(archivist: Desk) -> None:
    button = f'btn-primary" href="{archivist.address("seal_dossier")}"'
    assert button in text(archivist.browser.get(archivist.address()))
    errand = hand_in(archivist)
    case, inbox = archivist.browser.get(archivist.address()), archivist.browser.get("/")
    assert button not in text(case)
    assert "封存卷宗：等待办理。梁秋月" in text(case)
    assert f'href="{errand.get_absolute_url()}"' in text(case)
    assert '<span class="tag">等待办理</span>' in text(inbox)
    others = text(Desk(OFFICE, archivist.story).browser.get(archivist.address()))
    assert "封存卷宗：等待办理。梁秋月" in others
    assert errand.get_absolute_url() not in others
    work()
    assert "不用再办" not in text(archivist.browser.get(archivist.address()))


def test_only_who_handed_it_in_sees_and_moves_it(archivist: Desk) -> None:
    errand = hand_in(archivist)
    office = Desk(OFFICE, archivist.story).browser
    assert office.get(errand.get_absolute_url()).status_code == 403
    for name in ("withdraw", "again"):
        assert press_button(office, name, errand).status_code == 403
        assert archivist.browser.get(f"{errand.get_absolute_url()}{name}/").status_code == 405
    assert Client().get(errand.get_absolute_url())["Location"].startswith("/login/")
    unknown = "/errands/00000000-0000-4000-8000-000000000000/"
    assert archivist.browser.get(unknown).status_code == 404
    errand.refresh_from_db()
    assert errand.state == "waiting"


# a worker that is taken for dead


def test_one_that_another_has_taken_up_is_let_go(
    archivist: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A worker was held up so long that it was taken for dead."""
    errand, told = hand_in(archivist), []

    def held_up(case: Case) -> Prepared:
        Errand.objects.update(tries=2)
        try:
            report(1, 3)
        except TakenOver as stopped:
            told.append(stopped)
        raise ZeroDivisionError

    printing(monkeypatch, held_up)
    work()
    errand.refresh_from_db()
    assert (errand.state, errand.done, errand.said) == ("running", 0, [])
    assert len(told) == 1
    assert sealed(archivist) == 0


def test_a_task_that_comes_twice_does_nothing_the_second_time(
    archivist: Desk, settings: Any
) -> None:
    errand = hand_in(archivist)
    work()
    settings.TASKS = IMMEDIATE
    carry_out.enqueue(str(errand.pk))
    errand.refresh_from_db()
    assert errand.tries == 1
    assert sealed(archivist) == 1
    assert not LedgerEntry.objects.filter(outcome="refused").exists()
