"""What goes wrong on an errand's way is told in words, changes nothing, and never leaves it stuck."""

import datetime as dt
import errno
import logging
from typing import Any

import pytest
from django.db import InterfaceError, OperationalError
from django.utils import timezone, translation

from archive.dossier import Prepared
from archive.models import Dossier, LedgerEntry
from decisions.later import TryLater
from decisions.models import Case
from tests.desk import Desk, text
from tests.entrances import standing
from tests.errands import (
    ARCHIVIST,
    IMMEDIATE,
    NOT_YET,
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
from workflow.errands.doing import carry_out
from workflow.errands.queue import sweep
from workflow.models import Errand, Worker
from workflow.models.errand import DEAD_AFTER

SILENCE = "时间戳服务没有应答"


class Silent(TryLater):
    """A timestamp authority that does not answer."""

    def __str__(self) -> str:
        return SILENCE


@pytest.fixture(autouse=True)
def _no_worker_yet(settings: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    settings.TASKS = NOT_YET
    printing(monkeypatch, printed)


@pytest.fixture
def archivist(told: Story) -> Desk:
    return Desk(ARCHIVIST, ended(told))


def fails_with(monkeypatch: pytest.MonkeyPatch, fault: BaseException) -> None:
    """Let the press end with a fault."""

    def press(_case: Case) -> Prepared:
        raise fault

    printing(monkeypatch, press)


def now_reads(errand: Errand) -> str:
    errand.refresh_from_db()
    return str(errand.state)


# something outside does not answer


def test_it_is_tried_again_later_and_says_so(
    archivist: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    errand, before = hand_in(archivist), standing()
    fails_with(monkeypatch, Silent())
    work()
    assert now_reads(errand) == "later"
    assert errand.next_try
    said = page(archivist.browser, errand)
    when = timezone.localtime(errand.next_try).strftime("%H:%M")
    assert f"{SILENCE}。“封存卷宗”还没有办，什么都没有改变；{when}再试。" in said
    assert "已经试了1次" in said
    assert standing() == before

    work()
    assert (now_reads(errand), errand.tries) == ("later", 1), "before its time nothing is tried"
    printing(monkeypatch, printed)
    work(minutes=1.1)
    assert now_reads(errand) == "done"
    assert Dossier.objects.count() == 1


def test_it_waits_longer_each_time_and_never_gives_up(
    archivist: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    errand, passed, waits = hand_in(archivist), 0.0, []
    fails_with(monkeypatch, Silent())
    for _n in range(6):
        work(passed)
        assert now_reads(errand) == "later"
        assert errand.next_try
        until = (errand.next_try - timezone.now()).total_seconds() / 60
        waits.append(round(until - passed))
        passed = until + 0.1
    assert waits == [1, 5, 15, 60, 60, 60]


@pytest.mark.parametrize("fault", [OperationalError("locked"), InterfaceError("closed")])
def test_a_lost_database_is_waited_for(
    archivist: Desk, monkeypatch: pytest.MonkeyPatch, fault: Exception
) -> None:
    errand = hand_in(archivist)
    fails_with(monkeypatch, fault)
    work()
    assert (now_reads(errand), errand.said) == ("later", ["数据库没有应答"])


def test_it_can_be_taken_back_while_nobody_is_at_it(
    archivist: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    errand = hand_in(archivist)
    fails_with(monkeypatch, Silent())
    work()
    assert "已撤回" in text(press_button(archivist.browser, "withdraw", errand))
    printing(monkeypatch, printed)
    work(minutes=120)
    assert now_reads(errand) == "withdrawn"
    assert not Dossier.objects.exists()
    assert archivist.open("seal_dossier").status_code == 200


def test_what_was_taken_back_is_not_done_when_its_task_comes(
    archivist: Desk, settings: Any
) -> None:
    errand = hand_in(archivist)
    press_button(archivist.browser, "withdraw", errand)
    settings.TASKS = IMMEDIATE
    carry_out.enqueue(str(errand.pk))
    assert now_reads(errand) == "withdrawn"
    assert not Dossier.objects.exists()


def test_it_cannot_be_taken_back_while_a_worker_is_at_it(archivist: Desk) -> None:
    errand = begun(hand_in(archivist), Worker.objects.create(name="at it"))
    assert "不能撤回" in text(press_button(archivist.browser, "withdraw", errand))
    assert now_reads(errand) == "running"


# what does not get better by itself

FAULTS = {
    "a full disk": (OSError(errno.ENOSPC, "No space left on device"), "磁盘已满"),
    "a full share": (OSError(errno.EDQUOT, "Disk quota exceeded"), "磁盘已满"),
    "no right to write": (PermissionError(errno.EACCES, "Permission denied"), "Permission denied"),
    "a broken pipe": (BrokenPipeError(), "BrokenPipeError"),
    "no memory": (MemoryError(), "内存不够：办理程序最多用1500MB"),
    "a mistake of ours": (ZeroDivisionError("invented"), "程序出错"),
}


@pytest.mark.parametrize("name", FAULTS)
def test_it_fails_in_words_and_is_tried_again_when_asked(
    archivist: Desk, monkeypatch: pytest.MonkeyPatch, caplog: Any, name: str
) -> None:
    fault, words = FAULTS[name]
    errand, before = hand_in(archivist), standing()
    fails_with(monkeypatch, fault)
    with caplog.at_level(logging.ERROR):
        work()
    said = page(archivist.browser, errand)
    assert now_reads(errand) == "failed"
    assert words in said
    assert "什么都没有改变" in said
    assert [record.exc_info[1] for record in caplog.records] == [fault]
    assert standing() == before

    printing(monkeypatch, printed)
    again = press_button(archivist.browser, "again", errand)
    new = Errand.objects.exclude(pk=errand.pk).get()
    assert again.redirect_chain[0][0] == new.get_absolute_url()
    work()
    assert (now_reads(errand), now_reads(new)) == ("failed", "done")
    assert Dossier.objects.count() == 1


def test_what_is_underway_or_done_is_not_tried_again(archivist: Desk) -> None:
    errand = hand_in(archivist)
    press_button(archivist.browser, "again", errand)
    work()
    press_button(archivist.browser, "again", errand)
    assert Errand.objects.count() == 1


def test_what_went_wrong_is_told_in_the_language_of_who_handed_it_in(
    archivist: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    errand = hand_in(archivist)
    Errand.objects.update(language="en")
    said: list[str] = []

    def press(_case: Case) -> Prepared:
        said.append(translation.get_language() or "")
        raise MemoryError

    printing(monkeypatch, press)
    work()
    assert now_reads(errand) == "failed"
    assert said == ["en"]


# a worker dies


def silent_worker() -> Worker:
    return Worker.objects.create(name="killed", beat_at=timezone.now() - DEAD_AFTER * 2)


def test_what_a_dead_worker_left_is_done_by_another(archivist: Desk) -> None:
    errand = begun(hand_in(archivist), silent_worker())
    page(archivist.browser, errand)
    assert now_reads(errand) == "waiting", "whoever looks at the page finds it out"
    work()
    assert (now_reads(errand), errand.tries, errand.cuts) == ("done", 2, 1)
    assert Dossier.objects.count() == 1
    assert not Worker.objects.filter(name="killed").exists()


def test_what_a_living_worker_has_in_hand_is_left_to_it(archivist: Desk) -> None:
    errand = begun(hand_in(archivist), Worker.objects.create(name="at it"))
    work(minutes=0.5)
    assert (now_reads(errand), errand.tries) == ("running", 1)


def test_one_over_which_workers_die_is_given_up_in_words(archivist: Desk) -> None:
    errand = hand_in(archivist)
    for _n in range(3):
        begun(errand, silent_worker())
        sweep()
    assert now_reads(errand) == "failed"
    assert "连续中断3次" in page(archivist.browser, errand)
    assert "再试一次" in page(archivist.browser, errand)


def test_one_that_was_done_when_the_worker_died_is_not_done_again(archivist: Desk) -> None:
    errand = hand_in(archivist)
    done = archivist.story.do("seal_dossier", ARCHIVIST, once=errand.pk)
    begun(errand, silent_worker())
    entries = LedgerEntry.objects.count()
    work()
    assert (now_reads(errand), errand.seq) == ("done", done.entry.seq)
    assert LedgerEntry.objects.count() == entries


def test_a_worker_heard_of_just_now_is_not_taken_for_dead() -> None:
    assert dt.timedelta(seconds=30) <= DEAD_AFTER <= dt.timedelta(minutes=5)
