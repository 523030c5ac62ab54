"""One consultation: the draft, how to take part, and the opinion handed in."""

import uuid
from http import HTTPStatus

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_safe

from decisions.models import Comment
from portal import receipts
from portal.consultations import Notice, accepts_opinions, days_left, find, period
from portal.forms import OpinionForm
from portal.steps import public_steps
from portal.views.missing import missing
from workflow.door import perform
from workflow.refusals import Refused

GIVEN = "receipt"
"""Where the session keeps the last receipt, so that it stands in no address."""


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def consultation(request: HttpRequest, number: str) -> HttpResponse:
    """Show what the public is asked, or take an opinion in."""
    notice = find(number)
    if notice is None:
        return missing(request)
    if request.method == "POST":
        return _take_in(request, notice)
    return _page(request, notice, OpinionForm(), HTTPStatus.OK)


def _take_in(request: HttpRequest, notice: Notice) -> HttpResponse:
    form = OpinionForm(request.POST)
    if not form.is_valid():
        return _page(request, notice, form, HTTPStatus.UNPROCESSABLE_ENTITY)
    once = _once(request)
    data = {**form.cleaned_data, "way": Comment.Way.PORTAL}
    try:
        perform("receive_comment", notice.case, None, data, once=once)
    except Refused as refusal:
        if not receipts.of_form(once):
            return _page(request, notice, form, refusal.status)
    number = notice.case.number
    request.session[GIVEN] = {number: receipts.of_form(once)}
    return redirect("portal:received", number)


def _once(request: HttpRequest) -> uuid.UUID:
    """Return the form's one-time number; a form without one counts by itself."""
    try:
        return uuid.UUID(request.POST.get("once", ""))
    except ValueError:
        return uuid.uuid4()


def _page(request: HttpRequest, notice: Notice, form: OpinionForm, status: int) -> HttpResponse:
    accepting = accepts_opinions(notice)
    shown = {
        "here": "consultations",
        "notice": notice,
        "draft": notice.draft,
        "accepting": accepting,
        "refused": status == HTTPStatus.CONFLICT,
        "deadline": period(notice),
        "days_left": days_left(notice),
        "steps": public_steps(notice, accepting=accepting),
        "form": form,
        "once": request.POST.get("once") or uuid.uuid4(),
    }
    return render(request, "portal/consultation.html", shown, status=status)


@never_cache
@require_safe
def received(request: HttpRequest, number: str) -> HttpResponse:
    """Show the receipt of the opinion just handed in."""
    code, notice = request.session.get(GIVEN, {}).get(number), find(number)
    if notice is None:
        return missing(request)
    if code is None:
        return redirect("portal:consultation", number)
    shown = {"here": "consultations", "notice": notice, "code": code}
    return render(request, "portal/received.html", shown)
