"""The ways round the door: each tries to change a case, its papers or its ledger otherwise.

Each is given a case and a number that chooses among what there is; what becomes of it is for
the caller to see.
"""

from collections.abc import Callable, Iterator
from typing import Any

from django.apps import apps
from django.db import DatabaseError, connection, models, transaction
from django.db.models import F, ProtectedError
from django_fsm import TransitionNotAllowed
from viewflow.fsm import TransitionNotAllowed as FlowNotAllowed
from viewflow.workflow.models import Task

from archive.triggers import append_only
from decisions.models import Case
from decisions.requirements import gather
from decisions.states import State, moves
from people.models import Person
from tests.behind import run

REFUSALS = (DatabaseError, ProtectedError, TransitionNotAllowed, AttributeError, FlowNotAllowed)
"""How the database, the models and viewflow refuse."""


def standing() -> list[tuple[Any, ...]]:
    """Return every case as it stands, and how many rows each table that is kept has."""
    tables = sorted(append_only())
    count = " UNION ALL ".join(f"SELECT '{table}', count(*) FROM {table}" for table in tables)
    with connection.cursor() as cursor:
        cursor.execute(count)
        # A UNION ALL has no order of its own.
        return [*Case.objects.order_by("pk").values_list(), *sorted(cursor.fetchall())]


Entrance = Callable[[Case, int], object]
entrances: dict[str, Entrance] = {}


def entrance(do: Entrance) -> Entrance:
    """Note a way round the door under its name."""
    entrances[do.__name__] = do
    return do


def tried(name: str, case: Case, number: int) -> bool:
    """Try a way round the door; say whether it was refused aloud."""
    try:
        with transaction.atomic():
            entrances[name](case, number)
    except REFUSALS:
        return True
    return False


def chosen(found: Any, number: int) -> Any:
    """Return one of several things, by a number."""
    listed = list(found)
    return listed[number % len(listed)]


def another_state(case: Case, number: int) -> str:
    """Return a state in which the case does not stand."""
    return str(chosen((state for state in State if state != case.state), number))


# the state machine


@entrance
def a_transition_without_facts(case: Case, number: int) -> None:
    chosen(moves(), number)(case)
    case.save()


@entrance
def a_transition_with_facts(case: Case, number: int) -> None:
    gather(case, case.moved_at)
    chosen(moves(), number)(case)
    case.save()


@entrance
def a_state_set_by_hand(case: Case, number: int) -> None:
    case.state = another_state(case, number)
    case.save()


@entrance
def a_state_put_past_the_field(case: Case, number: int) -> None:
    case.__dict__["state"] = another_state(case, number)
    case.save()


# the models


@entrance
def an_update_of_the_state(case: Case, number: int) -> None:
    Case.objects.filter(pk=case.pk).update(state=another_state(case, number))


@entrance
def a_bulk_update_of_the_state(case: Case, number: int) -> None:
    case.__dict__["state"] = another_state(case, number)
    Case.objects.bulk_update([case], ["state"])


@entrance
def a_case_created_late(case: Case, number: int) -> None:
    late = dict.fromkeys(("pk", "id"))
    made = Case(**{f.attname: getattr(case, f.attname) for f in Case._meta.concrete_fields} | late)
    made.number, made.__dict__["state"] = f"HZ-2026-{900 + number}", "issued"
    made.save()


@entrance
def a_case_created_late_in_bulk(case: Case, number: int) -> None:
    case.pk, case.number = None, f"HZ-2026-{900 + number}"
    case.__dict__["state"] = "archived"
    Case.objects.bulk_create([case])


@entrance
def a_case_deleted(case: Case, number: int) -> None:
    case.delete()


@entrance
def a_case_deleted_raw(case: Case, number: int) -> None:
    rows = Case.objects.filter(pk=case.pk)
    rows._raw_delete(rows.db)


def kept(case: Case) -> Iterator[models.QuerySet[Any]]:
    """Yield the rows of a case in every table whose rows are never changed, where there are any."""
    tables = set(append_only())
    for model in apps.get_models():
        if model._meta.db_table not in tables:
            continue
        names = {field.name for field in model._meta.concrete_fields}
        path = "case" if "case" in names else "of__case" if "of" in names else ""
        if path and (rows := model._default_manager.filter(**{path: case.pk})).exists():
            yield rows


@entrance
def a_paper_updated(case: Case, number: int) -> None:
    chosen(kept(case), number).update(id=F("id"))


@entrance
def a_paper_saved_again(case: Case, number: int) -> None:
    rows = chosen(kept(case), number)
    rows.last().save()


@entrance
def a_paper_bulk_updated(case: Case, number: int) -> None:
    rows = chosen(kept(case), number)
    column = next(f.name for f in rows.model._meta.concrete_fields if not f.primary_key)
    rows.model._default_manager.bulk_update(list(rows), [column])


@entrance
def a_paper_deleted(case: Case, number: int) -> None:
    rows = chosen(kept(case), number)
    rows.last().delete()


@entrance
def a_paper_deleted_raw(case: Case, number: int) -> None:
    rows = chosen(kept(case), number)
    rows._raw_delete(rows.db)


# SQL


@entrance
def a_statement_on_the_state(case: Case, number: int) -> None:
    run(
        f"UPDATE {Case._meta.db_table} SET state = %s WHERE id = %s",
        another_state(case, number), case.pk,
    )  # fmt: skip


@entrance
def a_statement_on_papers(case: Case, number: int) -> None:
    table = chosen(kept(case), number).model._meta.db_table
    run(chosen((f"UPDATE {table} SET id = id", f"DELETE FROM {table}"), number // 7))


@entrance
def papers_replaced_or_emptied(case: Case, number: int) -> None:
    table = chosen(kept(case), number).model._meta.db_table
    connection.check_constraints()
    if connection.vendor == "sqlite":
        run(f"REPLACE INTO {table} SELECT * FROM {table}")
    else:
        run(f"TRUNCATE {table} CASCADE")


# the to-do list

METHODS = (
    "cancel", "undo", "revive", "assign", "unassign", "reassign", "start", "complete", "execute",
    "finish", "activate", "activate_next", "create_next",
)  # fmt: skip
"""What viewflow can do to a task."""


def tampered(case: Case, number: int, method: str) -> None:
    """Do something to one of a case's tasks that is for the door to do."""
    tasks = list(Task.objects.filter(process__caseflow__case=case.pk).order_by("pk"))
    if not tasks:
        return
    task = chosen(tasks, number)
    gather(case, case.moved_at)
    task.process.caseflow.case = case
    activation = task.flow_task.activation_class(task)
    person = Person.objects.first()
    takes: dict[str, list[Any]] = {
        "assign": [person],
        "reassign": [person],
        "start": [None],
        "finish": [person],
    }
    getattr(activation, method)(*takes.get(method, []))


@entrance
def a_task_tampered_with(case: Case, number: int) -> None:
    tampered(case, number // len(METHODS), METHODS[number % len(METHODS)])


@entrance
def a_task_removed(case: Case, number: int) -> None:
    if tasks := list(Task.objects.filter(process__caseflow__case=case.pk).order_by("pk")):
        chosen(tasks, number).delete()
