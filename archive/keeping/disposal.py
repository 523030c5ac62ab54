"""Destroying the files of a dossier, and nothing else. Basis: 档案法实施条例第二十四条.

What goes is the content in the storage. The rows that name it stay, with its digest and size, as
do the ledger and every record. A file that another case or dossier uses stays as well.
"""

import logging
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from django.core.files.storage import default_storage
from django.db.models import Model, Q, QuerySet

from archive.models import Dossier, OutsideSeal, Renewal, Supplement, Volume
from decisions.models import Blob, Case, Disposal, Evidence

NAMING: Mapping[type[Model], str] = {
    Evidence: "case", Dossier: "case", Supplement: "case", Renewal: "case", Volume: "of__case",
    OutsideSeal: "dossier__case",
}  # fmt: skip
"""What names a file of a case, and the way from there to the case."""

logger = logging.getLogger(__name__)


@dataclass(frozen=True)
class Files:
    """The files of one case: those that are its own, and those that others use too."""

    own: tuple[Blob, ...]
    shared: tuple[Blob, ...]


def named_in(kind: type[Model], cases: Any) -> QuerySet[Model]:
    """Return what names a file of some cases, of one kind."""
    return kind._default_manager.filter(**{f"{NAMING[kind]}__in": cases})


def files_of(case: Case) -> Files:
    """Return the files of a case. One used by another whose dossier is destroyed is its own."""
    mine = Q(pk__in=[])
    for kind in NAMING:
        mine |= Q(pk__in=named_in(kind, [case]).values("blob"))
    blobs = list(Blob.objects.filter(mine).order_by("pk"))
    elsewhere = _used_elsewhere(case, blobs)
    return Files(
        own=tuple(blob for blob in blobs if blob.pk not in elsewhere),
        shared=tuple(blob for blob in blobs if blob.pk in elsewhere),
    )


def _used_elsewhere(case: Case, blobs: Iterable[Blob]) -> set[int]:
    """Return the keys of those that a case whose files are kept uses too."""
    gone = Disposal.objects.exclude(case=case).values("case")
    kept = Case.objects.exclude(pk=case.pk).exclude(pk__in=gone).values("pk")
    keys = [blob.pk for blob in blobs]
    return {
        key
        for kind in NAMING
        for key in named_in(kind, kept).filter(blob__in=keys).values_list("blob", flat=True)
    }


def destroy(case: Case) -> int:
    """Delete the content of a case's own files; return how many are gone by this.

    Called after the act is committed; what a failing storage leaves is found by `remains`.
    """
    gone = 0
    # Asked again now: another case may have taken one of them in since the act was judged.
    for blob in files_of(case).own:
        try:
            if default_storage.exists(blob.path):
                default_storage.delete(blob.path)
                gone += 1
        except OSError:
            logger.exception("could not destroy %s", blob.digest)
    return gone


def remains() -> Iterator[Case]:
    """Yield each case whose files are to be gone and are still there."""
    for disposal in Disposal.objects.select_related("case").iterator():
        if any(default_storage.exists(blob.path) for blob in files_of(disposal.case).own):
            yield disposal.case


def destroyed() -> QuerySet[Blob]:
    """Return the files that are gone by a disposal, and that nothing else uses."""
    gone = Disposal.objects.values("case")
    staying = Case.objects.exclude(pk__in=gone).values("pk")
    named, kept = Q(pk__in=[]), Q(pk__in=[])
    for kind in NAMING:
        named |= Q(pk__in=named_in(kind, gone).values("blob"))
        kept |= Q(pk__in=named_in(kind, staying).values("blob"))
    return Blob.objects.filter(named).exclude(kept)
