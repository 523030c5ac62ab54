"""Everybody tries everything, and nothing gets past the statute."""

import pytest
from hypothesis import HealthCheck, Phase, settings
from hypothesis.stateful import run_state_machine_as_test

from decisions.states import State
from tests.machine import Everybody, tally

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("stamped", "district")]
STEADY = settings(
    derandomize=True,
    database=None,
    deadline=None,
    max_examples=60,
    stateful_step_count=40,
    phases=[Phase.generate],
    suppress_health_check=list(HealthCheck),
)
"""The same run each time, so that the suite is stable; `make fuzz` takes other roads."""


def test_nobody_gets_past_the_statute(capsys: pytest.CaptureFixture[str]) -> None:
    run_state_machine_as_test(Everybody, settings=STEADY)
    with capsys.disabled():
        print(tally)
    assert tally.acts >= 2000
    assert set(tally.states) == set(State.values)
