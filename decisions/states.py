"""The whole state machine of a case on one screen.

It is the law of order: which state can follow which. It asks for records, never for users
or tasks; who may act, and the rest of what an act requires, stand in the act's declaration.
"""

from collections.abc import Callable, Iterator
from typing import Any, ClassVar, TypeVar

from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy
from django_fsm import FSMField, transition

from decisions.requirements import Needs


class State(models.TextChoices):
    """Where a case stands."""

    PROPOSED = "proposed", pgettext_lazy("state", "提出建议")
    CLASSIFIED = "classified", _("分类完成")
    INITIATED = "initiated", _("已启动")
    RESEARCHING = "researching", _("调查研究、拟订草案")
    CONSULTING = "consulting", _("听取意见与论证")
    DEPARTMENT_REVIEW = "department_review", _("部门审核与讨论")
    LEGALITY_REVIEW = "legality_review", _("合法性审查")
    REVIEWED = "reviewed", _("审查通过")
    SUBMITTED = "submitted", pgettext_lazy("state", "提请审议")
    ON_AGENDA = "on_agenda", _("列入议程")
    AMENDING = "amending", _("原则通过，修改文本")
    DELIBERATED = "deliberated", _("集体讨论通过")
    DECIDED = "decided", _("作出决定")
    REPORTED = "reported", _("已请示报告")
    ISSUED = "issued", _("已印发")
    PUBLISHED = "published", _("已公布")
    EXECUTING = "executing", _("执行中")
    SUSPENDED = "suspended", pgettext_lazy("state", "中止执行")
    EVALUATED = "evaluated", _("评估完成")
    CLOSED = "closed", pgettext_lazy("state", "办结")
    ARCHIVED = "archived", _("已归档")
    DECLINED = "declined", pgettext_lazy("state", "不予启动")
    TERMINATED = "terminated", pgettext_lazy("state", "终止")


S = State
BEFORE_DECISION = (
    S.PROPOSED, S.CLASSIFIED, S.INITIATED, S.RESEARCHING, S.CONSULTING, S.DEPARTMENT_REVIEW,
    S.LEGALITY_REVIEW, S.REVIEWED, S.SUBMITTED, S.ON_AGENDA, S.AMENDING,
)  # fmt: skip
REDRAFTABLE = (S.CONSULTING, S.DEPARTMENT_REVIEW, S.REVIEWED, S.SUBMITTED, S.AMENDING)

# What must still hold at every later milestone, so that a gap upstream goes no further.
STARTED = (
    "classification.reasoned", "classification.not_excluded", "initiation.studied",
)  # fmt: skip
CONSULTED = (
    "steps.confirmed", "public_input.held", "public_input.answered", "risk.assessed",
    "risk.assessor_independent", "risk.report_complete", "risk.controllable",
)  # fmt: skip
AT_DEPARTMENT = ("legality.department_reviewed", "deliberation.department_met")
LAWFUL = (
    *CONSULTED, *AT_DEPARTMENT, "legality.counsel_heard", "legality.lawful", "draft.current",
)  # fmt: skip
ADOPTED = (
    *LAWFUL, "deliberation.proper_meeting", "deliberation.quorum", "deliberation.all_spoke",
    "deliberation.dissent_recorded", "deliberation.head_last",
    "deliberation.reason_against_majority",
)  # fmt: skip
CLOSABLE = (
    "publication.published", "execution.unit_named", "execution.feedback_regular",
    "evaluation.held_when_triggered", "evaluation.concluded", "filing.filed",
)  # fmt: skip


Method = TypeVar("Method", bound=Callable[..., None])


def step(
    source: State | tuple[State, ...], target: State, *needs: str
) -> Callable[[Method], Method]:
    """Declare a transition that needs the requirements named; only the door may make it."""
    declare: Any = transition(
        field="state", source=source, target=target, conditions=[Needs(needs)]
    )
    return declare  # type: ignore[no-any-return]  # it returns the method as it was


