"""Samples that anybody can draw again: the first by SHA-256 of seed and archival code."""

import hashlib
import heapq
import secrets
from collections.abc import Iterator
from itertools import islice

from django.db import transaction
from django.utils import timezone

from archive.models import Sample, SampleItem, SearchRow
from archive.search.finding import every
from archive.search.query import Query
from people.models import Tenure

LARGEST = 1000
AT_ONCE = 900
Drawn = tuple[str, int]
"""The value by which a dossier is drawn, and its key."""


def fresh_seed() -> str:
    """Return a seed by chance; it is published with the sample."""
    return secrets.token_hex(16)


def value(seed: str, archival_code: str) -> str:
    """Return the value by which a dossier is drawn: the smallest are taken."""
    return hashlib.sha256(f"{seed}|{archival_code}".encode()).hexdigest()


class Urn:
    """All dossiers that a query finds, looked at one after another and counted."""

    def __init__(self, query: Query, seed: str) -> None:
        """Keep what to draw from."""
        self.query, self.seed, self.population, self.newest = query, seed, 0, 0

    def first(self, size: int) -> list[Drawn]:
        """Return the `size` dossiers with the smallest values."""
        return heapq.nsmallest(size, self._values())

    def _values(self) -> Iterator[Drawn]:
        keys = every(self.query)
        while some := list(islice(keys, AT_ONCE)):
            codes = SearchRow.objects.filter(pk__in=some).values_list("archival_code", "pk")
            self.population += len(some)
            self.newest = max(self.newest, *some)
            yield from ((value(self.seed, code), key) for code, key in codes)


@transaction.atomic
def draw(
    query: Query, size: int, seed: str, tenure: Tenure, *, sought: str, address: str
) -> Sample:
    """Draw a sample and keep it, with its seed, for good."""
    urn = Urn(query, seed)
    drawn = urn.first(size)
    sample = Sample.objects.create(
        tenure=tenure,
        at=timezone.now(),
        sought=sought[:2000],
        address=address[:2000],
        seed=seed,
        population=urn.population,
        newest=urn.newest,
    )
    items = (
        SampleItem(sample=sample, position=n, dossier_id=key, draw=drawn_by)
        for n, (drawn_by, key) in enumerate(drawn, 1)
    )
    SampleItem.objects.bulk_create(items, batch_size=500)
    return sample
