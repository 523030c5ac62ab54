"""The audit names whatever was altered behind the ledger's back, and nothing else."""

import datetime as dt
import io
from collections.abc import Callable
from pathlib import Path

import pytest
from django.core.files.base import ContentFile
from django.core.files.storage import default_storage
from django.core.management import CommandError, call_command
from django.db import connection
from viewflow.workflow.models import Task

from archive import triggers
from archive.ledger import digests_of
from archive.models import LedgerEntry
from decisions.evidence import keep
from decisions.models import Blob
from tests.behind import run, unguarded
from tests.story import Story
from workflow.audit import differences
from workflow.door import perform

pytestmark = pytest.mark.django_db


@pytest.fixture
def told(told: Story) -> Story:
    """Tell a case to the middle of its consultation, with a paper on file and a refusal."""
    told.until("propose")
    paper = keep(ContentFile("论证材料。".encode(), name="论证.txt"))
    told.now += dt.timedelta(hours=1)
    actor = told.actor("chenhaining", "study_proposal")
    data = {"opinion": "建议启动。", "recommended": True}
    perform("study_proposal", told.known_case, actor, data, told.now, attachments=[paper])
    told.told += 1
    return told.until("receive_comment")


def kinds() -> set[str]:
    """Return the kinds of difference that an audit finds."""
    return {found.kind for found in differences()}


def audited(*arguments: str) -> str:
    """Return what the command prints. Raises CommandError where something differs."""
    out = io.StringIO()
    call_command("audit", *arguments, stdout=out)
    return out.getvalue()


def test_a_case_as_its_acts_left_it_is_whole(told: Story) -> None:
    assert audited().strip() == "核对1个事项、14条台账：全部相符。"
    assert "全部相符" in audited(told.known_case.number)


def test_a_case_that_is_not_there_cannot_be_audited(told: Story) -> None:
    with pytest.raises(CommandError, match="没有案号是HZ-1999-001的事项"):
        audited("HZ-1999-001")


TAMPERED: dict[str, tuple[str, set[str]]] = {
    "a record's text": (
        "UPDATE decisions_proposal SET problem = '没有问题。'", {"record.altered"},
    ),
    "a record's author": (
        "UPDATE decisions_initiation SET tenure_id = tenure_id + 1", {"record.altered"},
    ),
    "a record's moment": (
        "UPDATE decisions_classification SET at = '2026-01-01 00:00:00+00:00'",
        {"record.altered"},
    ),
    "a line of a record": (
        "UPDATE decisions_option SET preferred = NOT preferred", {"record.altered"},
    ),
    "a line taken out": (
        "DELETE FROM decisions_option WHERE title = '全天限行'", {"record.altered"},
    ),
    "the draft": ("UPDATE decisions_draft SET text = '第一条　全天。'", {
        "record.altered", "draft.altered",
    }),
    "a record taken out": ("DELETE FROM decisions_preliminarystudy", {"record.missing"}),
    "an opinion taken out": ("DELETE FROM decisions_comment", {"record.missing"}),
    "a title of evidence": ("UPDATE decisions_evidence SET title = '别的'", {"record.altered"}),
    "evidence taken out": ("DELETE FROM decisions_evidence", {"record.altered"}),
    "evidence put to another act": (
        "UPDATE decisions_evidence SET seq = 3", {"record.altered"},
    ),
    "evidence put to no act": (
        "UPDATE decisions_evidence SET seq = 99", {"record.altered", "evidence.stray"},
    ),
    "who did it": (
        "UPDATE archive_ledgerentry SET actor = '别人' WHERE seq = 4",
        {"chain.hash", "chain.sm3"},
    ),
    "when it was done": (
        "UPDATE archive_ledgerentry SET at = '2026-01-01 00:00:00+00:00' WHERE seq = 4",
        {"chain.hash", "chain.sm3", "record.altered"},
    ),
    "a row of the ledger taken out": (
        "DELETE FROM archive_ledgerentry WHERE seq = 7",
        {"chain.sequence", "chain.previous_hash", "state.gap", "record.stray", "case.column"},
    ),
    "the last row of the ledger taken out": (
        "DELETE FROM archive_ledgerentry WHERE seq = 14",
        {"chain.head", "case.column", "record.stray"},
    ),
    "the case's state": (
        "UPDATE decisions_case SET state = 'issued'",
        {"state.end", "flow.open", "flow.too_many_open"},
    ),
    "the case's title": ("UPDATE decisions_case SET title = '另一件事'", {"case.column"}),
    "the case's unit": (
        "UPDATE decisions_case SET undertaking_unit_id = undertaking_unit_id + 1",
        {"case.column"},
    ),
    "the case's draft hash": ("UPDATE decisions_case SET draft_hash = ''", {"case.column"}),
    "the head of the chain": ("UPDATE decisions_case SET head = 'sha256:0'", {"chain.head"}),
    "a duty withdrawn": (
        "UPDATE viewflow_task SET status = 'CANCELED' WHERE flow_task LIKE '%%appoint_experts'",
        {"flow.withdrawn"},
    ),
    "every duty withdrawn": (
        "UPDATE viewflow_task SET status = 'CANCELED' WHERE status = 'NEW'",
        {"flow.withdrawn", "flow.nothing_open"},
    ),
    "a duty opened again": (
        "UPDATE viewflow_task SET status = 'NEW' WHERE flow_task LIKE '%%file_draft'",
        {"flow.open"},
    ),
    "a duty moved": (
        "UPDATE viewflow_task SET flow_task = replace(flow_task, 'appoint_experts', 'classify')",
        {"flow.open"},
    ),
    "the list of duties": ("DELETE FROM workflow_caseflow", {"flow.missing"}),
    "a file's own digest": (
        "UPDATE decisions_blob SET digest = 'sha256:0'", {"record.altered", "file.altered"},
    ),
}  # fmt: skip
"""What is altered, by which statement, and what the audit then finds."""


