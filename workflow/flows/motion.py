"""Moving a case's to-do list on, after the law has moved the case."""

from collections.abc import Iterator
from typing import Any

from django.utils import timezone
from viewflow.workflow.models import Process, Task
from viewflow.workflow.status import STATUS
from viewflow.workflow.token import Token

from decisions.models import Case
from people.models import Person
from workflow.acts import Act
from workflow.flows.duty import Duty, DutyActivation
from workflow.flows.major import MajorDecisionFlow
from workflow.models import CaseFlow

OPEN = (STATUS.NEW, STATUS.STARTED)
OPEN_TASKS = """
SELECT task.* FROM viewflow_task task
JOIN workflow_caseflow flow ON flow.process_id = task.process_id
WHERE flow.case_id = %s AND task.status IN (%s, %s) ORDER BY task.id DESC
"""
PROCESS = "SELECT * FROM viewflow_process WHERE id = %s"


def duties() -> Iterator[Duty]:
    """Yield every duty of the flow."""
    for node in MajorDecisionFlow.instance.nodes():
        if isinstance(node, Duty):
            yield node


def duties_of(act: Act) -> list[Duty]:
    """Return the flow's nodes at which `act` is done; none for an act that only helps."""
    return [node for node in duties() if node.act is act]


def open_tasks(case: Case) -> list[Any]:
    """Return the tasks of `case` that wait, the newest first, their case already known."""
    tasks = list(Task.objects.raw(OPEN_TASKS, [case.pk, *OPEN]))
    if tasks:
        process = Process.objects.raw(PROCESS, [tasks[0].process_id])[0]
        process.caseflow = CaseFlow(case=case, process=process)
    for task in tasks:
        task.process = process
    return tasks


def begin(case: Case) -> None:
    """Open the to-do list of a new case."""
    process = MajorDecisionFlow.start.run(case=case)
    CaseFlow.objects.create(case=case, process=process)


def follow(act: Act, case: Case, person: Person | None) -> None:
    """Finish the duty that `act` was, and list what comes next.

    An act that takes the case out of wherever it stands withdraws every open task first.
    """
    nodes = duties_of(act)
    if not nodes:
        return
    tasks = open_tasks(case)
    waiting = [task for task in tasks if task.flow_task in nodes]
    if waiting:
        DutyActivation(waiting[0]).finish(person)
    elif act.leaps and tasks:
        _leap(nodes[0], tasks, person)


def _leap(node: Duty, tasks: list[Any], person: Person | None) -> None:
    """Withdraw `tasks` and go on from `node`, which is done at once."""
    Task.objects.filter(pk__in=[task.pk for task in tasks]).update(
        status=STATUS.CANCELED, finished=timezone.now()
    )
    leapt_from = DutyActivation(tasks[0])
    DutyActivation.create(node, leapt_from, Token("start")).finish(person)
