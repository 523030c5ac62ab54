"""The procedure at a glance: each step, and requirement by requirement how it was met."""

from collections.abc import Iterator
from dataclasses import dataclass

from archive.dossier.chronicle import Chronicle, Done
from archive.dossier.circumstances import CONDITIONAL
from archive.dossier.values import EMPTY, compact, day_of
from archive.models import LedgerEntry
from decisions import models as m
from decisions.models import Step
from decisions.requirements import Requirement


@dataclass(frozen=True)
class StepLine:
    """One step: when, how many papers, or why not."""

    title: str
    begins: str
    ends: str
    acts: str
    note: str


@dataclass(frozen=True)
class Met:
    """One requirement: what, on which ground, met by whom when, and when it was last judged."""

    id: str
    title: str
    basis: str
    act: str
    day: str
    unit: str
    by: str
    seq: int | None
    judged: str
    judged_seq: int


@dataclass(frozen=True)
class Glance:
    """The procedure of a case on one or two pages."""

    steps: tuple[StepLine, ...]
    requirements: tuple[Met, ...]


def glance(chronicle: Chronicle) -> Glance:
    """Return the procedure of a case."""
    return Glance(tuple(_steps(chronicle)), tuple(_requirements(chronicle)))


def _steps(chronicle: Chronicle) -> Iterator[StepLine]:
    for step in Step:
        done = [one for one in chronicle.done if one.act.step == step]
        title = str(step.label)
        if done:
            first, last = done[0].entry.at, done[-1].entry.at
            yield StepLine(title, day_of(first), day_of(last), str(len(done)), _outcome(done))
        else:
            yield StepLine(title, EMPTY, EMPTY, EMPTY, _why_not(chronicle, step))


def _outcome(done: list[Done]) -> str:
    """Name the last act of the step."""
    return f"末项：{done[-1].act.title}（第{done[-1].entry.seq}条）"


def _why_not(chronicle: Chronicle, step: Step) -> str:
    if determined := not_applying(chronicle, step):
        return f"认定不开展（第{determined.seq}条），理由见封面"
    return "没有到这一步" if chronicle.latest(m.Termination) else "没有这一步的记录"


def not_applying(chronicle: Chronicle, step: str) -> m.StepDetermination | None:
    """Return the determination that a step does not apply, if that was determined."""
    determined = chronicle.latest(m.StepDetermination)
    fields = [field for field, (_name, which) in CONDITIONAL.items() if which == step]
    omitted = determined and any(not getattr(determined, field) for field in fields)
    return determined if omitted else None


def _requirements(chronicle: Chronicle) -> Iterator[Met]:
    """Yield each requirement that some act had to meet, in the order of first judgement."""
    judged: dict[Requirement, LedgerEntry] = {}
    for one in chronicle.done:
        for requirement in one.act.asked(one.entry.state_before, one.entry.state_after):
            if requirement.asked_in(chronicle.case.procedure):
                judged[requirement] = one.entry
    for requirement, entry in judged.items():
        yield _met(chronicle, requirement, entry)


def _met(chronicle: Chronicle, requirement: Requirement, judged: LedgerEntry) -> Met:
    """Say by which act a requirement was met, and at which it was last judged."""
    how, entry = _meeting_act(chronicle, requirement, judged)
    return Met(
        id=requirement.id,
        title=str(requirement.title),
        basis="；".join(str(basis) for basis in requirement.basis),
        act=how,
        day=compact(entry.at) if entry else "",
        unit=entry.unit if entry else "",
        by=entry.actor if entry else EMPTY,
        seq=entry.seq if entry else None,
        judged=compact(judged.at),
        judged_seq=judged.seq,
    )


def _meeting_act(
    chronicle: Chronicle, requirement: Requirement, judged: LedgerEntry
) -> tuple[str, LedgerEntry | None]:
    """Return the last act that mends it, or the determination that its step does not apply."""
    for one in reversed(chronicle.done):
        if one.entry.act == requirement.mend and one.entry.seq <= judged.seq:
            return str(one.act.title), one.entry
    step, _dot, _name = requirement.id.partition(".")
    if determined := not_applying(chronicle, step):
        return "认定不适用", chronicle.entry(determined)
    return "核对时已具备", None
