"""The periods of the case: what the law held each act to, and how every day was computed."""

from collections.abc import Iterator
from dataclasses import dataclass

from archive.dossier.chronicle import Chronicle, Done
from archive.dossier.values import EMPTY, day, day_of
from decisions.deadlines import Deadline, history, registry
from decisions.facts import Facts
from decisions.states import State

NOT_PASSED = "结论是送回修改，不必等到期限届满"


@dataclass(frozen=True)
class Computed:
    """One deadline, with its computation and the act that was held to it."""

    id: str
    title: str
    basis: str
    limit: str
    """`最早` or `最迟`, and the day."""
    day: str
    """The day as data."""
    provisional: bool
    seq: int
    """The record from which it runs."""
    done: str
    lines: tuple[str, ...]


def computed(chronicle: Chronicle) -> Iterator[Computed]:
    """Yield every deadline that the case has had, in the order in which they began."""
    facts = Facts(chronicle.case, chronicle.entries[-1].at)
    for kind in {kind for clock in registry.values() for kind in clock.reads}:
        facts.take(kind, chronicle.all(kind))
    for deadline in history(facts):
        yield _computed(chronicle, deadline)


def _computed(chronicle: Chronicle, deadline: Deadline) -> Computed:
    limit = "最早" if deadline.is_minimum else "最迟"
    return Computed(
        id=deadline.clock.id,
        title=str(deadline.title),
        basis=str(deadline.basis),
        limit=f"{limit}{day(deadline.day)}" if deadline.day else "停止计算",
        day=str(deadline.day or ""),
        provisional=deadline.is_provisional,
        seq=deadline.running.record.seq,
        done=_done(chronicle, deadline),
        lines=tuple(deadline.lines),
    )


def _done(chronicle: Chronicle, deadline: Deadline) -> str:
    """Say when the act was done: at last, where only a day for the whole task is named."""
    after = [one for one in chronicle.done if _concerns(one, deadline)]
    if not after:
        return EMPTY
    one = after[0] if deadline.term else after[-1]
    entry = one.entry
    told = f"{one.act.title}　{day_of(entry.at)}　第{entry.seq}条"
    return f"{told}　{NOT_PASSED}" if entry.state_after == State.RESEARCHING else told


def _concerns(one: Done, deadline: Deadline) -> bool:
    """Say whether an act was held to a deadline: later, there, and on the same draft."""
    clock, record = deadline.clock, deadline.running.record
    if one.act.name != clock.act or one.entry.seq < record.seq:
        return False
    if clock.during and one.entry.state_before not in clock.during:
        return False
    return clock.same_draft(one.record, record)
