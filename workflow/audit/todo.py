"""The to-do list of a case compared with the state that the law gave the case."""

from collections.abc import Iterable, Iterator
from typing import Any

from django.db.models import Exists, OuterRef
from django.utils.translation import gettext as _
from viewflow.workflow.models import Task
from viewflow.workflow.status import STATUS

from decisions.models import Case
from decisions.states import State
from workflow.audit.difference import Difference
from workflow.audit.papers import Papers
from workflow.flows import flow_of
from workflow.flows.duty import Duty
from workflow.flows.map import ENDS, IN_PARALLEL, open_in
from workflow.models import CaseFlow

PAST = (STATUS.DONE, STATUS.CANCELED)


def processes(flow: CaseFlow) -> Iterator[int]:
    """Yield the keys of a case's processes: where it was classified otherwise, both."""
    if flow.before_id:
        yield flow.before_id
    yield flow.process_id


def tasks_of(flows: Iterable[CaseFlow]) -> dict[int, list[Any]]:
    """Return the tasks of some flows by process, each with whether anything follows it."""
    follows = Task.previous.through.objects.filter(to_task=OuterRef("pk"))
    found: dict[int, list[Any]] = {pk: [] for flow in flows for pk in processes(flow)}
    tasks = Task.objects.filter(process__in=found).annotate(followed=Exists(follows))
    for task in tasks.order_by("pk"):
        found[task.process_id].append(task)
    return found


def todo(case: Case, papers: Papers, tasks: dict[int, list[Any]]) -> Iterator[Difference]:
    """Yield where the list of duties and the state, or the list and itself, disagree."""
    flow = papers.flows.get(case.pk)
    if flow is None:
        yield Difference("flow.missing", _("事项没有办理流程。"), case.number)
        return
    if flow.process.flow_class is not flow_of(case):
        yield Difference("flow.procedure", _("办理流程和事项的类别不符。"), case.number)
    listed = [task for process in processes(flow) for task in tasks[process]]
    yield from _open(case, [task for task in listed if task.status not in PAST])
    yield from _past(case, listed)


def _open(case: Case, waiting: list[Any]) -> Iterator[Difference]:
    state = State(case.state)
    duties = [task for task in waiting if isinstance(task.flow_task, Duty)]
    for task in duties:
        flow = task.flow_task.flow_class
        if task.flow_task.name not in open_in(flow)[state] or task.followed:
            sentence = _("待办“%(duty)s”不该开着。") % {"duty": task.flow_task.task_title}
            yield Difference("flow.open", sentence, case.number)
    if not duties and state not in ENDS:
        yield Difference("flow.nothing_open", _("没有一项待办开着。"), case.number)
    if len(duties) > 1 and state not in IN_PARALLEL:
        yield Difference("flow.too_many_open", _("同时开着几项待办。"), case.number)


def _past(case: Case, tasks: list[Any]) -> Iterator[Difference]:
    """Yield what was withdrawn though no act has led on from there, or done without effect."""
    leapt = {task.finished for task in tasks if task.status == STATUS.CANCELED and task.followed}
    for task in tasks:
        if not isinstance(task.flow_task, Duty):
            continue
        if task.status == STATUS.CANCELED and task.finished not in leapt:
            sentence = _("待办“%(duty)s”被撤下，没有对应的行为。") % {
                "duty": task.flow_task.task_title,
            }  # fmt: skip
            yield Difference("flow.withdrawn", sentence, case.number)
        if task.status == STATUS.DONE and not task.followed:
            sentence = _("待办“%(duty)s”已经办完，后面的一项不见了。") % {
                "duty": task.flow_task.task_title,
            }  # fmt: skip
            yield Difference("flow.broken_off", sentence, case.number)
