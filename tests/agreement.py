"""Law, ledger, tables and to-do list say the same."""

from typing import Any

from decisions.models import Case
from decisions.states import State
from tests.story import Story
from workflow.audit import differences
from workflow.door import Receipt
from workflow.flows import flow_of
from workflow.flows.duty import Duty
from workflow.flows.map import ENDS, open_in
from workflow.flows.motion import open_tasks


def open_duties(case: Case) -> set[str]:
    """Return the names of the duties that are open."""
    return {t.flow_task.name for t in open_tasks(case) if isinstance(t.flow_task, Duty)}


def see_agreement(case: Case) -> None:
    """See that what is open may be open where the case stands, and that nobody is left idle."""
    state, found = State(case.state), open_duties(case)
    assert found <= open_in(flow_of(case))[state], (state, found)
    assert found or state in ENDS, state


class Watched(Story):
    """A story in which law and to-do list are compared after every act."""

    def do(self, act: str, by: str | None = None, **how: Any) -> Receipt:
        """Do an act, and compare."""
        receipt = super().do(act, by, **how)
        see_agreement(receipt.case)
        return receipt

    def ends(self, state: str) -> None:
        """See the case in `state`, and that an audit finds no difference."""
        assert self.known_case.state == state
        assert [str(found) for found in differences()] == []
