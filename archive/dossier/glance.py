"""The procedure at a glance: each step, and requirement by requirement how it was met."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from archive.dossier.absence import absence
from archive.dossier.chronicle import Chronicle, Done
from archive.dossier.circumstances import CONDITIONAL
from archive.dossier.classes import class_of
from archive.dossier.values import EMPTY, compact, day_of
from archive.models import LedgerEntry
from decisions import models as m
from decisions.models import Step
from decisions.requirements import Requirement, registry


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
class Unasked:
    """One requirement that no act of the case had to meet, and why."""

    title: str
    basis: str
    why: str


@dataclass(frozen=True)
class Glance:
    """The procedure of a case on one or two pages."""

    steps: tuple[StepLine, ...]
    requirements: tuple[Met, ...]
    unasked: tuple[Unasked, ...]


def glance(chronicle: Chronicle) -> Glance:
    """Return the procedure of a case."""
    met = tuple(_requirements(chronicle))
    return Glance(tuple(_steps(chronicle)), met, tuple(_unasked(chronicle, met)))


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
        basis=_basis(requirement),
        act=how,
        day=compact(entry.at) if entry else "",
        unit=entry.unit if entry else "",
        by=entry.actor if entry else EMPTY,
        seq=entry.seq if entry else None,
        judged=compact(judged.at),
        judged_seq=judged.seq,
    )


def _basis(requirement: Requirement) -> str:
    return "；".join(str(basis) for basis in requirement.basis)


def _unasked(chronicle: Chronicle, met: Sequence[Met]) -> Iterator[Unasked]:
    """Yield every other requirement that there is, in the order of the rules."""
    asked = {one.id for one in met}
    for requirement in registry.values():
        if requirement.id not in asked:
            why = _why_unasked(chronicle, requirement)
            yield Unasked(str(requirement.title), _basis(requirement), why)


def _why_unasked(chronicle: Chronicle, requirement: Requirement) -> str:
    """Say why: not of this procedure, its papers called for by nothing, or its act not done."""
    if not requirement.asked_in(chronicle.case.procedure):
        return f"{m.Procedure(chronicle.case.procedure).label}不要求。"
    filed = class_of(requirement.mend)
    if not any(one.act.name in filed.acts for one in chronicle.done):
        return absence(chronicle, filed)
    return "没有办理需要核对它的行为。"


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
