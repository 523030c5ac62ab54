"""Nothing moves a case but the door, whoever asks: not the models, not SQL, not the flow."""

from collections.abc import Callable
from functools import partial

import pytest
from django.apps import apps
from django.conf import settings
from django.core.files.base import ContentFile
from django.db import DatabaseError, connection, models, transaction
from django.db.models import F
from django_fsm import TransitionNotAllowed
from viewflow.workflow.models import Task

from archive.models import Dossier, LedgerEntry, Retrieval
from archive.triggers import append_only
from decisions import models as m
from decisions.evidence import keep
from decisions.models import Case
from decisions.requirements import gather
from people.models import Person, Tenure
from tests.behind import run
from tests.refusals import see_refused
from tests.story import Story
from workflow.door import perform
from workflow.flows import FLOWS

pytestmark = pytest.mark.django_db


def refused_by_the_database(do: Callable[[], object], *, named: str) -> None:
    """See the database refuse, and say which of its rules it was."""
    with pytest.raises(DatabaseError, match=named), transaction.atomic():
        do()


# the case


def test_a_transition_without_facts_is_refused(told: Story) -> None:
    case = told.until("classify").known_case
    with pytest.raises(TransitionNotAllowed):
        case.decline()


def test_a_transition_with_facts_moves_nothing_but_the_object_in_hand(told: Story) -> None:
    """It is lawful, but the ledger has no row of it."""
    case = told.until("classify").known_case
    gather(case, told.now)
    case.decline()
    refused_by_the_database(case.save, named="case_moves_by_law")
    assert told.known_case.state == "classified"


def test_a_states_update_is_refused(told: Story) -> None:
    told.until("classify")
    for state in ("initiated", "issued", "no such state"):
        refused_by_the_database(
            partial(Case.objects.update, state=state), named="case_moves_by_law"
        )


def test_a_bulk_update_is_refused(told: Story) -> None:
    case = told.until("classify").known_case
    case.__dict__["state"] = "archived"
    refused_by_the_database(
        lambda: Case.objects.bulk_update([case], ["state"]), named="case_moves_by_law"
    )


def test_a_statement_in_sql_is_refused(told: Story) -> None:
    told.until("classify")
    refused_by_the_database(
        lambda: run("UPDATE decisions_case SET state = 'archived'"), named="case_moves_by_law"
    )


def test_a_row_of_the_ledger_used_before_moves_nothing_again(told: Story) -> None:
    """The row must be the last, and of this very move."""
    told.until("classify")
    refused_by_the_database(
        lambda: Case.objects.update(state="proposed"), named="case_moves_by_law"
    )


def test_a_case_does_not_begin_late(told: Story) -> None:
    case = told.until("propose").known_case
    case.pk, case.number = None, "HZ-2026-999"
    case.__dict__["state"] = "decided"
    refused_by_the_database(case.save, named="case_begins_proposed")
    refused_by_the_database(lambda: Case.objects.bulk_create([case]), named="case_begins_proposed")


# what is kept


def kept() -> list[type[models.Model]]:
    """Return every model whose rows are never changed or removed."""
    tables = set(append_only())
    return [model for model in apps.get_models() if model._meta.db_table in tables]


def fill_every_table(told: Story) -> None:
    """Leave a row in most of the kept tables."""
    paper = keep(ContentFile("材料。".encode(), name="材料.txt"))
    told.until("propose")
    actor, data = told.actor("chenhaining", "study_proposal"), {"opinion": "启动。"}
    told.now = told.now.replace(hour=23)
    perform("study_proposal", told.known_case, actor, data, told.now, attachments=[paper])
    told.told += 1
    dossier = Dossier.objects.filter(case=told.until("transfer_dossier").known_case).get()
    Retrieval.objects.create(dossier=dossier, tenure=actor, at=told.now, purpose="审计。")


def test_nothing_that_is_kept_is_changed_or_removed(told: Story, stamped: None) -> None:
    fill_every_table(told)
    with_rows = [model for model in kept() if model._default_manager.exists()]
    assert {LedgerEntry, Dossier, Retrieval, m.Evidence, m.Blob, m.Answer} <= set(with_rows)
    for model in with_rows:
        rows, table = model._default_manager.all(), model._meta.db_table
        key = model._meta.pk.name
        update, delete = partial(rows.update, **{key: F(key)}), partial(rows._raw_delete, rows.db)
        refused_by_the_database(update, named=f"{table}_no_update")
        refused_by_the_database(delete, named=f"{table}_no_delete")


def test_the_ledger_is_not_emptied_or_replaced_at_one_stroke(told: Story) -> None:
    """A TRUNCATE, or on SQLite a REPLACE, does not delete row by row."""
    told.until("propose")
    stroke, named = {
        "postgresql": ("TRUNCATE archive_ledgerentry CASCADE", "archive_ledgerentry_no_truncate"),
        "sqlite": (
            "REPLACE INTO archive_ledgerentry SELECT * FROM archive_ledgerentry",
            "ledger_continues_its_chain",
        ),
    }[connection.vendor]
    connection.check_constraints()
    refused_by_the_database(partial(run, stroke), named=named)


def test_a_record_is_not_saved_again(told: Story) -> None:
    told.until("propose")
    proposal = m.Proposal.objects.get()
    proposal.problem = "没有问题。"
    refused_by_the_database(proposal.save, named="decisions_proposal_no_update")


def test_a_case_is_not_deleted(told: Story) -> None:
    case = told.until("propose").known_case
    with pytest.raises(models.ProtectedError):
        case.delete()
    refused_by_the_database(
        lambda: run("DELETE FROM decisions_case"), named="case_is_never_deleted"
    )


def test_who_has_acted_is_not_deleted(told: Story) -> None:
    told.until("propose")
    for model, name in ((Person, "username"), (Tenure, "person__username")):
        with pytest.raises(models.ProtectedError):
            model.objects.get(**{name: "huoqishan"}).delete()


# the flow and the admin


def test_nobody_manages_a_flow(told: Story) -> None:
    told.until("propose")
    for person in Person.objects.all():
        assert not any(flow.instance.has_manage_permission(person) for flow in FLOWS.values())


def test_there_is_no_admin() -> None:
    assert "django.contrib.admin" not in settings.INSTALLED_APPS
    assert not any(hasattr(Person(), name) for name in ("is_superuser", "is_staff"))


def test_a_duty_cancelled_behind_the_back_skips_no_step(told: Story) -> None:
    """A cancelled branch counts as done, so the to-do list goes on; the law does not."""
    told.until("file_risk_assessment")
    task = Task.objects.get(status="NEW", flow_task__endswith="determine_risk")
    task.flow_task.activation_class(task).cancel()
    see_refused(told, "submit_for_legality_review", "huoqishan", "risk.controllable")


def test_a_duty_finished_behind_the_back_skips_no_step(told: Story) -> None:
    told.until("file_risk_assessment")
    case = told.known_case
    gather(case, told.now)
    task = Task.objects.get(status="NEW", flow_task__endswith="determine_risk")
    task.process.caseflow.case = case
    task.flow_task.activation_class(task).finish(None)
    see_refused(told, "submit_for_legality_review", "huoqishan", "risk.controllable")