class Lifecycle(models.Model):
    """The state of a case, and every change of it that the law knows."""

    state = FSMField(
        _("状态"), default=S.PROPOSED, choices=S.choices, protected=True, max_length=20
    )
    facts: ClassVar[Any] = None
    """What the door has gathered; without it no transition can be made."""

    class Meta:
        abstract = True

    # initiation
    @step(S.PROPOSED, S.CLASSIFIED)
    def classify(self) -> None: ...
    @step(S.CLASSIFIED, S.INITIATED, *STARTED, "catalogue.listed", "initiation.decided")
    def initiate(self) -> None: ...
    @step((S.PROPOSED, S.CLASSIFIED), S.DECLINED)
    def decline(self) -> None: ...

    # research and drafting
    @step(S.INITIATED, S.RESEARCHING, "initiation.decided")
    def begin_research(self) -> None: ...
    @step(S.RESEARCHING, S.CONSULTING, "research.reported", "research.options_compared")
    def consult(self) -> None: ...
    @step(REDRAFTABLE, S.RESEARCHING)
    def redraft(self) -> None: ...

    # the department's review and meeting, then the government's review
    @step(S.CONSULTING, S.DEPARTMENT_REVIEW, *CONSULTED)
    def submit_to_department(self) -> None: ...
    @step((S.CONSULTING, S.DEPARTMENT_REVIEW), S.LEGALITY_REVIEW, *CONSULTED, *AT_DEPARTMENT)
    def submit_to_government(self) -> None: ...
    @step(S.LEGALITY_REVIEW, S.DEPARTMENT_REVIEW)
    def return_file(self) -> None: ...
    @step(S.LEGALITY_REVIEW, S.CONSULTING)
    def return_to_unit(self) -> None: ...
    @step(
        S.LEGALITY_REVIEW, S.REVIEWED,
        "legality.independent", "legality.min_days", "legality.counsel_heard",
    )  # fmt: skip
    def pass_review(self) -> None: ...
    @step(
        (S.CONSULTING, S.DEPARTMENT_REVIEW, S.LEGALITY_REVIEW, S.ON_AGENDA, S.AMENDING),
        S.RESEARCHING,
    )
    def send_back(self) -> None: ...

    # deliberation
    @step(S.REVIEWED, S.SUBMITTED, *LAWFUL)
    def submit_for_deliberation(self) -> None: ...
    @step(S.SUBMITTED, S.ON_AGENDA, "legality.lawful", "draft.current")
    def schedule(self) -> None: ...
    @step(S.ON_AGENDA, S.SUBMITTED)
    def postpone(self) -> None: ...
    @step(S.ON_AGENDA, S.DELIBERATED, *ADOPTED)
    def adopt(self) -> None: ...
    @step(S.ON_AGENDA, S.AMENDING, *ADOPTED, "deliberation.changes_stated")
    def adopt_with_changes(self) -> None: ...
    @step(S.AMENDING, S.DELIBERATED, *ADOPTED, "deliberation.amendment_confirmed")
    def settle(self) -> None: ...
    @step(
        S.DELIBERATED, S.DECIDED, "deliberation.proper_meeting", "deliberation.amendment_confirmed"
    )
    def decide(self) -> None: ...

    # decision
    @step(S.DECIDED, S.REPORTED)
    def report(self) -> None: ...
    @step(
        (S.DECIDED, S.REPORTED), S.ISSUED,
        *ADOPTED, "deliberation.amendment_confirmed", "issue.party_reported",
        "issue.congress_reported", "issue.numbered",
    )  # fmt: skip
    def issue(self) -> None: ...
    @step(S.ISSUED, S.PUBLISHED)
    def publish(self) -> None: ...

    # execution and evaluation
    @step(S.PUBLISHED, S.EXECUTING, "publication.published", "publication.explained")
    def execute(self) -> None: ...
    @step(S.EXECUTING, S.SUSPENDED)
    def suspend(self) -> None: ...
    @step(S.SUSPENDED, S.EXECUTING)
    def resume(self) -> None: ...
    @step(S.EXECUTING, S.EVALUATED)
    def follow_up(self) -> None: ...
    @step(S.EXECUTING, S.RESEARCHING)
    def adjust(self) -> None: ...

    # closing
    @step((S.PUBLISHED, S.EXECUTING, S.EVALUATED), S.CLOSED, *CLOSABLE)
    def close(self) -> None: ...
    @step(BEFORE_DECISION, S.TERMINATED)
    def terminate(self) -> None: ...
    @step((S.CLOSED, S.TERMINATED), S.ARCHIVED, "dossier.complete")
    def seal(self) -> None: ...


Move = Callable[[Any], None]
"""A transition of a case: `Case.issue`."""


def _declared(move: Move) -> dict[str, Any]:
    """Return what django-fsm keeps of a transition, by the state from which it leads."""
    meta = getattr(move, "_django_fsm", None)
    return {str(source): found for source, found in meta.transitions.items()} if meta else {}


def sources(move: Move) -> tuple[str, ...]:
    """Return the states from which `move` leads."""
    return tuple(_declared(move))


def target(move: Move, source: str) -> str | None:
    """Return the state to which `move` leads from `source`."""
    found = _declared(move).get(source)
    return str(found.target) if found else None


def needs(move: Move, source: str) -> tuple[str, ...]:
    """Return the ids of the requirements that guard `move` out of `source`."""
    found = _declared(move).get(source)
    guards = [guard for guard in found.conditions if isinstance(guard, Needs)] if found else []
    return tuple(id for guard in guards for id in guard.ids)


def moves() -> Iterator[Move]:
    """Yield every transition."""
    yield from (method for method in vars(Lifecycle).values() if _declared(method))


def move_between(source: str, after: str) -> Move | None:
    """Return the transition from one state to another, None where the law knows none."""
    return next((move for move in moves() if target(move, source) == after), None)


def transition_table() -> Iterator[tuple[str, str]]:
    """Yield every (source, target) that the law knows; the database holds cases to it."""
    for move in moves():
        yield from ((source, str(found.target)) for source, found in _declared(move).items())
