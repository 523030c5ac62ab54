"""What a reviewer goes by: the file sent in, the days, the counsel, and what has changed.

Basis: 条例第二十六条至第二十八条.
"""

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass

from decisions.deadlines import Deadline, deadlines
from decisions.facts import Facts
from decisions.models import (
    AdoptionReport,
    CounselOpinion,
    DepartmentMeeting,
    Draft,
    Evidence,
    ExpertConclusion,
    FairCompetitionReview,
    HearingSigning,
    LegalityReview,
    LegalitySubmission,
    OptionComparison,
    ResearchReport,
    RiskAssessment,
    RiskDetermination,
)
from decisions.record import Record
from workflow.redline import Change, compare, count

CONCLUDE = "conclude_legality_review"
ACTS = ("accept_legality_file", "file_counsel_opinion", CONCLUDE)
"""The acts on whose pages the file lies open."""


PAPERS: tuple[type[Record], ...] = (
    ResearchReport, OptionComparison, AdoptionReport, HearingSigning, ExpertConclusion,
    RiskAssessment, RiskDetermination, FairCompetitionReview, DepartmentMeeting,
)  # fmt: skip
"""What a reviewer reads besides the draft, as far as the case has it. Basis: 条例第二十九条."""


@dataclass(frozen=True)
class File:
    """The file before the reviewer."""

    submission: LegalitySubmission | None
    papers: Sequence[Record]
    opinions: Sequence[CounselOpinion]
    evidence: Sequence[Evidence]
    before: Draft | None
    """The version that was reviewed last, where it is not the one at hand."""
    changes: list[Change]
    deadline: Deadline | None
    """The end of the least time that the review takes."""
    today: dt.date

    @property
    def ticks(self) -> list[tuple[dt.date, str]]:
        """Each day of the review: `used`, `now` or still to come."""
        term = self.deadline.term if self.deadline else None
        return [(day, _tick(day, self.today)) for day in term.days] if term else []

    @property
    def used(self) -> int:
        """How many of its days are used, today among them."""
        term = self.deadline.term if self.deadline else None
        return term.used(self.today) if term else 0

    @property
    def changed(self) -> int:
        """In how many paragraphs something changed."""
        return count(self.changes)


def file(facts: Facts) -> File:
    """Return the file of the case, for whoever reviews it now."""
    case = facts.case
    before = _reviewed_before(facts)
    opinions = CounselOpinion.objects.filter(case=case, draft=case.draft_id)
    evidence = Evidence.objects.filter(case=case).select_related("blob").order_by("-seq")
    return File(
        facts.latest(LegalitySubmission),
        [paper for kind in PAPERS if (paper := facts.latest(kind)) is not None],
        list(opinions.select_related("tenure__person").order_by("seq")),
        list(evidence),
        before,
        compare(before.text, case.draft.text) if before else [],
        next(iter(deadlines(facts, {CONCLUDE})), None),
        facts.day,
    )


def _reviewed_before(facts: Facts) -> Draft | None:
    """Return the last other version on which a review was concluded."""
    others = (r.draft_id for r in reversed(facts.all(LegalityReview)))
    last = next((key for key in others if key != facts.case.draft_id), None)
    return Draft.objects.filter(pk=last).first() if last else None


def _tick(day: dt.date, today: dt.date) -> str:
    if day == today:
        return "now"
    return "used" if day < today else ""
