"""No catalogue without consent, no major matter outside a catalogue. Basis: 条例第三条；区规划第10项."""

from django.utils.translation import gettext_lazy as _

from decisions.basis import plan, regulation
from decisions.catalogue import Place, place_of
from decisions.facts import Facts
from decisions.models import (
    CatalogueAdjustment,
    CatalogueConsent,
    CatalogueListing,
    CataloguePublication,
    Procedure,
)
from decisions.requirements import requirement


def place(facts: Facts) -> Place:
    """Return the matter's place in the catalogue, as it was before the record in hand."""
    kinds = (CatalogueListing, CatalogueAdjustment, CatalogueConsent, CataloguePublication)
    return place_of(
        record for kind in kinds for record in facts.all(kind) if record is not facts.record
    )


@requirement(
    "catalogue.entered",
    title=_("有待报党委同意的目录事项"),
    lack=_("没有列入目录草案，也没有提出调整，没有可以报党委同意的内容。"),
    basis=regulation(3),
    mend="list_matter",
)
def entered(facts: Facts) -> bool:
    """There is an entry, or a change of one, that has not been published."""
    return place(facts).pending is not None


@requirement(
    "catalogue.consented",
    title=_("目录已经党委同意"),
    lack=_("列入或者调整目录以后，还没有党委的同意，不得公布。"),
    basis=regulation(3),
    mend="consent_to_catalogue",
)
def consented(facts: Facts) -> bool:
    """No catalogue, nor a change of one, is published without consent later than the entry."""
    found = place(facts)
    return found.pending is not None and found.consent is not None


@requirement(
    "catalogue.listed",
    title=_("应当列入决策事项目录的已列入公布的目录"),
    lack=_("没有列入公布的决策事项目录；年度中提出的，先调整目录，经同意后公布。"),
    basis=(plan(10), regulation(3)),
    mend="publish_catalogue",
    only=(Procedure.MAJOR.value,),
)
def listed(facts: Facts) -> bool:
    """Where the law of the place demands it, the matter stands in a published catalogue."""
    return not facts.law.demands("catalogue_required") or place(facts).stands
