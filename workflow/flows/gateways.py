"""Gateways that are passed at once: one row, written when they are already done.

viewflow writes a gateway as waiting, evaluates it inside a savepoint and writes it again as
done. Inside the door's transaction an error ends the whole act, so neither is needed.
"""

from typing import Any

from django.utils import timezone
from viewflow.workflow.activation import Activation
from viewflow.workflow.nodes import End, If, Join, Split
from viewflow.workflow.nodes.end import EndActivation
from viewflow.workflow.nodes.if_gate import IfActivation
from viewflow.workflow.nodes.join import JoinActivation
from viewflow.workflow.nodes.split import SplitActivation
from viewflow.workflow.status import PROCESS, STATUS

from workflow.flows.listed import open_tasks
from workflow.flows.walk import Unwritten, link, walk_of


class AtOnce(Unwritten):
    """An activation whose task is first written when it is done."""

    @classmethod
    def create(
        cls, flow_task: Any, prev_activation: Any, token: Any, data: Any = None, seed: Any = None
    ) -> Any:
        """Make the task, not yet written."""
        task = flow_task.flow_class.task_class(
            process=prev_activation.process, flow_task=flow_task, token=token
        )
        activation: Any = cls(task)  # type: ignore[call-arg]  # mixed into an Activation
        activation.came_from = prev_activation.task
        return activation

    @Activation.status.transition(source=STATUS.NEW, target=STATUS.DONE)
    def complete(self: Any) -> None:
        """Add the task, done, to what is written."""
        self.task.finished = timezone.now()
        walk_of(self.process).add(self.task, self.came_from)


class GateActivation(AtOnce, IfActivation):
    """A question put to the case."""

    @Activation.status.super()
    def activate(self) -> None:
        """Put the question."""
        self._condition_result = self.flow_task._condition(self)


class Gate(If):
    """Go one way or the other, as the case stands."""

    activation_class = GateActivation


class ForkActivation(AtOnce, SplitActivation):
    """The start of steps in parallel."""

    @Activation.status.super()
    def create_next(self) -> Any:
        """Start the branches, whose tokens hold the fork's own key."""
        walk_of(self.process).write()
        return super().create_next.original()


class Fork(Split):
    """Start every step that applies."""

    activation_class = ForkActivation


class MeetActivation(JoinActivation):
    """The end of steps in parallel, judged by the to-do list as one statement reads it."""

    @classmethod
    def create(cls, flow_task: Any, prev_activation: Any, *args: Any, **kwargs: Any) -> Any:
        """Join, keeping the case that the door holds."""
        came_from, process = prev_activation.task, prev_activation.process
        walk_of(process).write()
        waiting = open_tasks(process.caseflow.case)
        begun = next((task for task in waiting if task.flow_task is flow_task), None)
        if begun is None:
            activation = super().create(flow_task, prev_activation, *args, **kwargs)
        else:
            link([(begun, came_from)])
            activation = cls(begun)
        activation.process = activation.task.process = process
        activation.came_from, activation.waiting = came_from, waiting
        return activation

    def is_done(self) -> bool:
        """Say whether no branch waits any more of those that started together."""
        joined: Any = self
        token = joined.came_from.token
        together = token.get_common_split_prefix(self.task.token, joined.came_from.pk)
        return not any(task.token.token.startswith(together) for task in joined.waiting)


class Meet(Join):
    """Wait for every step that was started."""

    activation_class = MeetActivation


class FinishActivation(AtOnce, EndActivation):
    """The end of the to-do list."""

    @Activation.status.super()
    def activate(self) -> None:
        """Mark the process done; of its row nothing else was read."""
        self.process.status = PROCESS.DONE
        self.process.finished = timezone.now()
        self.process.save(update_fields=["status", "finished"])

    @Activation.status.super()
    def create_next(self) -> list[Any]:
        """Nothing follows."""
        return []


class Finish(End):
    """Nothing is left to do."""

    activation_class = FinishActivation
