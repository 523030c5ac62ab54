"""The whole procedure as a table of contents: each step, how it stands, since when."""

import datetime as dt
from collections.abc import Collection
from dataclasses import dataclass, field
from typing import Any

from django.utils.translation import gettext as _

from decisions.facts import Facts
from decisions.models import Case, Draft, Procedure, Step, StepDetermination
from decisions.rules.steps import applies
from decisions.states import State
from workflow.acts import Act
from workflow.flows import FLOWS, flow_of, motion
from workflow.past import Past

CONCLUDING = {
    Step.CATALOGUE: ("publish_catalogue",),
    Step.INITIATION: ("initiate", "decline"),
    Step.RESEARCH: ("determine_steps",),
    Step.PUBLIC_INPUT: ("publish_adoption_report",),
    Step.HEARING: ("sign_hearing_record",),
    Step.EXPERTS: ("conclude_expert_argument",),
    Step.RISK: ("determine_risk",),
    Step.FAIR_COMPETITION: ("file_fair_competition_review",),
    Step.LEGALITY: ("conclude_legality_review",),
    Step.DELIBERATION: ("confirm_minutes",),
    Step.DECISION: ("publish_decision", "withhold_publication"),
    Step.EXECUTION: ("conclude_follow_up", "close_case"),
    Step.EVALUATION: ("conclude_follow_up",),
    Step.CLOSING: ("seal_dossier",),
}
"""The act that ends each step."""
CONSULTATION = (
    Step.PUBLIC_INPUT, Step.HEARING, Step.EXPERTS, Step.RISK, Step.FAIR_COMPETITION,
)  # fmt: skip
"""The steps that run side by side, and that a material change of the draft opens again."""
CONDITIONAL = {
    Step.PUBLIC_INPUT: "is_public",
    Step.HEARING: "hearing",
    Step.EXPERTS: "technical",
    Step.RISK: "risk",
    Step.FAIR_COMPETITION: "market",
}
UNDER_WAY = {
    Step.LEGALITY: (State.DEPARTMENT_REVIEW, State.LEGALITY_REVIEW),
    Step.EXECUTION: (State.EXECUTING, State.SUSPENDED),
}
"""The states that mean a step is under way whatever its tasks say."""
ENDED = (State.DECLINED, State.TERMINATED)
OVER = (*ENDED, State.CLOSED, State.ARCHIVED)


def steps_of(flow: Any) -> set[Step]:
    """Return the steps in which a flow ever lists a duty."""
    return {duty.act.step for duty in motion.duties(flow) if motion.is_listed(duty)}


def not_asked(case: Case) -> set[Step]:
    """Return the steps of the full procedure that the case's own does without."""
    left_out = steps_of(FLOWS[Procedure.MAJOR]) - steps_of(flow_of(case)) - {Step.INITIATION}
    return left_out if case.procedure == Procedure.MAJOR else {*left_out, Step.CATALOGUE}


@dataclass(frozen=True)
class Stop:
    """One step on the rail."""

    name: str
    mark: str
    on: dt.datetime | None = None
    why: str = ""
    beside: list["Stop"] = field(default_factory=list)
    """The steps that run in parallel, for the stop that stands for all of them."""

    @property
    def now(self) -> bool:
        """Whether it is being worked on."""
        return self.mark in ("doing", "redo")


class Rail:
    """The steps of one case."""

    def __init__(self, facts: Facts, past: Past, open_acts: Collection[Act]) -> None:
        """Find the last time that each act was done."""
        self.facts, self.case = facts, facts.case
        self.open_steps = {act.step for act in open_acts}
        self.done = {(one.act, one.state_after): (one.seq, one.at) for one in past.done}
        versions = facts.all(Draft)
        self.last_draft = max((draft.seq for draft in versions), default=0)
        self.last_change = max((d.seq for d in versions if d.root == d.version), default=0)
        self.determined = facts.latest(StepDetermination)

    def stops(self) -> list[Stop]:
        """Return the steps in order; those that run in parallel stand under one stop."""
        found: list[Stop] = []
        for step in Step:
            if step == CONSULTATION[0]:
                found.append(self._consultation())
            elif step not in CONSULTATION:
                found.append(self._stop(step))
        return found

    def _consultation(self) -> Stop:
        beside = [self._stop(step) for step in CONSULTATION]
        marks = {stop.mark for stop in beside} - {"waived"}
        known = next((mark for mark in ("redo", "doing", "wait") if mark in marks), "done")
        ended = (stop.on for stop in beside if stop.on)
        last = max(ended, default=None) if known == "done" else None
        return Stop(str(_("听取意见与论证")), known, last, beside=beside)

    def _stop(self, step: Step) -> Stop:
        if why := self._waived(step):
            return Stop(str(step.label), "waived", why=why)
        seq, at = self._concluded(step)
        stale = 0 < seq < self._reopened(step)
        if self._under_way(step):
            mark, why = ("redo", _("草案已变")) if stale else ("doing", "")
        elif stale:
            mark, why = "redo", _("草案已变")
        else:
            mark, why = ("done" if seq else "wait"), ""
        return Stop(str(step.label), mark, at, why)

    def _under_way(self, step: Step) -> bool:
        return step in self.open_steps or self.case.state in UNDER_WAY.get(step, ())

    def _concluded(self, step: Step) -> tuple[int, dt.datetime | None]:
        """Return the number and moment of the act that last ended the step."""
        found = [
            last
            for (act, after), last in self.done.items()
            if act in CONCLUDING[step] and (step != Step.LEGALITY or after == State.REVIEWED)
        ]
        return max(found, default=(0, None))

    def _reopened(self, step: Step) -> int:
        """Return the number of the draft that last opened the step again."""
        if step in CONSULTATION:
            return self.last_change
        return self.last_draft if step == Step.LEGALITY else 0

    def _waived(self, step: Step) -> str:
        """Return why the step does not apply, nothing where it does."""
        if step in not_asked(self.case) and not self._concluded(step)[0]:
            return "" if self._under_way(step) else _("这类事项不要求")
        if step in CONDITIONAL and self.determined:
            return "" if applies(self.facts, CONDITIONAL[step]) else _("认定不开展")
        if self.case.state in OVER and not self._concluded(step)[0]:
            return "" if step in self.open_steps else _("没有开展")
        return ""
