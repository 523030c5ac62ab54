"""Writing the ledger, and checking that its chain is whole."""

import datetime as dt
import uuid
from collections.abc import Iterable, Iterator
from typing import Any

from django.utils import timezone

from archive.models import LedgerEntry
from decisions.content import canonical, columns, digest
from decisions.models import Case
from people.models import Tenure

PUBLIC = {"actor": "公众", "post": "", "unit": ""}
"""How the ledger names an actor who holds no post."""


def named(tenure: Tenure | None) -> dict[str, str]:
    """Return how actor, post and unit are called today."""
    if tenure is None:
        return PUBLIC
    post = tenure.post
    return {"actor": tenure.person.name, "post": post.title, "unit": post.unit.name}


def hash_of(entry: LedgerEntry) -> str:
    """Return the hash over an entry's content and the hash before it."""
    return digest(canonical(columns(entry, ("id", "hash"))))


def append(
    case: Case | None,
    act: str,
    tenure: Tenure | None,
    at: dt.datetime,
    *,
    state_before: str,
    data_digest: str = "",
    unmet: Iterable[str] = (),
    refused: bool = False,
    once: uuid.UUID | None = None,
    imported_from: str = "",
) -> LedgerEntry:
    """Add a row to the chain of `case` and move the chain's head, which the caller saves.

    The caller holds the case's row lock; a refusal without a case stands by itself.
    """
    entry = LedgerEntry(
        case=case,
        seq=case.length + 1 if case else 0,
        act=act,
        outcome=LedgerEntry.Outcome.REFUSED if refused else LedgerEntry.Outcome.ACCEPTED,
        at=at,
        recorded_at=timezone.now(),
        tenure=tenure,
        state_before=state_before,
        state_after=case.state if case else "",
        draft_hash=case.draft_hash if case else "",
        data_digest=data_digest,
        unmet=" ".join(unmet),
        once=once,
        imported_from=imported_from,
        previous_hash=case.head if case else "",
        **named(tenure),
    )
    entry.hash = hash_of(entry)
    entry.save(force_insert=True)
    if case:
        case.length, case.head = entry.seq, entry.hash
    return entry


def breaks(entries: Iterable[LedgerEntry]) -> Iterator[tuple[LedgerEntry, str]]:
    """Yield each entry, in order, at which the chain does not hold, and what is wrong."""
    previous: Any = None
    for number, entry in enumerate(entries, 1):
        if entry.seq != number:
            yield entry, "sequence"
        if entry.previous_hash != (previous.hash if previous else ""):
            yield entry, "previous_hash"
        if entry.hash != hash_of(entry):
            yield entry, "hash"
        previous = entry
