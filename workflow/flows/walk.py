"""What one walk through a flow adds to the to-do list: its tasks and the ways between them.

viewflow writes each task and each way by itself. Inside the door's transaction they are of use
together or not at all, so they are written together, when the walk ends or a gateway needs them.
"""

from typing import Any

from viewflow.workflow.models import Process, Task


class Walk:
    """The tasks of one process that are not yet written, each with the one it follows."""

    def __init__(self) -> None:
        """Begin with nothing."""
        self._ways: list[tuple[Any, Any]] = []

    def add(self, task: Any, previous: Any) -> None:
        """Let `task` follow `previous`."""
        task.flow_task_type = task.flow_task.task_type
        self._ways.append((task, previous))

    def write(self) -> None:
        """Write what is not yet written, in order: a statement for the tasks, one for the ways."""
        ways, self._ways = self._ways, []
        if ways:
            Task.objects.bulk_create([task for task, _previous in ways])
            link(ways)


def link(ways: list[tuple[Any, Any]]) -> None:
    """Say of each task which one it follows, in one statement."""
    through = Task.previous.through
    through.objects.bulk_create([through(from_task=task, to_task=to) for task, to in ways])


def walk_of(process: Process) -> Walk:
    """Return the walk through a process that the door is making."""
    walk: Walk = process.__dict__.setdefault("walk", Walk())
    return walk


class Unwritten:
    """An activation whose task may not be written yet."""

    # viewflow keeps activations in sets, and hashes their task's key, which is not there yet.
    __hash__ = object.__hash__

    def __eq__(self, other: object) -> bool:
        """Two activations are the same only if they are one."""
        return self is other
