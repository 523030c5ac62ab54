"""The map from states to duties: whole, and true of every act."""

from typing import Any

import pytest

from decisions.models import Case, Step
from decisions.states import State, transition_table
from workflow.acts import registry
from workflow.flows import FLOWS
from workflow.flows.major import MajorDecisionFlow
from workflow.flows.map import ENDS, open_in
from workflow.flows.motion import duties

DUTIES = {flow: {duty.name: duty for duty in duties(flow)} for flow in FLOWS.values()}
NAMES = {name for named in DUTIES.values() for name in named}
every_flow = pytest.mark.parametrize("flow", FLOWS.values())


@every_flow
@pytest.mark.parametrize("state", State)
def test_every_state_that_goes_on_has_a_duty(state: State, flow: Any) -> None:
    """A shorter procedure begins once it is classified, and has no report to make."""
    not_asked = () if flow is MajorDecisionFlow else (State.PROPOSED,)
    assert open_in(flow)[state] or state in (State.DECLINED, *not_asked)
    leads_on = any(source == state for source, _target in transition_table())
    assert leads_on or state in ENDS


@every_flow
@pytest.mark.parametrize("state", State)
def test_what_may_be_open_in_a_state_may_be_done_in_it(state: State, flow: Any) -> None:
    for name in open_in(flow)[state]:
        assert state in DUTIES[flow][name].act.states


def test_every_state_can_be_reached_and_every_transition_belongs_to_an_act() -> None:
    targets = {target for _source, target in transition_table()}
    assert targets | {State.PROPOSED} == set(State.values)


def test_every_duty_is_an_act_and_every_helper_helps_a_duty() -> None:
    done = {duty.act.name for named in DUTIES.values() for duty in named.values()}
    assert done <= set(registry)
    assert {act.helps for act in registry.values() if act.helps} <= NAMES


def test_every_act_has_its_place() -> None:
    """In the flow, beside a duty, or free of both: what may come at any time."""
    free = {act.name for act in registry.values() if not act.helps} - {
        duty.act.name for named in DUTIES.values() for duty in named.values()
    }
    assert free == {
        "propose", "receive_comment", "open_inquiry", "file_finding", "rebind_statutes",
        "clean_up_document", "receive_transfer_receipt", "seal_supplement", "place_hold",
        "lift_hold", "appraise_dossier", "approve_disposal", "dispose_dossier",
    }  # fmt: skip


def test_acts_are_in_the_order_of_the_steps() -> None:
    steps = [list(Step).index(act.step) for act in registry.values()]
    assert steps == sorted(steps)


def test_a_state_cannot_be_assigned() -> None:
    with pytest.raises(AttributeError):
        Case().state = State.ISSUED
