"""What the public is asked now, and was asked before. Basis: 条例第十四条、第十五条."""

import datetime as dt
from typing import TYPE_CHECKING, TypedDict

from django.db.models import Exists, F, OuterRef, Q, QuerySet, Subquery
from django.utils import timezone
from django_stubs_ext import WithAnnotations

from decisions.deadlines import Deadline, deadlines
from decisions.models import AdoptionReport, PublicInput, PublicInputClosing, StepDetermination
from decisions.requirements import gather
from decisions.states import State
from workflow.acts import registry


class Standing(TypedDict):
    """What is known of a notice besides itself."""

    is_public: bool
    closed: bool
    reported: bool


if TYPE_CHECKING:
    Notice = WithAnnotations[PublicInput, Standing]
else:
    Notice = PublicInput


def published() -> QuerySet[Notice]:
    """Return the last notice of each matter that is before the public on its present draft.

    A matter lawfully not public, or not yet published, is not among them.
    """
    determined = StepDetermination.objects.filter(case=OuterRef("case")).order_by("-seq")
    out = PublicInput.objects.filter(opens_on__lte=timezone.localdate())
    later = {"case": OuterRef("case"), "seq__gt": OuterRef("seq")}
    return (
        out.annotate(
            is_public=Subquery(determined.values("is_public")[:1]),
            closed=Exists(PublicInputClosing.objects.filter(**later)),
            reported=Exists(AdoptionReport.objects.filter(**later)),
        )
        .filter(~Exists(out.filter(**later)), is_public=True, root=F("case__draft_root"))
        .select_related("case__undertaking_unit", "draft")
    )


def find(number: str) -> Notice | None:
    """Return the notice of the matter with a number, None where the public may not see it."""
    return published().filter(case__number=number).first()


def _still_open() -> Q:
    """Match notices on which opinions are taken in; the door has the last word."""
    today = timezone.localdate()
    return Q(closed=False, closes_on__gte=today, case__state=State.CONSULTING)


def open_now() -> QuerySet[Notice]:
    """Return what is open, the nearest deadline first."""
    return published().filter(_still_open()).order_by("closes_on", "pk")


def awaiting_report() -> QuerySet[Notice]:
    """Return what is over and still owes its adoption report, the last closed first."""
    over = published().filter(~_still_open(), reported=False)
    return over.exclude(case__state=State.TERMINATED).order_by("-closes_on", "-pk")


def accepts_opinions(notice: Notice) -> bool:
    """Say whether the door would take an opinion in now."""
    act = registry["receive_comment"]
    facts = gather(notice.case, timezone.now())
    return notice.case.state in act.states and not act.unmet(facts)


def period(notice: Notice) -> Deadline | None:
    """Return when opinions end, with how that day was computed."""
    facts = gather(notice.case, timezone.now())
    facts.take(PublicInput, [notice])
    return next(iter(deadlines(facts, {"close_public_input"})), None)


def days_left(notice: Notice) -> int:
    """Return the whole days left after today; 0 on the day that ends at 24:00."""
    return (notice.closes_on - timezone.localdate()) // dt.timedelta(days=1)
