"""Everybody tries everything, and nothing gets past the statute.

`make fuzz MINUTES=30` runs the same from seeds that nobody knows beforehand.
"""

import itertools
import random
import time
from collections.abc import Iterator

import pytest
from hypothesis import HealthCheck, Phase, seed, settings
from hypothesis.stateful import run_state_machine_as_test

from decisions.states import State
from tests.machine import Everybody, tally

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("stamped", "district")]
ENOUGH = 2000
"""How many acts a run tries at least."""
MOST = 24
"""How many seeds it takes at most, until every state has been reached as well."""
RUN = settings(
    database=None,
    deadline=None,
    max_examples=8,
    stateful_step_count=40,
    phases=[Phase.generate],
    suppress_health_check=list(HealthCheck),
)
LONG_RUN = settings(RUN, phases=[Phase.generate, Phase.shrink], print_blob=True)


def test_nobody_gets_past_the_statute(
    pytestconfig: pytest.Config, caplog: pytest.LogCaptureFixture
) -> None:
    """From given seeds, so that the suite is stable, or for as many minutes as one likes."""
    minutes = pytestconfig.getoption("minutes")
    caplog.set_level("ERROR", logger="django.request")
    for number in seeds_for(minutes) if minutes else given_seeds():
        run_state_machine_as_test(seed(number)(Everybody), settings=LONG_RUN if minutes else RUN)
        show(pytestconfig, f"seed {number}: {tally.summary}")
    show(pytestconfig, str(tally))
    if minutes:
        return
    assert tally.acts >= ENOUGH
    assert set(tally.states) == set(State.values)


def given_seeds() -> Iterator[int]:
    """Yield the same seeds each time, until enough was tried and every state reached."""
    for number in range(MOST):
        if tally.acts >= ENOUGH and set(tally.states) == set(State.values):
            return
        yield number


def seeds_for(minutes: float) -> Iterator[int]:
    """Yield seeds until the time is up."""
    end = time.monotonic() + 60 * minutes
    for _run in itertools.count():
        if time.monotonic() > end:
            return
        yield random.SystemRandom().getrandbits(32)


def show(config: pytest.Config, text: str) -> None:
    """Write to the terminal, whatever is captured, where somebody looks on."""
    if not config.getoption("minutes") and config.option.verbose <= 0:
        return
    terminal = config.pluginmanager.getplugin("terminalreporter")
    capture = config.pluginmanager.getplugin("capturemanager")
    with capture.global_and_fixture_disabled():
        terminal.write_line(f"\n{text}")
