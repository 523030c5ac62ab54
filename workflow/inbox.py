"""What a person has to do today, in all of his or her posts."""

import datetime as dt
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import Enum

from django.utils import timezone
from viewflow.workflow.models import Task
from viewflow.workflow.status import STATUS

from decisions import parties
from decisions.basis import Basis
from decisions.calendar import unannounced, working_days_between
from decisions.deadlines import Deadline
from decisions.models import Case
from decisions.requirements import Text
from people.models import Tenure
from workflow.acts import Act
from workflow.citations import bases
from workflow.deadlines import deadlines_of
from workflow.invitations import invitations
from workflow.models import Errand

SOON = 3
"""Working days within which a deadline is near."""


class Urgency(Enum):
    """How near the deadline is, or that the time has not come yet."""

    OVER = "over"
    TODAY = "today"
    SOON = "soon"
    FAR = "far"
    WAIT = "wait"
    NONE = "none"


@dataclass(frozen=True)
class Todo:
    """One act that waits for a person, in one of the posts that he or she holds."""

    act: Act
    case: Case
    tenure: Tenure
    today: dt.date
    deadline: Deadline | None = None
    errand: Errand | None = None
    """What a worker is already doing of it."""

    @property
    def due(self) -> dt.date | None:
        """The day by which the law wants it done."""
        return self.deadline.day if self.deadline and not self.deadline.is_minimum else None

    @property
    def waits(self) -> bool:
        """Whether a least time that the law wants is not over yet."""
        if self.deadline is None or not self.deadline.is_minimum:
            return False
        return self.deadline.day is None or self.deadline.day > self.today

    @property
    def day(self) -> dt.date | None:
        """The day that the person plans by: when it is due, or when it becomes lawful."""
        return self.deadline.day if self.deadline and self.waits else self.due

    @property
    def days(self) -> int:
        """The working days left, today not counted; those gone by, once it is overdue."""
        if self.day is None:
            return 0
        return working_days_between(*sorted((self.today, self.day)))

    @property
    def is_provisional(self) -> bool:
        """Whether those days are counted over a year whose days off are not announced yet."""
        return self.day is not None and bool(unannounced(*sorted((self.today, self.day))))

    @property
    def urgency(self) -> Urgency:
        """How near its deadline is."""
        if self.due is None:
            return Urgency.WAIT if self.waits else Urgency.NONE
        if self.due <= self.today:
            return Urgency.TODAY if self.due == self.today else Urgency.OVER
        return Urgency.SOON if self.days <= SOON else Urgency.FAR

    @property
    def basis(self) -> Basis | None:
        """The article that the act rests on first."""
        return next(iter(bases(self.act)), None)

    @property
    def party(self) -> Text:
        """The part in which the person does it."""
        return str(self.act.party(self.case) or "")


def tasks_of(tenures: Sequence[Tenure], moment: dt.datetime) -> list[Todo]:
    """Return what waits for the holder of `tenures`, the most urgent first.

    The number of queries does not grow with the number of tasks.
    """
    found = [*_duties(tenures), *invitations(tenures)]
    held_to = deadlines_of(((act, case) for act, case, _tenure in found), moment)
    day = timezone.localdate(moment)
    at_work = {(one.act, one.case_id): one for one in Errand.objects.underway()}
    todos = [
        Todo(act, case, tenure, day, held_to.get((act, case.pk)), at_work.get((act.name, case.pk)))
        for act, case, tenure in found
    ]
    return sorted(todos, key=lambda todo: (todo.day or dt.date.max, todo.case.moved_at))


def _duties(tenures: Sequence[Tenure]) -> Iterator[tuple[Act, Case, Tenure]]:
    """Yield the open tasks of the flow that are listed for one of `tenures`."""
    listed = {key: tenure for tenure in tenures for key in parties.keys(tenure)}
    tasks = Task.objects.filter(status=STATUS.NEW, owner_permission__in=listed)
    for task in tasks.select_related("process__caseflow__case__undertaking_unit").order_by("pk"):
        yield task.flow_task.act, task.process.caseflow.case, listed[task.owner_permission]


def by_urgency(todos: Sequence[Todo]) -> list[tuple[Urgency, list[Todo]]]:
    """Return the tasks in groups, the most urgent group first; no group is empty."""
    groups = ((kind, [todo for todo in todos if todo.urgency is kind]) for kind in Urgency)
    return [(kind, group) for kind, group in groups if group]
