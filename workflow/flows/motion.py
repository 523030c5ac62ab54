"""Moving a case's to-do list on, after the law has moved the case."""

from collections.abc import Iterator, Sequence
from functools import cache
from typing import Any

from django.utils import timezone
from viewflow.workflow.models import Process, Task
from viewflow.workflow.status import STATUS
from viewflow.workflow.token import Token

from decisions.models import Case
from people.models import Person, Tenure
from workflow.acts import Act
from workflow.flows.duty import Duty, DutyActivation
from workflow.flows.procedures import FLOWS, flow_of
from workflow.models import CaseFlow

OPEN = (STATUS.NEW, STATUS.STARTED)
BEGINNING = Token("start")
# Read in every act, so written once and without the columns that a duty does not use; of the
# process its key is enough, for the case is the law.
OPEN_TASKS = """
SELECT task.id, task.flow_task, task.flow_task_type, task.status, task.token, task.process_id
FROM viewflow_task task
JOIN workflow_caseflow flow ON flow.process_id = task.process_id
WHERE flow.case_id = %s AND task.status IN (%s, %s) ORDER BY task.id DESC
"""


def duties(flow: Any) -> Iterator[Duty]:
    """Yield every duty of a flow."""
    for node in flow.instance.nodes():
        if isinstance(node, Duty):
            yield node


@cache
def duties_of(act: Act, flow: Any) -> tuple[Duty, ...]:
    """Return a flow's nodes at which `act` is done; none for an act that only helps."""
    return tuple(node for node in duties(flow) if node.act is act)


def is_listed(duty: Duty) -> bool:
    """Say whether a duty is ever listed; the others are acts that leap, done at once."""
    return any(True for _edge in duty._incoming())


def open_tasks(case: Case) -> list[Any]:
    """Return the tasks of `case` that wait, the newest first, their case already known."""
    tasks = list(Task.objects.raw(OPEN_TASKS, [case.pk, *OPEN]))
    for task in tasks:
        task.process = Process(pk=task.process_id, flow_class=task.flow_task.flow_class)
        task.process.caseflow = CaseFlow(case=case, process=task.process)
    return tasks


def begin(case: Case) -> None:
    """Open the to-do list of a new case."""
    process = flow_of(case).start.run(case=case)
    CaseFlow.objects.create(case=case, process=process)


def _go_over(case: Case, process: Process) -> None:
    """Go on in the flow of the case's own procedure, once it is classified."""
    own = flow_of(case).start.run(case=case)
    CaseFlow.objects.filter(case=case).update(process=own, before=process)


def follow(act: Act, case: Case, actor: Tenure | None, state_before: str) -> None:
    """Finish the duty that `act` was, and list what comes next.

    An act that takes the case out of wherever it stands withdraws every open task first; so
    does one done out of turn, where it leaves a task open that the new state does not know.
    """
    if not any(duties_of(act, flow) for flow in FLOWS.values()):
        return
    person = actor.person if actor else None
    tasks = open_tasks(case)
    if not tasks:
        return
    process = tasks[0].process
    nodes = duties_of(act, process.flow_class)
    if nodes:
        _move_on(act, case, tasks, person, _node_in(nodes, state_before))
    if process.flow_class is not flow_of(case):
        _go_over(case, process)


def _move_on(act: Act, case: Case, tasks: list[Any], person: Person | None, node: Duty) -> None:
    """Finish the duty that waits for the act, or leap to `node` from where the list stands."""
    if replaced := [task for task in tasks if task.flow_task.name == act.instead_of]:
        _leap(node, replaced, person, replaced[0].token)
        return
    waiting = next((task for task in tasks if getattr(task.flow_task, "act", None) is act), None)
    others = [task for task in tasks if task is not waiting]
    if waiting and not _left_behind(others, case):
        DutyActivation(waiting).finish(person)
    elif waiting or act.leaps or _left_behind(tasks, case) or _elsewhere(tasks, case):
        _leap(node, tasks, person)


def _elsewhere(tasks: list[Any], case: Case) -> bool:
    """Say whether the list is that of another procedure than the case was classified for."""
    return tasks[0].process.flow_class is not flow_of(case)


def _left_behind(tasks: list[Any], case: Case) -> bool:
    """Say whether a duty is open that cannot be done where the case now stands."""
    nodes = [task.flow_task for task in tasks]
    return any(case.state not in node.states for node in nodes if isinstance(node, Duty))


def _node_in(nodes: Sequence[Duty], state: str) -> Duty:
    """Return the node at which an act is done in `state`; a leap may start elsewhere."""
    return next((node for node in nodes if state in node.states), nodes[0])


def _leap(node: Duty, tasks: list[Any], person: Person | None, token: Token = BEGINNING) -> None:
    """Withdraw `tasks` and go on from `node`, which is done at once; in a branch, by its token."""
    Task.objects.filter(pk__in=[task.pk for task in tasks]).update(
        status=STATUS.CANCELED, finished=timezone.now()
    )
    leapt_from = DutyActivation(tasks[0])
    DutyActivation.create(node, leapt_from, token).finish(person)
