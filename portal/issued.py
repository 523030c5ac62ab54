"""The decisions published. Basis: 条例第三十二条."""

from typing import TYPE_CHECKING, TypedDict

from django.db.models import Exists, OuterRef, QuerySet, Subquery
from django.utils import timezone
from django_stubs_ext import WithAnnotations

from decisions.models import Decision, Publication


class Issued(TypedDict):
    """Which decision was published."""

    decision_id: int
    document_number: str
    title: str


if TYPE_CHECKING:
    Published = WithAnnotations[Publication, Issued]
else:
    Published = Publication


def publications() -> QuerySet[Published]:
    """Return each matter's last publication, the latest first, with its decision's number.

    A decision that is lawfully not public has no publication.
    """
    out = Publication.objects.filter(published_on__lte=timezone.localdate())
    later = out.filter(case=OuterRef("case"), seq__gt=OuterRef("seq"))
    issued = Decision.objects.filter(case=OuterRef("case"), seq__lt=OuterRef("seq"))
    last = issued.order_by("-seq")
    return (
        out.filter(~Exists(later))
        .annotate(
            decision_id=Subquery(last.values("pk")[:1]),
            document_number=Subquery(last.values("document_number")[:1]),
            title=Subquery(last.values("title")[:1]),
        )
        .select_related("case__undertaking_unit", "draft")
        .order_by("-published_on", "-pk")
    )


def find(number: str) -> tuple[Published, Decision] | None:
    """Return the publication of the matter with a number, and the decision published."""
    publication = publications().filter(case__number=number).first()
    if publication is None:
        return None
    return publication, Decision.objects.get(pk=publication.decision_id)
