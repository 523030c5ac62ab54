"""Opening a case: its number, and whose it is until it is handed to somebody."""

import datetime as dt

from django.utils import timezone

from decisions.models import Case
from people.models import Organ, Tenure
from workflow.refusals import NotInPost


def open_case(actor: Tenure | None, at: dt.datetime, imported_from: str = "") -> Case:
    """Return a new case, not yet saved, of the actor's own unit and organ.

    The organ's row is locked, so that no two cases get one number. Raises NotInPost.
    """
    if actor is None:
        raise NotInPost
    organ = Organ.objects.select_for_update().get(pk=actor.post.unit.organ_id)
    return Case(
        number=next_number(organ, timezone.localdate(at).year),
        organ=organ,
        place=organ.place,
        undertaking_unit=actor.post.unit,
        opened_at=at,
        moved_at=at,
        imported_from=imported_from,
    )


def next_number(organ: Organ, year: int) -> str:
    """Return the next case number of a year: HZ-2026-003."""
    prefix = f"{organ.code}-{year}-"
    # Cases are never deleted, so their count is the last serial.
    serial = Case.objects.filter(number__startswith=prefix).count() + 1
    return f"{prefix}{serial:03}"
