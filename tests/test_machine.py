"""Everybody tries everything, and nothing gets past the statute."""

import pytest
from hypothesis import HealthCheck, Phase, seed, settings
from hypothesis.stateful import run_state_machine_as_test

from decisions.states import State
from tests.machine import Everybody, tally

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("stamped", "district")]
STEADY = settings(
    database=None,
    deadline=None,
    max_examples=8,
    stateful_step_count=40,
    phases=[Phase.generate],
    suppress_health_check=list(HealthCheck),
)
"""From given seeds, so that the suite is stable; `make fuzz` takes other roads."""
SEEDS = range(8)


def test_nobody_gets_past_the_statute(capsys: pytest.CaptureFixture[str]) -> None:
    for number in SEEDS:
        run_state_machine_as_test(seed(number)(Everybody), settings=STEADY)
    with capsys.disabled():
        print(tally)
    assert tally.acts >= 2000
    assert set(tally.states) == set(State.values)
