"""The tasks of a case that wait: what its to-do list holds."""

from typing import Any

from viewflow.workflow.models import Process, Task
from viewflow.workflow.status import STATUS

from decisions.models import Case
from workflow.models import CaseFlow

OPEN = (STATUS.NEW, STATUS.STARTED)
# Read in every act, so written once and without the columns that a duty does not use; of the
# process its key is enough, for the case is the law.
OPEN_TASKS = """
SELECT task.id, task.flow_task, task.flow_task_type, task.status, task.started, task.token,
    task.process_id
FROM viewflow_task task
JOIN workflow_caseflow flow ON flow.process_id = task.process_id
WHERE flow.case_id = %s AND task.status IN (%s, %s) ORDER BY task.id DESC
"""


def open_tasks(case: Case) -> list[Any]:
    """Return the tasks of `case` that wait, the newest first, their case already known."""
    tasks = list(Task.objects.raw(OPEN_TASKS, [case.pk, *OPEN]))
    for task in tasks:
        task.process = Process(pk=task.process_id, flow_class=task.flow_task.flow_class)
        task.process.caseflow = CaseFlow(case=case, process=task.process)
    return tasks
