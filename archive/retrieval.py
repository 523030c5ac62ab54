"""Retrieving a sealed dossier: who may, whose, and the record of each time it was done."""

from collections.abc import Iterable

from django.db.models import QuerySet
from django.utils import timezone

from archive.models import Dossier, PageSeen, Retrieval
from people.models import Role, Tenure

READERS = (Role.RECORDS_OFFICE, Role.AUDITOR)
"""Who keeps the dossiers, and who looks back. Basis: 条例第三十三条；区规划第12项."""
WATCHER = Role.AUDIT_ADMIN
"""Who sees what the readers looked at, and no dossier: the third of the three administrators."""


class NotReader(Exception):  # noqa: N818  # it is an answer, not an error
    """The post does not read the dossier, or is no longer held."""


def holds(tenure: Tenure, *roles: Role) -> bool:
    """Say whether a post with one of the roles is held today."""
    return tenure.post.role in roles and tenure.holds_on(timezone.localdate())


def holder(tenures: Iterable[Tenure], *roles: Role) -> Tenure | None:
    """Return the one among somebody's posts that has one of the roles today, or None."""
    return next((tenure for tenure in tenures if holds(tenure, *roles)), None)


def reader(tenures: Iterable[Tenure]) -> Tenure | None:
    """Return the one among somebody's posts that reads dossiers, None where there is none."""
    return holder(tenures, *READERS)


def organ_of(tenure: Tenure) -> int:
    """Return the organ whose dossiers, and nobody else's, are open to a post."""
    return tenure.post.unit.organ_id


def readable(tenure: Tenure) -> QuerySet[Dossier]:
    """Return the dossiers that a post may read: those of its own organ."""
    return Dossier.objects.filter(case__organ=organ_of(tenure))


def retrieve(
    dossier: Dossier, tenure: Tenure, purpose: str, kind: str = Retrieval.Kind.ORIGINAL
) -> Retrieval:
    """Record a retrieval; the dossier is handed out only afterwards. Raises NotReader."""
    if not holds(tenure, *READERS) or dossier.case.organ_id != organ_of(tenure):
        raise NotReader
    return Retrieval.objects.create(
        dossier=dossier, tenure=tenure, at=timezone.now(), purpose=purpose, kind=kind
    )


def reading(dossier: int, tenure: Tenure, key: int | None) -> Retrieval | None:
    """Return the reading `key`, if it is of this dossier, by this post, and begun today."""
    if key is None:
        return None
    found = Retrieval.objects.filter(
        pk=key, dossier=dossier, tenure=tenure, kind=Retrieval.Kind.READING
    ).first()
    today = timezone.localdate()
    return found if found and timezone.localdate(found.at) == today else None


def seen(reading: Retrieval, page: int) -> None:
    """Record the first look at a page."""
    PageSeen.objects.get_or_create(retrieval=reading, page=page, defaults={"at": timezone.now()})
