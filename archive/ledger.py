"""Writing the ledger, and checking that its chain is whole."""

import datetime as dt
import uuid
from collections.abc import Iterable, Iterator

from django.utils import timezone

from archive.models import LedgerEntry
from decisions.content import DOMESTIC, canonical, columns, digest
from decisions.models import Case
from people.models import Tenure

PUBLIC = {"actor": "公众", "post": "", "unit": ""}
"""How the ledger names an actor who holds no post."""
UNHASHED = ("id", "hash", "sm3")
"""The columns of which no digest is made: the key, and the two digests themselves."""


def named(tenure: Tenure | None) -> dict[str, str]:
    """Return how actor, post and unit are called today."""
    if tenure is None:
        return PUBLIC
    post = tenure.post
    return {"actor": tenure.person.name, "post": post.title, "unit": post.unit.name}


def digests_of(entry: LedgerEntry) -> tuple[str, str]:
    """Return both digests over an entry's content and the hash before it."""
    data = canonical(columns(entry, UNHASHED))
    return digest(data), digest(data, DOMESTIC)


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
    entry.hash, entry.sm3 = digests_of(entry)
    entry.save(force_insert=True)
    if case:
        case.length, case.head = entry.seq, entry.hash
    return entry


def breaks(entries: Iterable[LedgerEntry]) -> Iterator[tuple[LedgerEntry, str]]:
    """Yield each entry of a case, in order, at which its chain does not hold, and what is wrong."""
    previous: LedgerEntry | None = None
    for entry in entries:
        for what in faults(entry, previous):
            yield entry, what
        previous = entry


def faults(entry: LedgerEntry, previous: LedgerEntry | None) -> Iterator[str]:
    """Yield what is wrong with an entry that follows `previous` in its case's chain."""
    # A refusal without a case is the first and last of its chain, and has no number.
    if entry.case_id and entry.seq != (previous.seq + 1 if previous else 1):
        yield "sequence"
    if entry.previous_hash != (previous.hash if previous else ""):
        yield "previous_hash"
    found = digests_of(entry)
    if entry.hash != found[0]:
        yield "hash"
    if entry.sm3 not in ("", found[1]):
        yield "sm3"
