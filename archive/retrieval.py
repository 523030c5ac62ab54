"""Retrieving a sealed dossier: who may, and the record of each time it was done."""

from collections.abc import Iterable

from django.utils import timezone

from archive.models import Dossier, Retrieval
from people.models import Role, Tenure

READERS = (Role.RECORDS_OFFICE, Role.AUDITOR)
"""Who keeps the dossiers, and who looks back. Basis: 条例第三十三条；区规划第12项."""


class NotReader(Exception):  # noqa: N818  # it is an answer, not an error
    """The post does not read dossiers, or is no longer held."""


def reads(tenure: Tenure) -> bool:
    """Say whether the holder of a post reads dossiers today."""
    return tenure.post.role in READERS and tenure.holds_on(timezone.localdate())


def reader(tenures: Iterable[Tenure]) -> Tenure | None:
    """Return the one among somebody's posts that reads dossiers, None where there is none."""
    return next(filter(reads, tenures), None)


def retrieve(dossier: Dossier, tenure: Tenure, purpose: str) -> Retrieval:
    """Record a retrieval; the dossier is handed out only afterwards. Raises NotReader."""
    if not reads(tenure):
        raise NotReader
    return Retrieval.objects.create(
        dossier=dossier, tenure=tenure, at=timezone.now(), purpose=purpose
    )
