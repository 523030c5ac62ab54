"""One requirement after another is taken as met; each time, some test must fail.

A plugin of pytest: `make mutants`, or `pytest -p tests.mutants tests` with `--mutant ID` for one
alone. The tests are collected and their database made once. For each requirement in the
registry those that name its id are run first, then the rest, until one fails; and that one must
pass again once the requirement is itself again. Nothing has to be listed.
"""

import inspect
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from typing import Any, NamedTuple

import pytest
from _pytest.runner import runtestprotocol

SHARED = frozenset({"transactional_db", "live_server"})
"""What a test asks for that leaves the tables empty: such tests are run last."""


class Verdict(NamedTuple):
    """What became of one mutant."""

    id: str
    killer: str
    tests: int
    seconds: float

    def __str__(self) -> str:
        """Return one line of the table."""
        found = "killed" if self.killer else "SURVIVED"
        return f"{found:9} {self.id:40} {self.tests:4} {self.seconds:6.1f}s  {self.killer}"


class Between:
    """What stands where pytest asks for the next test: everything but the session is laid down."""

    def __init__(self, session: pytest.Session) -> None:
        """Keep the session."""
        self.session = session

    def listchain(self) -> list[pytest.Session]:
        """Return what the next test would need."""
        return [self.session]


class Hunt:
    """The hunt for mutants that nobody notices."""

    def __init__(self, session: pytest.Session) -> None:
        """Read what each test says."""
        self.session, self.between = session, Between(session)
        self.says = {item: _said(item) for item in session.items}
        self.sound: set[pytest.Item] = set()
        self.kills: dict[pytest.Item, int] = dict.fromkeys(session.items, 0)

    def for_id(self, id: str) -> Verdict:
        """Run the tests against one mutant until one fails."""
        began, tests = time.monotonic(), 0
        for item in self._order(id):
            tests += 1
            with satisfied(id):
                failed = self._fails(item)
            if failed and self._passes_unchanged(item):
                self.kills[item] += 1
                return Verdict(id, item.nodeid, tests, time.monotonic() - began)
        return Verdict(id, "", tests, time.monotonic() - began)

    def _order(self, id: str) -> Sequence[pytest.Item]:
        """Return the likeliest first: whoever names the id, then whoever killed most."""

        def rank(item: Any) -> tuple[bool, bool, bool, int]:
            shared = bool(SHARED & set(item.fixturenames))
            return (id not in self.says[item], shared, "machine" in item.nodeid, -self.kills[item])

        return sorted(self.session.items, key=rank)

    def _fails(self, item: Any) -> bool:
        item._initrequest()
        reports = runtestprotocol(item, log=False, nextitem=self.between)  # type: ignore[arg-type]  # only its chain is asked
        return any(report.failed for report in reports)

    def _passes_unchanged(self, item: pytest.Item) -> bool:
        """Say whether a test passes where nothing is changed; asked once."""
        if item not in self.sound and not self._fails(item):
            self.sound.add(item)
        return item in self.sound


@contextmanager
def satisfied(id: str) -> Iterator[None]:
    """Take a requirement as met, whatever is on record."""
    from decisions.requirements import registry

    requirement, test = registry[id], registry[id].test
    object.__setattr__(requirement, "test", lambda facts: True)
    try:
        yield
    finally:
        object.__setattr__(requirement, "test", test)


def _said(item: Any) -> str:
    """Return what a test says of itself: its text, and its name with what it is given."""
    return f"{item.name} {inspect.getsource(item.function)}"


def pytest_addoption(parser: pytest.Parser) -> None:
    """Let a single mutant be asked for."""
    parser.addoption("--mutant", action="append", default=[], metavar="ID")


@pytest.hookimpl(tryfirst=True)
def pytest_runtestloop(session: pytest.Session) -> bool | None:
    """Hunt, instead of running each test once."""
    from decisions.requirements import registry

    if session.config.option.collectonly:
        return None
    hunt = Hunt(session)
    verdicts = []
    for id in session.config.option.mutant or registry:
        verdicts.append(hunt.for_id(id))
        _tell(session, str(verdicts[-1]))
    survived = [verdict.id for verdict in verdicts if not verdict.killer]
    _tell(session, f"{len(verdicts) - len(survived)} killed, {len(survived)} survived")
    session.testsfailed = len(survived)
    return True


def _tell(session: pytest.Session, line: str) -> None:
    terminal: Any = session.config.pluginmanager.getplugin("terminalreporter")
    terminal.write_line(line)
