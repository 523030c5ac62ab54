"""By when the law wants an act done, for many cases at once.

Basis: 条例第十五条、第二十六条.
"""

import datetime as dt
from collections.abc import Iterable

from django.utils import timezone

from decisions.calendar import ONE_DAY, add_working_days
from decisions.documents import documents
from decisions.models import Case, Decision, LegalityAcceptance, PublicInput
from decisions.states import State
from workflow.acts import Act, registry

CLOSE, REVIEW = registry["close_public_input"], registry["conclude_legality_review"]
CLEAN_UP = registry["clean_up_document"]
Due = dict[tuple[Act, int], dt.date]


def review_ends(case: Case, accepted_on: dt.date) -> dt.date:
    """Return the day on which the working days of a review are full."""
    return add_working_days(accepted_on, int(case.law(accepted_on).number("legality_days")))


def due_days(tasks: Iterable[tuple[Act, Case]]) -> Due:
    """Return when each act on each case is due, by act and case; most have no day."""
    tasks = list(tasks)
    closing = {case.pk for act, case in tasks if act is CLOSE}
    in_review = {
        case.pk for act, case in tasks if act is REVIEW and case.state == State.LEGALITY_REVIEW
    }
    expiring = {case.pk for act, case in tasks if act is CLEAN_UP}
    return {**_closing_days(closing), **_review_days(in_review), **_expiry_days(expiring)}


def _expiry_days(cases: set[int]) -> Due:
    issued = documents(Decision.objects.filter(case__in=cases)) if cases else ()
    return {(CLEAN_UP, one.case.pk): one.last_day for one in issued if one.last_day}


def _closing_days(cases: set[int]) -> Due:
    notices = PublicInput.objects.filter(case__in=cases).order_by("seq") if cases else ()
    return {(CLOSE, notice.case_id): notice.closes_on + ONE_DAY for notice in notices}


def _review_days(cases: set[int]) -> Due:
    accepted = LegalityAcceptance.objects.filter(case__in=cases).select_related("case")
    taken_in = accepted.order_by("seq") if cases else ()
    return {
        (REVIEW, accepted.case_id): review_ends(accepted.case, timezone.localdate(accepted.at))
        for accepted in taken_in
    }
