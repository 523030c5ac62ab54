"""Why a class of papers is empty: told from the records, never left blank."""

from archive.dossier.chronicle import Chronicle
from archive.dossier.circumstances import grounds_of_omissions
from archive.dossier.classes import PaperClass
from archive.dossier.values import day_of
from archive.models import LedgerEntry
from decisions import models as m
from decisions.states import State

ENDED = (State.DECLINED, State.TERMINATED)


def absence(chronicle: Chronicle, paper_class: PaperClass) -> str:
    """Return the sentence that stands in the item list in place of the papers."""
    if chronicle.since:
        return "补充卷宗：上次封存以后没有这一类文件。"
    if paper_class.step and (omitted := _omitted(chronicle, paper_class.step)):
        return omitted
    procedure = chronicle.case.procedure
    if paper_class.only and procedure not in paper_class.only:
        return f"本程序不要求：{m.Procedure(procedure).label}没有这一类文件。"
    if paper_class.since not in _passed(chronicle):
        return _not_reached(chronicle)
    if paper_class.number == DEPARTMENTS:
        return _departments(chronicle, paper_class)
    return f"{paper_class.none}。" if paper_class.none else _not_done(chronicle)


DEPARTMENTS = 6
"""The class of the departments' opinions, asked for where the determination names bodies."""


def _omitted(chronicle: Chronicle, step: str) -> str:
    """Name the determination that the step does not apply, and its ground."""
    determined = chronicle.latest(m.StepDetermination)
    if determined is None or getattr(determined, step):
        return ""
    ground = grounds_of_omissions(chronicle).get(step, "")
    return f"认定不开展（台账第{determined.seq}条）。理由：{ground.rstrip('。') or '没有写明'}。"


def _departments(chronicle: Chronicle, paper_class: PaperClass) -> str:
    determined = chronicle.latest(m.StepDetermination)
    if determined and not any(row.of_id == determined.pk for row in chronicle.all(m.TouchedBody)):
        return f"认定不涉及其他单位的职责（台账第{determined.seq}条）。"
    return f"{paper_class.none}。"


def _passed(chronicle: Chronicle) -> set[str]:
    """Return every state in which the case has been."""
    return {State.PROPOSED, *(done.entry.state_after for done in chronicle.done)}


def _end(chronicle: Chronicle) -> LedgerEntry | None:
    """Return the row of the act that ended the case before a decision."""
    return next((one.entry for one in chronicle.done if one.entry.state_after in ENDED), None)


def _not_reached(chronicle: Chronicle) -> str:
    if end := _end(chronicle):
        what = State(end.state_after).label
        return f"没有到这一步：{day_of(end.at)}{what}（台账第{end.seq}条）。"
    return f"还没有到这一步：事项在“{State(chronicle.case.state).label}”。"


def _not_done(chronicle: Chronicle) -> str:
    if end := _end(chronicle):
        what = State(end.state_after).label
        return f"没有形成：{day_of(end.at)}{what}（台账第{end.seq}条）。"
    return f"还没有形成：事项在“{State(chronicle.case.state).label}”。"
