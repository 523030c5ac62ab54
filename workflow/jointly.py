"""One act done to several cases at once: to all of them, or to none."""

import uuid
from collections.abc import Callable, Sequence

from django.db import transaction
from django.utils import timezone

from decisions.models import Case
from people.models import Tenure
from workflow.acts import Act
from workflow.door import locked, perform
from workflow.intake import Data
from workflow.refusals import Refused

Refusals = list[tuple[Case, Refused]]


class _NotAll(Exception):  # noqa: N818  # it only takes back what the others had done
    """Some of the cases were refused."""


def perform_on_all(
    act: Act,
    cases: Sequence[Case],
    actor: Tenure | None,
    data: Data,
    *,
    once: uuid.UUID | None = None,
) -> Refusals:
    """Do an act to every case or to none; return each refusal, nothing where all was done.

    Every case goes through the door by itself, so that each ledger says what was done or why it
    was refused. All are locked first: between the attempt and its record nothing moves. Raises
    Invalid where `data` cannot be read.
    """
    in_order = sorted(cases, key=lambda case: case.pk)
    with transaction.atomic():
        for case in in_order:
            locked(case.pk)
        at = timezone.now()

        def knock(case: Case) -> None:
            own = uuid.uuid5(once, case.number) if once else None
            perform(act, case, actor, data, at, once=own)

        try:
            with transaction.atomic():
                refused = _refusals(in_order, knock)
                if refused:
                    raise _NotAll
        except _NotAll:
            # What the others had done is taken back; that these were refused stays on record.
            refused = _refusals([case for case, _why in refused], knock)
    return refused


def _refusals(cases: Sequence[Case], knock: Callable[[Case], None]) -> Refusals:
    """Knock for each case; return those that were refused."""
    refused: Refusals = []
    for case in cases:
        try:
            knock(case)
        except Refused as refusal:
            refused.append((case, refusal))
    return refused
