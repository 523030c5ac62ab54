"""The audit compares the ledger with its log, and the log with what was signed."""

import datetime as dt
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
import time_machine
from django.db import connection
from django.utils import timezone

from archive import spreading, triggers, walking
from archive.ledger import append, digests_of
from archive.log import growing, keys
from archive.log.note import COSIGNATURE, Note
from archive.log.signer import SignerKey, sign
from archive.models import LedgerEntry, LogCheckpoint, LogCosignature, LogLeaf, LogNode
from tests.behind import run, unguarded
from tests.story import Story
from workflow.audit import differences

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("own_log_keys")]
AT = dt.datetime(2026, 3, 1, tzinfo=dt.UTC)  # invented
REFUSED = 300


def kinds(**options: Any) -> set[str]:
    """Return the kinds of difference that an audit finds."""
    return {found.kind for found in differences(**options)}


def refuse(count: int) -> None:
    """Write refusals that opened no case."""
    for _time in range(count):
        append(None, "propose", None, AT, state_before="", refused=True, unmet=["x"])


@pytest.fixture
def logged(told: Story) -> Story:
    """Tell a case to its classification; sign before and after many refusals."""
    told.until("classify")
    growing.checkpoint()
    refuse(REFUSED)
    growing.checkpoint()
    return told


def _alter_leaf() -> None:
    LogLeaf.objects.filter(index=1).update(hash=bytes(32))


def _alter_late_leaf() -> None:
    LogLeaf.objects.filter(index=290).update(hash=bytes(32))


def _swap_leaves() -> None:
    first, second = LogLeaf.objects.filter(index__in=(270, 280)).values_list("index", "entry_id")
    LogLeaf.objects.filter(index=270).delete()
    LogLeaf.objects.filter(index=280).update(entry_id=first[1])
    LogLeaf.objects.create(index=270, entry_id=second[1], hash=bytes(32))


def _alter_node() -> None:
    LogNode.objects.update(hash=bytes(32))


def _forge() -> None:
    forged = LedgerEntry.objects.filter(case=None).order_by("pk")[100]
    forged.actor = "别人"
    forged.hash, forged.sm3 = digests_of(forged)
    forged.save(force_update=True)


def _blank_sm3() -> None:
    last = LedgerEntry.objects.order_by("pk").last()
    LedgerEntry.objects.filter(pk=last.pk).update(sm3="")  # type: ignore[union-attr]  # there is one


def _sign_another_root() -> None:
    LogCheckpoint.objects.filter(size=3).update(root=bytes(32))


def _sign_with_another_key() -> None:
    found = LogCheckpoint.objects.get(size=3)
    key = SignerKey.make("suyuan.localhost/log")
    note = sign(Note.parse(found.note).text, key)
    LogCheckpoint.objects.filter(size=3).update(note=str(note), key=str(key.verifier))


def _spoil_note() -> None:
    LogCheckpoint.objects.filter(size=3).update(note="nothing")


TAMPERED: dict[str, tuple[Callable[[], None], set[str]]] = {
    "an early leaf": (_alter_leaf, {"log.leaf", "log.root", "log.fork"}),
    "a late leaf": (_alter_late_leaf, {"log.leaf", "log.root", "log.fork"}),
    "two leaves swapped": (_swap_leaves, {"log.leaf", "log.root", "log.fork"}),
    "a node": (_alter_node, {"log.tile", "log.root"}),
    "a row with its digests": (_forge, {"log.leaf", "log.tile"}),
    "a row's second digest": (_blank_sm3, {"log.leaf"}),
    "a checkpoint's root": (_sign_another_root, {"log.signature", "log.root", "log.fork"}),
    "a checkpoint's key": (_sign_with_another_key, {"log.key"}),
    "a checkpoint's note": (_spoil_note, {"log.signature"}),
    "a leaf taken out": (
        lambda: run('DELETE FROM archive_logleaf WHERE "index" = 5'), {"log.gap", "log.root"},
    ),
    "the last leaf taken out": (
        lambda: run('DELETE FROM archive_logleaf WHERE "index" = 302'), {"log.root"},
    ),
    "a checkpoint's size": (
        lambda: run("UPDATE archive_logcheckpoint SET size = 4 WHERE size = 3"),
        {"log.signature", "log.root", "log.fork"},
    ),
}  # fmt: skip
"""What is altered, and what the audit then finds."""


def test_a_ledger_in_its_log_is_whole(logged: Story) -> None:
    assert list(differences()) == []
    assert list(differences(logged.known_case)) == []


@pytest.mark.parametrize("altered", TAMPERED)
def test_what_is_altered_in_ledger_or_log_is_named(logged: Story, altered: str) -> None:
    tamper, found = TAMPERED[altered]
    with unguarded():
        tamper()
    assert kinds() == found
    assert all(str(difference) for difference in differences())


