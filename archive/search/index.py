"""Keeping the index: a dossier comes in with its sealing, and again with each act after that."""

from collections.abc import Iterable, Iterator, Sequence

from django.db import transaction
from django.db.models import Exists, OuterRef

from archive.dossier.described import Described
from archive.models import Amount, Dossier, RequirementMet, SearchRow
from archive.search.engine import engine
from archive.search.gathering import Indexed, gather
from archive.search.tokens import VERSION
from decisions.models import Case
from decisions.states import State


def follow(case: Case, described: Sequence[Described]) -> None:
    """Index the dossier of a case, if it is sealed; in the transaction of the act just done."""
    if case.state == State.ARCHIVED:
        dossier = Dossier.objects.select_related("case", "blob").filter(case=case).last()
        if dossier:
            put(gather(dossier, described))


@transaction.atomic
def put(indexed: Indexed) -> None:
    """Keep what finds a dossier, in place of what found it before."""
    row = indexed.row
    old = SearchRow.objects.filter(pk=row.pk).first()
    row.save(force_insert=old is None, force_update=old is not None)
    engine().put(row, old)
    if old is not None:
        Amount.objects.filter(dossier=row.pk).delete()
        RequirementMet.objects.filter(dossier=row.pk).delete()
    Amount.objects.bulk_create(indexed.amounts)
    RequirementMet.objects.bulk_create(indexed.late)


def is_old() -> bool:
    """Say whether the index lacks dossiers, or was made by another version of the tokens."""
    newest = Dossier.objects.order_by("-pk").values_list("pk", flat=True).first()
    lacking = newest is not None and not SearchRow.objects.filter(pk=newest).exists()
    # Not `exclude`: only a range is looked up, a million rows are not gone through.
    return lacking or SearchRow.objects.filter(version__lt=VERSION).exists()


def unindexed() -> Iterator[Dossier]:
    """Yield the sealed dossiers that the index lacks."""
    row = SearchRow.objects.filter(pk=OuterRef("pk"))
    lacking = Dossier.objects.select_related("case", "blob").exclude(Exists(row))
    yield from lacking.order_by("pk").iterator(chunk_size=100)


def renew_tokens() -> Iterator[int]:
    """Make every token anew from the rows as they stand; yield each dossier's key as it is done."""
    with transaction.atomic():
        engine().clear()
        for row in SearchRow.objects.order_by("pk").iterator(chunk_size=100):
            engine().put(row, None)
            yield row.pk
        SearchRow.objects.update(version=VERSION)


def add(dossiers: Iterable[Dossier], described: Sequence[Described]) -> Iterator[int]:
    """Index dossiers; yield each one's key as it is done."""
    for dossier in dossiers:
        put(gather(dossier, described))
        yield dossier.pk