@pytest.mark.parametrize("altered", TAMPERED)
def test_what_is_altered_behind_the_back_is_named(told: Story, altered: str) -> None:
    statement, found = TAMPERED[altered]
    with unguarded():
        run(statement)
    assert kinds() == found
    assert told.known_case.number in str(next(differences()))
    with pytest.raises(CommandError, match="处不符"):
        audited()


def test_a_record_that_no_act_has_left_is_named(told: Story) -> None:
    with unguarded():
        run(
            "INSERT INTO decisions_closing (case_id, seq, at, root, summary)"
            " VALUES (%s, 99, '2026-07-01 00:00:00+00:00', 0, '办结。')", told.known_case.pk,
        )  # fmt: skip
    assert kinds() == {"record.stray"}


def test_a_line_added_to_a_record_is_named(told: Story) -> None:
    with unguarded():
        run(
            "INSERT INTO decisions_option (of_id, title, content, merits, preferred)"
            " SELECT of_id, '方案三', content, merits, preferred FROM decisions_option"
            " WHERE title = '全天限行'"
        )  # fmt: skip
    assert kinds() == {"record.altered"}


def test_a_forged_row_with_a_right_hash_breaks_the_chain_after_it(told: Story) -> None:
    forged = LedgerEntry.objects.get(case=told.case, seq=4)
    forged.actor = "别人"
    with unguarded():
        run(
            "UPDATE archive_ledgerentry SET actor = %s, hash = %s, sm3 = %s WHERE id = %s",
            forged.actor, *digests_of(forged), forged.pk,
        )  # fmt: skip
    assert kinds() == {"chain.previous_hash"}


def _alter(path: Path) -> None:
    path.write_text("别的内容。")


def _remove(path: Path) -> None:
    path.unlink()


@pytest.mark.parametrize(("do", "kind"), [(_alter, "file.altered"), (_remove, "file.missing")])
def test_a_file_altered_or_gone_is_named(
    told: Story, do: Callable[[Path], None], kind: str
) -> None:
    do(Path(default_storage.path(Blob.objects.get().path)))
    assert kinds() == {kind}
    assert {found.kind for found in differences(told.known_case)} == {kind}


def test_a_refusal_of_the_database_that_is_off_is_named(told: Story) -> None:
    triggers.remove(connection)
    found = list(differences())
    assert {difference.kind for difference in found} == {"trigger.absent"}
    assert "case_moves_by_law" in " ".join(map(str, found))
    triggers.install(connection)
    assert kinds() == set()


def test_a_duty_cancelled_through_viewflow_is_named(told: Story) -> None:
    task = Task.objects.get(status="NEW", flow_task__endswith="appoint_experts")
    task.flow_task.activation_class(task).cancel()
    assert kinds() == {"flow.withdrawn"}


def test_other_cases_are_left_out_of_the_audit_of_one(told: Story) -> None:
    other = Story()
    other.until("propose")
    with unguarded():
        run("UPDATE decisions_case SET title = '另一件事' WHERE id = %s", other.known_case.pk)
    assert kinds() == {"case.column"}
    assert list(differences(told.known_case)) == []
