"""The events and agents of a dossier, from its ledger and its stored checks."""

import datetime as dt
from collections.abc import Iterator

from django.db.models import QuerySet

from archive.keeping.package.premis import Agent, Event
from archive.models import Dossier, LedgerEntry, PropertyResult
from decisions.content import plain

SYSTEM = Agent("suyuan", "溯源", "software")
KINDS = {"GD-ZS-1-1": "fixity check", "GD-AQ-1-1": "virus check"}
"""What a repository calls some checks; the others are validations."""


def events(dossier: Dossier, until: int, at: dt.datetime) -> Iterator[Event]:
    """Yield each act done, each check at filing, and the packing itself, in their order."""
    for row in _done(dossier, until):
        kind = "sealing" if row.seq == dossier.seq else row.act
        yield Event(
            f"ledger-{row.seq}", kind, str(plain(row.at)), row.act, row.hash, _agent(row).id
        )
    for number, check in enumerate(_checks(dossier, at), 1):
        kind = KINDS.get(check.code, "validation")
        detail = f"{check.code} {check.explanation}"
        yield Event(f"check-{number}", kind, str(plain(check.at)), detail, check.outcome, SYSTEM.id)
    yield Event("transfer", "transfer", str(plain(at)), "BagIt 1.0", "packaged", SYSTEM.id)


def agents(dossier: Dossier, until: int) -> list[Agent]:
    """Return who did the acts, each once, and the software."""
    found = dict.fromkeys(_agent(row) for row in _done(dossier, until))
    return [*found, SYSTEM]


def _checks(dossier: Dossier, at: dt.datetime) -> QuerySet[PropertyResult]:
    """Return what the checks at filing, of dossier and supplements, had found by then."""
    filing = PropertyResult.Stage.FILING
    rows = PropertyResult.objects.filter(dossier=dossier, stage=filing, at__lte=at)
    return rows.order_by("pk")


def _done(dossier: Dossier, until: int) -> Iterator[LedgerEntry]:
    rows = LedgerEntry.objects.filter(
        case=dossier.case_id, seq__lt=until, outcome=LedgerEntry.Outcome.ACCEPTED
    )
    return iter(rows.order_by("seq"))


def _agent(row: LedgerEntry) -> Agent:
    """Name who did an act as he was called that day."""
    if row.tenure_id is None:
        return Agent("public", row.actor, "person")
    name = f"{row.unit} {row.post} {row.actor}"
    return Agent(f"tenure-{row.tenure_id}", name, "person")
