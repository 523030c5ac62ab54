"""The extract of the ledger: every row of the case, acts done and attempts refused."""

from collections.abc import Iterator
from dataclasses import dataclass

from archive.dossier.chronicle import Chronicle
from archive.dossier.values import stamp
from archive.models import LedgerEntry
from decisions.requirements import registry
from decisions.states import State

DOOR = {
    "door.post": "经办人的岗位不能办理这件事",
    "door.state": "事项当时的状态不能办理这件事",
    "door.once": "同一张表重复提交",
    "door.order": "办理时间早于上一项记录，或者晚于当时",
}
"""Why the door did not open before any rule was asked."""


@dataclass(frozen=True)
class Row:
    """One row of the ledger."""

    seq: int
    at: str
    recorded_at: str
    act: str
    outcome: str
    accepted: bool
    post: str
    by: str
    before: str
    after: str
    lacks: tuple[str, ...]
    hash: str


def rows(chronicle: Chronicle) -> Iterator[Row]:
    """Yield every row of the ledger, in its order."""
    for entry in chronicle.entries:
        act = chronicle.acts.get(entry.act)
        yield Row(
            seq=entry.seq,
            at=stamp(entry.at),
            recorded_at=stamp(entry.recorded_at),
            act=str(act.title) if act else entry.act,
            outcome=str(LedgerEntry.Outcome(entry.outcome).label),
            accepted=entry.accepted,
            post=f"{entry.unit}　{entry.post}" if entry.post else "",
            by=entry.actor,
            before=_state(entry.state_before),
            after=_state(entry.state_after),
            lacks=tuple(_lack(id) for id in entry.unmet_ids),
            hash=entry.hash,
        )


def _state(state: str) -> str:
    return str(State(state).label) if state else ""


def _lack(id: str) -> str:
    """Return what was missing, with its basis."""
    requirement = registry.get(id)
    if requirement is None:
        return DOOR.get(id, id)
    return f"{requirement.title}（{'；'.join(map(str, requirement.basis))}）"
