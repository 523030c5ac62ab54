"""The stock of normative documents, and whether each is in force on a day.

A document's dates are what is printed on it. Two ways of printing the last day live side by
side, so it is never computed again; only where a length alone is printed is the day counted.
Basis: 区规划第9项.
"""

import calendar
import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass
from typing import TypeVar

from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from decisions.models import Case, Decision, DocumentCleanUp, Procedure, Publication

Outcome = DocumentCleanUp.Outcome


class Status(models.TextChoices):
    """Whether a document may be relied upon."""

    IN_FORCE = "in_force", _("有效")
    TO_REVISE = "to_revise", _("待修订")
    NOT_YET = "not_yet", _("尚未施行")
    UNPUBLISHED = "unpublished", _("未公布")
    EXPIRED = "expired", pgettext_lazy("document", "失效")
    REPEALED = "repealed", pgettext_lazy("document", "废止")
    DECLARED_LAPSED = "declared_lapsed", pgettext_lazy("document", "宣布失效")


RUNNING = (Status.IN_FORCE, Status.TO_REVISE, Status.NOT_YET)
ENDED_BY = {Outcome.REPEAL: Status.REPEALED, Outcome.LAPSED: Status.DECLARED_LAPSED}
"""The outcomes of a clean-up that end a document."""


def years_after(day: dt.date, years: int) -> dt.date:
    """Return the same day some years later; of 29 February the last of the month."""
    year = day.year + years
    return day.replace(year=year, day=min(day.day, calendar.monthrange(year, day.month)[1]))


def last_day(decision: Decision) -> dt.date | None:
    """Return the last day of a document: as printed, or by the length where no day is printed."""
    if decision.expires_on or not (decision.effective_on and decision.validity_years):
        return decision.expires_on
    return years_after(decision.effective_on, decision.validity_years)


@dataclass(frozen=True)
class Document:
    """One normative document as issued, with what has become of it."""

    decision: Decision
    publication: Publication | None = None
    clean_up: DocumentCleanUp | None = None

    @property
    def case(self) -> Case:
        """The matter that it decided."""
        return self.decision.case

    @property
    def last_day(self) -> dt.date | None:
        """The last day on which it is in force, if nothing ends it before."""
        return last_day(self.decision)

    def reminds_on(self, day: dt.date) -> bool:
        """Say whether it is time to see to it: the law's days before its last, until cleaned up."""
        ahead = self.case.law(day).known("expiry_reminder_days")
        if ahead is None or self.last_day is None or self.status(day) not in RUNNING:
            return False
        begins = self.last_day - dt.timedelta(days=ahead)
        seen_to = self.clean_up is not None and timezone.localdate(self.clean_up.at) >= begins
        return day >= begins and not seen_to

    def published_by(self, day: dt.date) -> bool:
        """Say whether it was published on `day` or before."""
        return self.publication is not None and self.publication.published_on <= day

    def status(self, day: dt.date) -> Status:
        """Return whether it may be relied upon on `day`; unpublished it is no basis for anything."""
        outcome = Outcome(self.clean_up.outcome) if self.clean_up else Outcome.KEEP
        if not self.published_by(day):
            return Status.UNPUBLISHED
        if outcome in ENDED_BY:
            return ENDED_BY[outcome]
        if self.last_day and day > self.last_day:
            return Status.EXPIRED
        if self.decision.effective_on and day < self.decision.effective_on:
            return Status.NOT_YET
        return Status.TO_REVISE if outcome == Outcome.REVISE else Status.IN_FORCE


def documents(decisions: models.QuerySet[Decision] | None = None) -> list[Document]:
    """Return every normative document issued, or those of `decisions`, in three queries."""
    issued = Decision.objects.all() if decisions is None else decisions
    normative = issued.filter(case__procedure=Procedure.NORMATIVE)
    joined = normative.select_related("case__undertaking_unit", "case__organ", "draft").defer(
        "draft__text", "draft__explanation"
    )
    last = {one.case_id: one for one in joined.order_by("seq")}
    published = {one.case_id: one for one in _of(Publication, last)}
    cleaned = {one.case_id: one for one in _of(DocumentCleanUp, last)}
    return [
        Document(one, _after(one, published.get(pk)), _after(one, cleaned.get(pk)))
        for pk, one in last.items()
    ]


Later = TypeVar("Later", Publication, DocumentCleanUp)


def _of(kind: type[Later], cases: Iterable[int]) -> Iterable[Later]:
    return kind._default_manager.filter(case__in=list(cases)).order_by("seq")


def _after(decision: Decision, later: Later | None) -> Later | None:
    """Return what came after the document was issued; a reissue begins anew."""
    return later if later is not None and later.seq > decision.seq else None
