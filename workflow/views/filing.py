"""From the page of an act that takes long to the page of its progress."""

from collections.abc import Sequence
from http import HTTPStatus
from typing import Any

from django.http import HttpResponse, HttpResponseRedirect
from django.utils import timezone
from django.utils.translation import gettext as _

from decisions.evidence import Attachment
from workflow import posted
from workflow.errands import queue
from workflow.errands.beforehand import hopeless
from workflow.models import Errand
from workflow.views.errors import sorry
from workflow.views.visit import Visit


def on_file(visit: Visit) -> Errand | None:
    """Return what this very form has put on file, or what is underway for the same act."""
    if visit.case is None or not visit.act.lasts or not visit.in_post:
        return None
    return queue.on_file(visit.act, visit.case, posted.once(visit.request.POST))


def may_be_filed(visit: Visit, data: dict[str, Any]) -> bool:
    """Say whether a worker shall do it; what is refused at once, the door refuses now."""
    if visit.case is None or not visit.act.lasts or not (visit.in_post and visit.in_state):
        return False
    return not hopeless(visit.act, visit.case, visit.actor, data, visit.seen)


def file(visit: Visit, data: dict[str, Any], attachments: Sequence[Attachment]) -> HttpResponse:
    """Put the act on file and lead to its progress."""
    if visit.case is None or visit.actor is None:
        raise LookupError(visit.act.name)
    errand = queue.hand_over(
        visit.act, visit.case, visit.actor, data,
        attachments=attachments, once=posted.once(visit.request.POST), seen=visit.seen,
    )  # fmt: skip
    return lead_to(visit, errand)


def lead_to(visit: Visit, errand: Errand) -> HttpResponse:
    """Lead to an errand's progress, or say who has handed it in."""
    if errand.tenure.person_id == visit.request.user.pk:
        return HttpResponseRedirect(errand.get_absolute_url(), status=HTTPStatus.SEE_OTHER)
    said = _("“%(act)s”已由%(name)s在%(moment)s提交，正在办理，不用再办。") % {
        "act": visit.act,
        "name": errand.tenure.person.name,
        "moment": timezone.localtime(errand.handed_in_at).strftime("%H:%M"),
    }
    return sorry(visit.request, HTTPStatus.CONFLICT, said, case=visit.case)
