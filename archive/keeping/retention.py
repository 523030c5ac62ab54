"""How long a dossier is kept, and what falls due. Basis: 档案法实施条例第十九条、第二十四条.

A term begins with the year after that of the sealing, or of the appraisal that renewed it.
"""

import datetime as dt
from typing import Any

from django.db.models import OuterRef, Q, QuerySet, Subquery
from django.utils import timezone

from archive.models import Dossier
from decisions.models import Appraisal, Case, Disposal, DisposalApproval

YEARS = {"D10": 10, "D30": 30}
"""The years of a fixed term; what is permanent has none."""


def falls_due(term: str, year: int) -> dt.date | None:
    """Return the day after a term that was fixed in `year`; None where it is permanent."""
    return dt.date(year + YEARS[term] + 1, 1, 1) if term in YEARS else None


def due_on(case: Case) -> dt.date | None:
    """Return when the dossier of a case is to be appraised; None where it never is."""
    dossier = Dossier.objects.filter(case=case).first()
    last = Appraisal.objects.filter(case=case).order_by("seq").last()
    if last and last.outcome == Appraisal.Outcome.PERMANENT:
        return None
    if last and last.term:
        return falls_due(last.term, timezone.localdate(last.at).year)
    return falls_due(dossier.retention, timezone.localdate(dossier.at).year) if dossier else None


def due_by(day: dt.date) -> QuerySet[Any]:
    """Return the dossiers that are to be appraised on `day` or before, the oldest first."""
    rows = _with_last_appraisal().exclude(disposed__isnull=False)
    return rows.filter(_first_term_over(day) | _renewed_term_over(day)).order_by("at", "pk")


def _with_last_appraisal() -> QuerySet[Any]:
    last = Appraisal.objects.filter(case=OuterRef("case")).order_by("-seq")
    done = Disposal.objects.filter(case=OuterRef("case"))
    return Dossier.objects.select_related("case__undertaking_unit").annotate(
        outcome=Subquery(last.values("outcome")[:1]),
        term=Subquery(last.values("term")[:1]),
        appraised_at=Subquery(last.values("at")[:1]),
        disposed=Subquery(done.values("at")[:1]),
    )


def _over(column: str, moment: str, day: dt.date) -> Q:
    """Match what had its term fixed so long ago that it is over by `day`."""
    found = Q()
    for term, years in YEARS.items():
        fixed_before = dt.datetime(day.year - years, 1, 1, tzinfo=timezone.get_default_timezone())
        found |= Q(**{column: term, f"{moment}__lt": fixed_before})
    return found


def _first_term_over(day: dt.date) -> Q:
    return Q(outcome__isnull=True) & _over("retention", "at", day)


def _renewed_term_over(day: dt.date) -> Q:
    return Q(outcome=Appraisal.Outcome.KEEP) & _over("term", "appraised_at", day)


def proposed() -> QuerySet[Any]:
    """Return the dossiers whose destruction is proposed and not yet carried out or refused."""
    answer = DisposalApproval.objects.filter(case=OuterRef("case")).order_by("-seq")
    last = Appraisal.objects.filter(case=OuterRef("case")).order_by("-seq")
    rows = _with_last_appraisal().annotate(
        proposed_seq=Subquery(last.values("seq")[:1]),
        answered_seq=Subquery(answer.values("seq")[:1]),
        approved=Subquery(answer.values("approved")[:1]),
        answered_at=Subquery(answer.values("at")[:1]),
    )
    open_ones: QuerySet[Any] = rows.filter(outcome=Appraisal.Outcome.DISPOSE, disposed__isnull=True)
    return open_ones.order_by("appraised_at", "pk")


def register() -> QuerySet[Any]:
    """Return the register of what was destroyed, the last first; it stays for ever."""
    dossier = Dossier.objects.filter(case=OuterRef("case"))
    rows = Disposal.objects.select_related("case", "tenure__person", "tenure__post__unit")
    named = rows.annotate(
        archival_code=Subquery(dossier.values("archival_code")[:1]),
        dossier=Subquery(dossier.values("pk")[:1]),
    )
    return named.prefetch_related("supervisors__person").order_by("-at", "-pk")


def disposal_of(case: Case) -> Disposal | None:
    """Return the record of the destruction of a case's files, None where they are kept."""
    rows = Disposal.objects.select_related("tenure__person", "tenure__post__unit")
    return rows.prefetch_related("supervisors__person").filter(case=case).first()
