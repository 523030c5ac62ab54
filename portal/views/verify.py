"""Verifying a dossier: hand it in, or take the verifier and the trust file home."""

from http import HTTPStatus
from typing import Any

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.cache import never_cache
from django.views.decorators.csrf import csrf_exempt, csrf_protect
from django.views.decorators.http import require_http_methods, require_safe

from archive.trusted import trust_file
from archive.verification import bundle
from portal.forms import DossierForm
from portal.verification import Busy, report_on

ROOM = 1024 * 1024
"""What a form takes besides its files."""


@csrf_exempt
@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def verify(request: HttpRequest) -> HttpResponse:
    """Ask for a dossier, or show what holds; what is too large is refused before it is read.

    The form's token stands in the body, so that it is looked for only after that.
    """
    length = request.META.get("CONTENT_LENGTH") or "0"
    if not length.isdecimal() or int(length) > settings.VERIFY_MAX_BYTES + ROOM:
        return _page(request, DossierForm(), HTTPStatus.REQUEST_ENTITY_TOO_LARGE)
    return _small_enough(request)


@csrf_protect
def _small_enough(request: HttpRequest) -> HttpResponse:
    if request.method != "POST":
        return _page(request, DossierForm(), HTTPStatus.OK)
    form = DossierForm(request.POST, request.FILES)
    if not form.is_valid():
        return _page(request, form, HTTPStatus.UNPROCESSABLE_ENTITY)
    try:
        report = report_on(form.cleaned_data["pdf"], form.cleaned_data["package"])
    except Busy:
        return _page(request, form, HTTPStatus.SERVICE_UNAVAILABLE)
    status = HTTPStatus.OK if report["readable"] else HTTPStatus.UNPROCESSABLE_ENTITY
    return _page(request, DossierForm(), status, report)


def _page(
    request: HttpRequest, form: DossierForm, status: int, report: dict[str, Any] | None = None
) -> HttpResponse:
    shown = {
        "here": "verify",
        "form": form,
        "report": report,
        "limit": settings.VERIFY_MAX_BYTES,
        "too_large": status == HTTPStatus.REQUEST_ENTITY_TOO_LARGE,
        "busy": status == HTTPStatus.SERVICE_UNAVAILABLE,
    }
    return render(request, "portal/verify.html", shown, status=status)


@require_safe
def verifier(request: HttpRequest) -> HttpResponse:
    """Hand out the verifier, one file that runs without us."""
    return _handed_out(bundle.bundled(), bundle.NAME, "application/octet-stream")


@require_safe
def trust(request: HttpRequest) -> HttpResponse:
    """Hand out what it trusts."""
    return _handed_out(trust_file(), "trust.json", "application/json")


def _handed_out(data: bytes, name: str, kind: str) -> HttpResponse:
    headers = {"Content-Disposition": f'attachment; filename="{name}"'}
    return HttpResponse(data, content_type=kind, headers=headers)
