"""The map from states to duties: whole, and true of every act."""

import pytest

from decisions.models import Case, Step
from decisions.states import State, transition_table
from workflow.acts import registry
from workflow.flows.map import ENDS, open_in
from workflow.flows.motion import duties

DUTIES = {duty.name: duty for duty in duties()}


@pytest.mark.parametrize("state", State)
def test_every_state_that_goes_on_has_a_duty(state: State) -> None:
    assert open_in()[state] or state == State.DECLINED
    leads_on = any(source == state for source, _target in transition_table())
    assert leads_on or state in ENDS


@pytest.mark.parametrize("state", State)
def test_what_may_be_open_in_a_state_may_be_done_in_it(state: State) -> None:
    for name in open_in()[state]:
        assert state in DUTIES[name].act.states


def test_every_state_can_be_reached_and_every_transition_belongs_to_an_act() -> None:
    targets = {target for _source, target in transition_table()}
    assert targets | {State.PROPOSED} == set(State.values)


def test_every_duty_is_an_act_and_every_helper_helps_a_duty() -> None:
    assert {duty.act.name for duty in duties()} <= set(registry)
    assert {act.helps for act in registry.values() if act.helps} <= set(DUTIES)


def test_every_act_has_its_place() -> None:
    """In the flow, beside a duty, or free of both: what may come at any time."""
    free = {act.name for act in registry.values() if not act.helps} - {
        duty.act.name for duty in duties()
    }
    assert free == {
        "propose", "receive_comment", "open_inquiry", "file_finding", "rebind_statutes",
    }  # fmt: skip


def test_acts_are_in_the_order_of_the_steps() -> None:
    steps = [list(Step).index(act.step) for act in registry.values()]
    assert steps == sorted(steps)


def test_a_state_cannot_be_assigned() -> None:
    with pytest.raises(AttributeError):
        Case().state = State.ISSUED
