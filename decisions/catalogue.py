"""Where a matter stands in the yearly catalogue: drafted, consented to, published, adjusted.

Basis: 条例第三条；区规划第10项.
"""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field

from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from decisions.models import (
    Case,
    CatalogueAdjustment,
    CatalogueConsent,
    CatalogueListing,
    CataloguePublication,
)
from decisions.models.catalogue import CatalogueEntry
from decisions.record import Record

KINDS: tuple[type[Record], ...] = (
    CatalogueListing, CatalogueAdjustment, CatalogueConsent, CataloguePublication,
)  # fmt: skip
REMOVED = CatalogueAdjustment.Change.REMOVED


class Standing(models.TextChoices):
    """How far the entry, or the last change of it, has come."""

    DRAFT = "draft", pgettext_lazy("catalogue", "草案")
    CONSENTED = "consented", _("已经党委同意")
    PUBLISHED = "published", pgettext_lazy("catalogue", "已公布")
    ADJUSTED = "adjusted", _("已调整并公布")


@dataclass(frozen=True)
class Announced:
    """One entry, or change of an entry, with the consent and the publication that it had."""

    entry: CatalogueEntry
    consent: CatalogueConsent
    publication: CataloguePublication

    @property
    def is_change(self) -> bool:
        """Whether it changed a catalogue in the course of the year."""
        return isinstance(self.entry, CatalogueAdjustment)

    @property
    def removes(self) -> bool:
        """Whether it took the matter out of the catalogue."""
        return getattr(self.entry, "change", None) == REMOVED


@dataclass
class Place:
    """A matter's place in the catalogue, as its records tell it one after the other."""

    announced: list[Announced] = field(default_factory=list)
    pending: CatalogueEntry | None = None
    """The entry that is not published yet."""
    consent: CatalogueConsent | None = None
    """The consent to it."""

    def tell(self, record: Record) -> None:
        """Take in the next record."""
        if isinstance(record, CatalogueEntry):
            self.pending, self.consent = record, None
        elif isinstance(record, CatalogueConsent) and self.pending:
            self.consent = record
        elif isinstance(record, CataloguePublication) and self.pending and self.consent:
            self.announced.append(Announced(self.pending, self.consent, record))
            self.pending = self.consent = None

    @property
    def stands(self) -> bool:
        """Whether the matter stands in a published catalogue."""
        return bool(self.announced) and not self.announced[-1].removes

    @property
    def entry(self) -> CatalogueEntry | None:
        """The entry as it was last written, published or not."""
        return self.pending or (self.announced[-1].entry if self.announced else None)

    @property
    def standing(self) -> Standing:
        """How far the entry has come."""
        if self.pending:
            return Standing.CONSENTED if self.consent else Standing.DRAFT
        return Standing.ADJUSTED if self.announced[-1].is_change else Standing.PUBLISHED


def place_of(records: Iterable[Record]) -> Place:
    """Return the place that a matter's records give it; they are told in their order."""
    place = Place()
    for record in sorted(records, key=lambda record: record.seq):
        place.tell(record)
    return place


def places(cases: Iterable[Case]) -> dict[int, Place]:
    """Return the places of some matters, by their keys, in as many queries as there are kinds."""
    ids = [case.pk for case in cases]
    told: dict[int, list[Record]] = defaultdict(list)
    for kind in KINDS:
        for record in kind._default_manager.filter(case__in=ids):
            told[record.case_id].append(record)
    return {pk: place_of(records) for pk, records in told.items()}


def years() -> list[int]:
    """Return the years for which any matter was entered, the latest first."""
    listed = CatalogueListing.objects.values_list("year", flat=True)
    adjusted = CatalogueAdjustment.objects.values_list("year", flat=True)
    return sorted({*listed, *adjusted}, reverse=True)


def matters(year: int) -> list[tuple[Case, Place]]:
    """Return the matters entered for a year, by their number in the catalogue."""
    cases = Case.objects.select_related("undertaking_unit").filter(
        models.Exists(CatalogueListing.objects.filter(case=models.OuterRef("pk"), year=year))
        | models.Exists(CatalogueAdjustment.objects.filter(case=models.OuterRef("pk"), year=year))
    )
    found = places(cases)
    told = [(case, found[case.pk]) for case in cases]
    here = [(case, place) for case, place in told if place.entry and place.entry.year == year]
    return sorted(here, key=lambda one: (one[1].entry.item if one[1].entry else 0, one[0].pk))
