"""The archive: what waits to be sealed, what is sealed, and retrieving it."""

import re
from collections.abc import Callable
from functools import wraps
from http import HTTPStatus
from typing import Any, Concatenate
from urllib.parse import urlencode

from django.core.exceptions import PermissionDenied
from django.core.files.storage import default_storage
from django.core.paginator import Paginator
from django.db.models import QuerySet
from django.http import FileResponse, HttpResponse, HttpResponseBase, QueryDict
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_safe

from archive import search
from archive.keeping.retention import disposal_of
from archive.models import Dossier
from archive.retrieval import reader, retrieve
from decisions.models import Case
from people.models import Role, Tenure
from workflow.acts import registry
from workflow.middleware import OfficialRequest
from workflow.views.archive_forms import PurposeForm, SearchForm
from workflow.views.errors import sorry
from workflow.views.keeping import destroyed_sentence, kept
from workflow.views.official import in_office

A_PAGE = 20
UNSAFE = re.compile(r'[\s/\\:*?"<>|]+')

Page = Callable[Concatenate[OfficialRequest, Tenure, ...], HttpResponseBase]


def for_readers(page: Page) -> Callable[..., HttpResponseBase]:
    """Open a page only to those who read dossiers; hand it the post in which they do."""

    @never_cache
    @in_office
    @wraps(page)
    def opened(request: OfficialRequest, **kwargs: Any) -> HttpResponseBase:
        tenure = reader(request.tenures)
        if tenure is None:
            raise PermissionDenied(_("卷宗由档案机构保管，审计机关检索。您的岗位不查阅卷宗。"))
        return page(request, tenure, **kwargs)

    return opened


def _show(request: OfficialRequest, template: str, status: int, **context: Any) -> HttpResponse:
    return render(request, template, {"here": "archive", **context}, status=status)


@require_safe
@for_readers
def archive(request: OfficialRequest, tenure: Tenure) -> HttpResponse:
    """Show what waits to be sealed to those who seal, and the dossiers looked for."""
    form = SearchForm(request.GET)
    sealer = tenure.post.role == Role.RECORDS_OFFICE
    return _show(
        request,
        "archive/list.html",
        HTTPStatus.OK if form.is_valid() else HTTPStatus.UNPROCESSABLE_ENTITY,
        form=form,
        waiting=_waiting() if sealer else None,
        query=_query(request.GET),
        page=Paginator(_found(form), A_PAGE).get_page(request.GET.get("page")),
    )


def _found(form: SearchForm) -> QuerySet[Dossier]:
    if not form.is_valid():
        return Dossier.objects.none()
    sought = form.cleaned_data
    return search.found(sought["q"], sought["year"], sought["unit"])


def _query(sought: QueryDict) -> str:
    """Return what is looked for as it stands in the address, ending in & for the page."""
    kept = {name: value for name, value in sought.items() if name != "page" and value}
    return f"{urlencode(kept)}&" if kept else ""


def _waiting() -> QuerySet[Case]:
    """Return the cases that can be sealed, the longest waiting first."""
    cases = Case.objects.filter(state__in=registry["seal_dossier"].states)
    return cases.select_related("undertaking_unit").order_by("moved_at")


@require_safe
@for_readers
def dossier(request: OfficialRequest, tenure: Tenure, pk: int) -> HttpResponse:
    """Show a dossier's facts and who retrieved it."""
    return _dossier_page(request, pk, PurposeForm(), HTTPStatus.OK)


def _dossier_page(
    request: OfficialRequest, pk: int, form: PurposeForm, status: int
) -> HttpResponse:
    found = get_object_or_404(search.dossiers(), pk=pk)
    retrievals = found.retrievals.select_related("tenure__person", "tenure__post__unit")
    page = Paginator(retrievals, A_PAGE).get_page(request.GET.get("page"))
    shown = {"dossier": found, "form": form, "page": page, **kept(found)}
    return _show(request, "archive/dossier.html", status, **shown)


@require_http_methods(["GET", "HEAD", "POST"])
@for_readers
def download(request: OfficialRequest, tenure: Tenure, pk: int) -> HttpResponseBase:
    """Record what it is for, then hand the dossier out."""
    if request.method != "POST":
        return redirect(reverse("workflow:dossier", args=[pk]) + "#retrieve")
    form = PurposeForm(request.POST)
    if not form.is_valid():
        return _dossier_page(request, pk, form, HTTPStatus.UNPROCESSABLE_ENTITY)
    found = get_object_or_404(Dossier.objects.select_related("blob", "case"), pk=pk)
    if disposal := disposal_of(found.case):
        return sorry(request, HTTPStatus.GONE, destroyed_sentence(disposal))
    try:
        content = default_storage.open(found.newest.path)
    except FileNotFoundError:
        return sorry(request, HTTPStatus.NOT_FOUND, _("卷宗文件没有找到，这次没有记录调阅。"))
    retrieve(found, tenure, form.cleaned_data["purpose"])
    name = UNSAFE.sub("_", found.archival_code) + ".pdf"
    response = FileResponse(
        content, as_attachment=True, filename=name, content_type=found.blob.media_type
    )
    response["X-Content-Type-Options"] = "nosniff"
    return response
