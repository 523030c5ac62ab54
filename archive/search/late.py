"""What a case met late, or only after it had been refused for it."""

import datetime as dt
from collections.abc import Iterator, Mapping

from django.utils import timezone

from archive.dossier.chronicle import Chronicle, Done
from archive.models import Dossier, LedgerEntry, RequirementMet
from decisions.deadlines import Deadline, history, registry
from decisions.facts import Facts
from decisions.requirements import Requirement
from decisions.requirements import registry as requirements


def met_late(chronicle: Chronicle, dossier: Dossier) -> Iterator[RequirementMet]:
    """Yield each requirement that was met after its last day, or for which an act was refused.

    A requirement is late where the act that meets it was held to a last day and done after it.
    """
    late, refused = _late(chronicle), _refused(chronicle)
    for id in sorted({*late, *refused}):
        (due_on, days), refusals = late.get(id, (None, 0)), refused.get(id, [])
        last = refusals[-1].seq if refusals else 0
        yield RequirementMet(
            dossier=dossier,
            organ_id=chronicle.case.organ_id,
            requirement=id,
            due_on=due_on,
            late_days=days,
            met_at=_met_at(chronicle, requirements[id], last),
            first_refused_at=refusals[0].at if refusals else None,
            refused_times=len(refusals),
        )


def _refused(chronicle: Chronicle) -> Mapping[str, list[LedgerEntry]]:
    """Return the refusals by the requirement for the lack of which they were."""
    found: dict[str, list[LedgerEntry]] = {}
    for entry in chronicle.refused:
        for id in entry.unmet_ids:
            if id in requirements:
                found.setdefault(id, []).append(entry)
    return found


def _met_at(chronicle: Chronicle, one: Requirement, after: int) -> dt.datetime | None:
    """Return when a requirement was met: by the act that mends it, else by the next that asked.

    Of several acts that could have met it, the last before it was asked for in vain no more.
    """
    asking = [done for done in chronicle.done if done.entry.seq > after and _asks(done, one)]
    until = asking[0].entry.seq if asking else len(chronicle.entries) + 1
    mending = [done for done in chronicle.done if done.act.name == one.mend]
    in_time = [done for done in mending if done.entry.seq <= until]
    last = in_time[-1] if in_time else next(iter(asking), None)
    return last.entry.at if last else None


def _asks(done: Done, one: Requirement) -> bool:
    return one in done.act.asked(done.entry.state_before, done.entry.state_after)


def _late(chronicle: Chronicle) -> dict[str, tuple[dt.date | None, int]]:
    """Return the last day and the days of delay by requirement, the longest delay of each."""
    found: dict[str, tuple[dt.date | None, int]] = {}
    for deadline in _missed(chronicle):
        days = _delay(chronicle, deadline)
        for one in requirements.values():
            if one.mend == deadline.clock.act and days > found.get(one.id, (None, 0))[1]:
                found[one.id] = deadline.day, days
    asked = {one.id for done in chronicle.done for one in _of(done)}
    return {id: delay for id, delay in found.items() if id in asked}


def _of(done: Done) -> list[Requirement]:
    return list(done.act.asked(done.entry.state_before, done.entry.state_after))


def _missed(chronicle: Chronicle) -> Iterator[Deadline]:
    """Yield the last days of the law that there were."""
    facts = Facts(chronicle.case, chronicle.entries[-1].at)
    for kind in {kind for clock in registry.values() for kind in clock.reads}:
        facts.take(kind, chronicle.all(kind))
    yield from (one for one in history(facts) if one.day and not one.is_minimum)


def _delay(chronicle: Chronicle, deadline: Deadline) -> int:
    """Return by how many days the act came after its last day; 0 where it did not."""
    held = [done for done in chronicle.done if _is_held(done, deadline)]
    if not held or deadline.day is None:
        return 0
    done = held[0] if deadline.term else held[-1]
    return max(0, (timezone.localdate(done.entry.at) - deadline.day).days)


def _is_held(done: Done, deadline: Deadline) -> bool:
    clock, record = deadline.clock, deadline.running.record
    during = not clock.during or done.entry.state_before in clock.during
    later = done.act.name == clock.act and done.entry.seq > record.seq
    return later and during and clock.same_draft(done.record, record)
