"""Who has a part in a matter, by unit and by person, never by name.

Basis: 区规划第18项; 条例第二十七条.
"""

from decisions.facts import Facts
from decisions.models import (
    CoUndertaker,
    DeliberationSubmission,
    Draft,
    Initiation,
    LegalitySubmission,
    OptionComparison,
    Proposal,
    ResearchReport,
    StepDetermination,
)
from decisions.record import Record
from people.models import Tenure

ADVOCACY: tuple[type[Record], ...] = (
    Proposal, ResearchReport, OptionComparison, Draft, StepDetermination, LegalitySubmission,
    DeliberationSubmission,
)  # fmt: skip
"""What somebody hands in who proposes, drafts, undertakes or puts the matter forward."""


def undertakers(facts: Facts) -> set[int]:
    """Return the units that undertake the matter, the lead and those beside it."""
    started = facts.latest(Initiation)
    beside = facts.rows_of(started, CoUndertaker) if started else []
    return {facts.case.undertaking_unit_id, *(row.unit_id for row in beside)}


def authors(facts: Facts) -> set[int | None]:
    """Return the persons who proposed, researched, drafted or put the matter forward."""
    return {facts.person_of(record) for kind in ADVOCACY for record in facts.all(kind)}


def takes_part(facts: Facts, tenure: Tenure) -> bool:
    """Say whether somebody has a part in the matter, by unit or by person."""
    return tenure.post.unit_id in undertakers(facts) or tenure.person_id in authors(facts)
