"""From a sealed case to its row of the index."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from django.utils import timezone, translation

from archive.dossier.chronicle import Chronicle
from archive.dossier.circumstances import circumstances
from archive.dossier.described import Described
from archive.models import Amount, Deviation, Dossier, RequirementMet, SearchRow
from archive.search import facets, money, row
from archive.search.late import met_late
from archive.search.papers import papers
from archive.search.tokens import VERSION, number_key
from decisions.models import Decision
from decisions.requirements import registry as requirements

LANGUAGE = "zh-hans"
_KIND = re.compile(r"^[^\d。：（(]+")
"""What a special circumstance is called, without its number or its ground."""


@dataclass(frozen=True)
class Indexed:
    """All that the index holds of a dossier."""

    row: SearchRow
    amounts: Sequence[Amount]
    late: Sequence[RequirementMet]


def gather(dossier: Dossier, described: Sequence[Described]) -> Indexed:
    """Read the case of a sealed dossier, with what was done since, and return what finds it."""
    with translation.override(LANGUAGE):
        chronicle = Chronicle(dossier.case, described)
        text = row.text(
            chronicle.case.title, _numbers(chronicle, dossier), _names(chronicle), papers(chronicle)
        )
        sums = money.sums(text)
        found = [*_facets(chronicle, dossier), *map(facets.amount, sums)]
        return Indexed(
            _row(chronicle, dossier, text, facets.joined(found)),
            [Amount(dossier=dossier, yuan=yuan) for yuan in sums],
            list(met_late(chronicle, dossier)),
        )


def _row(chronicle: Chronicle, dossier: Dossier, text: str, found: str) -> SearchRow:
    case, decision = chronicle.case, chronicle.latest(Decision)
    number = decision.document_number if decision else ""
    return SearchRow(
        dossier_id=dossier.pk,
        version=VERSION,
        organ_id=case.organ_id,
        year=_year(chronicle, dossier),
        title=case.title,
        case_number=case.number,
        case_key=number_key(case.number),
        document_number=number,
        document_key=number_key(number),
        archival_code=dossier.archival_code,
        archival_key=number_key(dossier.archival_code),
        unit=case.undertaking_unit.name,
        issued_on=decision.issued_on if decision else None,
        sealed_at=dossier.at,
        digest=dossier.blob.digest,
        facets=found,
        text=text,
    )


def _year(chronicle: Chronicle, dossier: Dossier) -> int:
    """Return the year of issue; of a matter that was never decided, the year of sealing."""
    decision = chronicle.latest(Decision)
    return (decision.issued_on if decision else timezone.localdate(dossier.at)).year


def _numbers(chronicle: Chronicle, dossier: Dossier) -> str:
    issued = [f"{one.document_number} {one.title}" for one in chronicle.of(Decision)]
    return " ".join([chronicle.case.number, dossier.archival_code, *issued])


def _names(chronicle: Chronicle) -> str:
    """Return who did or tried anything, in which posts and units, as called that day."""
    case = chronicle.case
    units = [case.organ.name, case.undertaking_unit.name]
    acted = [
        name
        for entry in chronicle.entries
        for name in (entry.actor, entry.post, entry.unit)
        if name
    ]
    return " ".join(dict.fromkeys([*units, *acted]))


def _facets(chronicle: Chronicle, dossier: Dossier) -> Iterator[str]:
    case = chronicle.case
    yield facets.organ(case.organ_id)
    yield facets.year(_year(chronicle, dossier))
    yield facets.unit(case.undertaking_unit_id)
    yield facets.procedure(case.procedure)
    for tenure in {entry.tenure for entry in chronicle.entries if entry.tenure}:
        yield from (facets.tenure(tenure.pk), facets.person(tenure.person_id))
        yield facets.post(tenure.post_id)
    yield from _articles(chronicle)
    yield from map(facets.deviation, _deviations(chronicle))


def _articles(chronicle: Chronicle) -> Iterator[str]:
    """Yield the steps gone through, and the articles that acts were held to or refused on."""
    for done in chronicle.done:
        yield facets.step(done.act.step)
        for one in done.act.asked(done.entry.state_before, done.entry.state_after):
            if one.asked_in(chronicle.case.procedure):
                yield from map(facets.article, one.basis)
    for entry in chronicle.refused:
        for id in entry.unmet_ids:
            for basis in requirements[id].basis if id in requirements else ():
                yield from (facets.article(basis), facets.refused_on(basis))


def _deviations(chronicle: Chronicle) -> Iterator[int]:
    names = {_KIND.match(found.title) for found in circumstances(chronicle)}
    for name in sorted(match.group() for match in names if match):
        yield Deviation.objects.get_or_create(name=name[:60])[0].pk
