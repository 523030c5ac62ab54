"""Finding sealed dossiers by title, number, code, year and unit."""

from django.db.models import Exists, OuterRef, Q, QuerySet, Subquery

from archive.models import Dossier
from decisions.models import Decision
from people.models import Unit

BRACKETS = str.maketrans("[]［］", "〔〕〔〕")
"""What keyboards have in place of the brackets of a document number."""


def dossiers() -> QuerySet[Dossier]:
    """Return every dossier, the last sealed first, with its decision's number and date."""
    decision = Decision.objects.filter(case=OuterRef("case")).order_by("-seq")
    return (
        Dossier.objects.select_related("case__undertaking_unit", "blob")
        .annotate(
            document_number=Subquery(decision.values("document_number")[:1]),
            issued_on=Subquery(decision.values("issued_on")[:1]),
        )
        .order_by("-at", "-pk")
    )


def found(words: str = "", year: int | None = None, unit: Unit | None = None) -> QuerySet[Dossier]:
    """Return the dossiers that hold every word, of a year and of an undertaking unit."""
    rows = dossiers()
    for word in words.translate(BRACKETS).split():
        rows = rows.filter(_holds(word))
    if year:
        rows = rows.filter(_of_year(year))
    if unit:
        rows = rows.filter(case__undertaking_unit=unit)
    return rows


def _holds(word: str) -> Q:
    """Match the matter's title and number, the decision's, and the archival code."""
    named = Q(document_number__icontains=word) | Q(title__icontains=word)
    decided = Exists(Decision.objects.filter(named, case=OuterRef("case")))
    own = Q(archival_code__icontains=word)
    return own | Q(case__title__icontains=word) | Q(case__number__icontains=word) | Q(decided)


def _of_year(year: int) -> Q:
    """Match the year of issue; of a matter that was never decided, the year of sealing."""
    return Q(issued_on__year=year) | Q(issued_on__isnull=True, at__year=year)


def units() -> QuerySet[Unit]:
    """Return the units that undertook a matter whose dossier is sealed."""
    sealed = Dossier.objects.filter(case__undertaking_unit=OuterRef("pk"))
    return Unit.objects.filter(Exists(sealed)).order_by("code")
