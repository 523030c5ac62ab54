"""One page an act: its form, and the way to the single door."""

from http import HTTPStatus
from typing import Any

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.core.exceptions import ValidationError
from django.http import Http404, HttpResponse, HttpResponseRedirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from decisions.evidence import Attachment, keep
from workflow import posted
from workflow.acts import registry
from workflow.door import perform
from workflow.intake import Intake, Invalid
from workflow.middleware import OfficialRequest
from workflow.panels.sheet import Sheet, grown
from workflow.refusals import NotInPost, Refused
from workflow.views.case import named_case
from workflow.views.filing import file, lead_to, may_be_filed, on_file
from workflow.views.visit import Visit

METHODS = ("GET", "HEAD", "POST")
OPENING = registry["propose"]


@login_required
@require_http_methods(METHODS)
def propose(request: OfficialRequest) -> HttpResponse:
    """Serve the act that opens a case."""
    return serve(Visit(request, OPENING, None))


@login_required
@require_http_methods(METHODS)
def act_page(request: OfficialRequest, number: str, name: str) -> HttpResponse:
    """Serve an act on a case. What the public does, and what opens a case, is not done here."""
    act = registry.get(name)
    if act is None or act is OPENING or act.by is None:
        raise Http404
    return serve(Visit(request, act, named_case(number)))


def serve(visit: Visit) -> HttpResponse:
    """Show the form, lengthen it, or hand it in."""
    if visit.request.method == "POST":
        return lengthen(visit) if posted.added_line(visit.request.POST) else hand_in(visit)
    if not visit.in_post:
        return visit.not_in_post()
    if not visit.in_state and visit.case:
        return visit.wrong_state(visit.case)
    if filed := on_file(visit):
        return lead_to(visit, filed)
    asked = visit.request.GET.get("page", "")
    return visit.page(Sheet(visit.blank(), page=int(asked[:4]) if asked.isdecimal() else 1))


def lengthen(visit: Visit) -> HttpResponse:
    """Show the same form with one more line."""
    if not visit.in_post:
        return visit.not_in_post()
    post = visit.request.POST
    data = posted.handed_in(visit.act, post, blank=True)
    data = grown(visit.act.rows, data, posted.added_line(post))
    return visit.page(Sheet(Intake(visit.act, visit.facts(), data)))


def hand_in(visit: Visit) -> HttpResponse:
    """Knock at the door, or put on file what takes long; show what becomes of it."""
    if filed := on_file(visit):
        return lead_to(visit, filed)
    data = posted.handed_in(visit.act, visit.request.POST)
    attachments: list[Attachment] = []
    # Whoever the door turns away at once leaves no file behind, and is on record.
    if visit.in_post and visit.in_state:
        attachments, faults = uploads(visit.request)
        if faults:
            return invalid(visit, Intake(visit.act, visit.facts(), data), faults)
    try:
        if may_be_filed(visit, data):
            return file(visit, data, attachments)
        receipt = perform(
            visit.act, visit.case, visit.actor, data,
            attachments=attachments, once=posted.once(visit.request.POST), seen=visit.seen,
        )  # fmt: skip
    except Invalid as unread:
        return invalid(visit, unread.intake, [])
    except Refused as refusal:
        return refused(visit, refusal, data)
    said = _("已办理：%(act)s。记录号%(n)d。") % {"act": visit.act, "n": receipt.entry.seq}
    messages.success(visit.request, said)
    return HttpResponseRedirect(receipt.case.get_absolute_url(), status=HTTPStatus.SEE_OTHER)


def uploads(request: OfficialRequest) -> tuple[list[Attachment], list[str]]:
    """Take in the files; return them, and what is wrong with any of them."""
    kept: list[Attachment] = []
    faults: list[str] = []
    for upload in request.FILES.getlist("files"):
        try:
            kept.append(keep(upload))
        except ValidationError as fault:
            faults += fault.messages
    return kept, faults


def invalid(visit: Visit, intake: Intake, files: list[str]) -> HttpResponse:
    """Show what cannot be read, by field, and in one list on top."""
    intake.is_valid()
    return visit.page(Sheet(intake, checked=True, files=files), HTTPStatus.UNPROCESSABLE_ENTITY)


def refused(visit: Visit, refusal: Refused, data: dict[str, Any]) -> HttpResponse:
    """Say everything that stands against the act; what was typed stays."""
    if isinstance(refusal, NotInPost):
        return visit.not_in_post()
    return kept(visit, data, HTTPStatus(refusal.status), refusal.sentences)


def kept(
    visit: Visit, data: dict[str, Any], status: HTTPStatus, sentences: list[str]
) -> HttpResponse:
    """Return the same form with what was typed, and why nothing was done."""
    if visit.case:
        # It may have moved since it was read.
        visit.case = named_case(visit.case.number)
    return visit.page(Sheet(Intake(visit.act, visit.facts(), data)), status, sentences)