def test_a_row_taken_out_is_missed_by_the_log(logged: Story) -> None:
    entry = LedgerEntry.objects.filter(case=None).order_by("pk")[7]
    with unguarded(), connection.constraint_checks_disabled():
        run("UPDATE archive_logleaf SET entry_id = 99999 WHERE entry_id = %s", entry.pk)
        run("DELETE FROM archive_ledgerentry WHERE id = %s", entry.pk)
        assert {found.what for found in walking.of_log(0, REFUSED + 3)} == {"row"}
        run("UPDATE archive_logleaf SET entry_id = %s WHERE entry_id = 99999", entry.pk)
        entry.save(force_insert=True)
    assert kinds() == set()


def test_a_case_rewritten_from_its_first_row_on_is_named(logged: Story) -> None:
    previous = ""
    with unguarded():
        for entry in LedgerEntry.objects.filter(case=logged.case).order_by("seq"):
            entry.actor = "别人"
            entry.previous_hash = previous
            entry.hash, entry.sm3 = digests_of(entry)
            entry.save(force_update=True)
            previous = entry.hash
        run("UPDATE decisions_case SET head = %s", previous)
    assert kinds() == {"log.leaf", "log.tile"}
    assert {found.kind for found in differences(logged.known_case)} == {"log.leaf"}
    assert "第1条" in str(next(differences(logged.known_case)))


def test_a_key_that_is_no_longer_published_is_named(logged: Story, settings: Any) -> None:
    shutil.rmtree(Path(settings.KEYS_DIR) / "log")
    assert kinds() == {"log.key"}


def test_checkpoints_of_a_key_that_has_retired_are_sound(logged: Story) -> None:
    keys.rotate()
    refuse(1)
    growing.checkpoint()
    assert kinds() == set()


def test_a_witness_that_did_not_sign_is_named(logged: Story) -> None:
    witness = SignerKey.make("witness.example/w1", COSIGNATURE)
    first, last = LogCheckpoint.objects.all()
    line = str(witness.signature(Note.parse(first.note).text, 1))
    name = str(witness.verifier)
    LogCosignature.objects.create(checkpoint=first, witness=name, line=line, at=AT)
    assert kinds() == set()
    LogCosignature.objects.create(checkpoint=last, witness=name, line=line, at=AT)
    assert kinds() == {"log.witness"}
    with unguarded():
        LogCosignature.objects.update(line="nothing")
    assert kinds() == {"log.witness"}


def test_a_row_that_no_checkpoint_covers_is_named_only_after_two_days(
    logged: Story,
) -> None:
    refuse(1)
    assert kinds() == set()
    with time_machine.travel(timezone.now() + dt.timedelta(days=2, minutes=1)):
        assert kinds() == {"log.uncovered"}


def test_rows_of_before_need_no_second_digest_and_what_is_there_is_checked(told: Story) -> None:
    told.until("classify")
    with unguarded():
        run("UPDATE archive_ledgerentry SET sm3 = '' WHERE seq = 1")
    assert kinds() == set()
    growing.checkpoint()
    assert kinds() == set()
    with unguarded():
        run("UPDATE archive_ledgerentry SET sm3 = 'sm3:0' WHERE seq = 2")
    assert kinds() == {"chain.sm3", "log.leaf"}


@pytest.mark.parametrize("name", ['x","at":"y', "a\\", "\x01", "\t", "“”"])
def test_signs_that_json_escapes_are_no_difference(told: Story, name: str) -> None:
    entry = append(None, "propose", None, AT, state_before=name, refused=True, unmet=["x"])
    assert list(walking.of_unlogged()) == []
    with unguarded():
        run("UPDATE archive_ledgerentry SET state_before = 'other' WHERE id = %s", entry.pk)
    assert {found.what for found in walking.of_unlogged()} == {"hash", "sm3"}


@pytest.mark.django_db(transaction=True)
def test_several_processes_find_what_one_does(
    committed_district: None, monkeypatch: pytest.MonkeyPatch
) -> None:
    refuse(20)
    growing.checkpoint()
    forged = LedgerEntry.objects.order_by("pk")[1:20:12]  # in the first part, and in the third
    with unguarded():
        for entry in forged:
            run("UPDATE archive_ledgerentry SET actor = '别人' WHERE id = %s", entry.pk)
    triggers.install(connection)
    monkeypatch.setattr(spreading, "PART", 5)
    monkeypatch.setattr(spreading, "WORTHWHILE", 20)
    alone = list(walking.of_log(0, 20))
    assert [found.what for found in alone] == ["hash", "sm3"] * 2
    assert list(spreading.spread(20, 2)) == alone
