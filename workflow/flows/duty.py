"""The node of a to-do: somebody in a post has an act to do.

A duty is never claimed, assigned or started by hand: it waits, and the door finishes it.
"""

from typing import Any

from django.utils import timezone
from viewflow.workflow.activation import Activation
from viewflow.workflow.nodes import View
from viewflow.workflow.nodes.view import ViewActivation
from viewflow.workflow.status import STATUS

from decisions.states import State
from people.models import Person
from workflow.acts import Act
from workflow.flows.walk import Unwritten, walk_of


class DutyActivation(Unwritten, ViewActivation):
    """One duty of one case."""

    @classmethod
    def create(
        cls, flow_task: "Duty", prev_activation: Any, token: Any, data: Any = None, seed: Any = None
    ) -> "DutyActivation":
        """List the duty for the party that the act names."""
        process = prev_activation.process
        task = flow_task.flow_class.task_class(process=process, flow_task=flow_task, token=token)
        party = flow_task.act.party(process.caseflow.case)
        task.owner_permission = party.key(process.caseflow.case) if party else None
        walk_of(process).add(task, prev_activation.task)
        return cls(task)

    @Activation.status.transition(source=STATUS.STARTED, target=STATUS.DONE)
    def complete(self) -> None:
        """Save what finishing has changed, and nothing else."""
        self.task.finished = timezone.now()
        self.task.save(update_fields=["status", "owner", "started", "finished"])

    def finish(self, person: Person | None) -> None:
        """Mark the duty done by `person` and list what comes next."""
        walk = walk_of(self.process)
        walk.write()
        self.task.owner = person
        self.task.started = timezone.now()
        self.task.status = STATUS.STARTED
        self.execute()
        walk.write()


class Duty(View):
    """The place of an act in a flow. Renaming one that was released is a data migration."""

    activation_class = DutyActivation

    def __init__(self, act: type[Act], *states: State) -> None:
        """Take the title from the act's own declaration, and the states unless given fewer."""
        super().__init__(view=None)
        self.act = Act.registry[act.name]
        self.states: tuple[str, ...] = states or self.act.states
        self.task_title = self.act.title
