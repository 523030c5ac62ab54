"""The cover: what the case is, what is out of the ordinary, and what seals it."""

from dataclasses import dataclass

from django.utils import timezone

from archive.dossier.chronicle import Chronicle
from archive.dossier.circumstances import Circumstance, circumstances
from archive.dossier.slip import Follows, Slip
from archive.dossier.values import EMPTY, day, day_of, stamp
from archive.models import Dossier
from decisions import models as m
from decisions.states import State


@dataclass(frozen=True)
class Seal:
    """When and by whom it was sealed; all of it empty in a preview."""

    at: str
    iso: str
    by: str
    unit: str
    post: str
    note: str
    seq: int


@dataclass(frozen=True)
class Cover:
    """The face of the dossier."""

    organ: str
    fonds_code: str
    kind: str
    title: str
    title_lines: tuple[str, ...]
    document_number: str
    case_number: str
    category: str
    unit: str
    meeting: str
    begins: str
    ends: str
    issued: str
    disclosure: str
    outcome: str
    retention: str
    archival_code: str
    rules: tuple[str, ...]
    special: tuple[Circumstance, ...]
    head: str
    length: int
    draft: str
    draft_hash: str
    follows: Follows | None
    """What a supplement is sealed to."""


def seal(chronicle: Chronicle, slip: Slip | None) -> Seal | None:
    """Return what the seal says; nothing without a slip."""
    if slip is None:
        return None
    post = slip.by.post
    return Seal(
        at=stamp(slip.at),
        iso=timezone.localtime(slip.at).isoformat(timespec="seconds"),
        by=slip.by.person.name,
        unit=post.unit.name,
        post=post.title,
        note=slip.note,
        seq=len(chronicle.entries) + 1,
    )


def cover(chronicle: Chronicle, slip: Slip | None) -> Cover:
    """Return the cover of a case's dossier."""
    case, decision = chronicle.case, chronicle.latest(m.Decision)
    first, last = chronicle.entries[0].at, chronicle.entries[-1].at
    return Cover(
        organ=case.organ.name,
        fonds_code=case.organ.fonds_code,
        kind=str(m.Procedure(case.procedure).label),
        title=case.title,
        title_lines=_lines(case.title),
        document_number=decision.document_number if decision else "",
        case_number=case.number,
        category=_category(chronicle),
        unit=chronicle.names.called(case.undertaking_unit, last),
        meeting=_meeting(chronicle),
        begins=day_of(first),
        ends=day_of(last),
        issued=day(decision.issued_on) if decision else EMPTY,
        disclosure=_disclosure(chronicle),
        outcome=str(State(case.state).label),
        retention=_retention(slip),
        archival_code=slip.archival_code if slip else "",
        rules=tuple(case.law(timezone.localdate(first)).titles),
        special=tuple(circumstances(chronicle)),
        head=chronicle.head,
        length=len(chronicle.entries),
        draft=f"第{case.draft.version}版" if case.draft else "",
        draft_hash=case.draft_hash,
        follows=slip.follows if slip else None,
    )


def _lines(title: str) -> tuple[str, ...]:
    """Break a long title before its bracket, as a title page does."""
    name, bracket, rest = title.partition("（")
    return (name, bracket + rest) if bracket and len(title) > 16 else (title,)


def _category(chronicle: Chronicle) -> str:
    procedure = str(m.Procedure(chronicle.case.procedure).label)
    found = chronicle.latest(m.Classification)
    return f"{procedure}·{found.get_kind_display()}" if found and found.kind else procedure


def _meeting(chronicle: Chronicle) -> str:
    agenda, held = chronicle.latest(m.Agenda), chronicle.latest(m.Deliberation)
    if agenda is None or held is None:
        return EMPTY
    return f"{agenda.number}{agenda.get_meeting_display().removeprefix('政府')}"


def _disclosure(chronicle: Chronicle) -> str:
    withheld = chronicle.latest(m.Withholding)
    if withheld:
        return str(withheld.get_disclosure_display())
    return "主动公开" if chronicle.latest(m.Publication) else "没有公布"


def _retention(slip: Slip | None) -> str:
    labels = dict(Dossier.Retention.choices)
    return str(labels.get(slip.retention, "")) if slip else ""
