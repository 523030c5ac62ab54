"""One sealed dossier: its facts, who retrieved it, and retrieving it."""

import re
import tempfile
from http import HTTPStatus
from pathlib import Path

from django.core.files.storage import default_storage
from django.core.paginator import Paginator
from django.db.models import QuerySet
from django.http import FileResponse, HttpResponse, HttpResponseBase
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from archive.desk.copies import copy_of
from archive.desk.marking import Unmarkable
from archive.dossier.package import beside, packed
from archive.keeping.retention import disposal_of
from archive.models import Dossier, Retrieval, SearchRow
from archive.retrieval import readable, retrieve
from people.models import Tenure
from workflow.acts import registry
from workflow.middleware import OfficialRequest
from workflow.posts import may
from workflow.views.archive_forms import PurposeForm
from workflow.views.desk import for_readers, show
from workflow.views.errors import sorry
from workflow.views.keeping import destroyed_sentence, kept

A_PAGE = 20
UNSAFE = re.compile(r'[\s/\\:*?"<>|]+')
FOLLOWING = ("open_inquiry", "file_finding")
"""The acts to which the desk leads."""


def _open_to(tenure: Tenure) -> QuerySet[Dossier]:
    return readable(tenure).select_related("case__undertaking_unit", "blob")


@require_safe
@for_readers
def dossier(request: OfficialRequest, tenure: Tenure, pk: int) -> HttpResponse:
    """Show a dossier's facts and who retrieved it."""
    return _page(request, get_object_or_404(_open_to(tenure), pk=pk), PurposeForm())


def _page(
    request: OfficialRequest, found: Dossier, form: PurposeForm, status: int = HTTPStatus.OK
) -> HttpResponse:
    retrievals = found.retrievals.select_related("tenure__person", "tenure__post__unit")
    return show(
        request,
        "archive/dossier.html",
        status,
        dossier=found,
        row=SearchRow.objects.defer("text").filter(pk=found.pk).first(),
        form=form,
        kinds=Retrieval.Kind,
        **kept(found),
        page=Paginator(retrievals, A_PAGE).get_page(request.GET.get("page")),
        acts=[
            registry[name]
            for name in FOLLOWING
            if found.case.state in registry[name].states
            and any(may(registry[name], found.case, held) for held in request.tenures)
        ],
    )


@require_http_methods(["GET", "HEAD", "POST"])
@for_readers
def download(request: OfficialRequest, tenure: Tenure, pk: int) -> HttpResponseBase:
    """Record what it is for, then hand the dossier out: to read, as a copy, or the original."""
    if request.method != "POST":
        return redirect(reverse("workflow:dossier", args=[pk]) + "#retrieve")
    found = get_object_or_404(_open_to(tenure), pk=pk)
    form = PurposeForm(request.POST)
    if not form.is_valid():
        return _page(request, found, form, HTTPStatus.UNPROCESSABLE_ENTITY)
    if disposal := disposal_of(found.case):
        return sorry(request, HTTPStatus.GONE, destroyed_sentence(disposal))
    if not default_storage.exists(found.blob.path):
        return sorry(request, HTTPStatus.NOT_FOUND, _("卷宗文件没有找到，这次没有记录调阅。"))
    kind = form.cleaned_data["kind"] or Retrieval.Kind.COPY
    retrieval = retrieve(found, tenure, form.cleaned_data["purpose"], kind)
    if kind == Retrieval.Kind.READING:
        return _begin(request, retrieval)
    return _copy(request, retrieval) if kind == Retrieval.Kind.COPY else _original(found)


def _begin(request: OfficialRequest, retrieval: Retrieval) -> HttpResponse:
    """Keep the reading for this visit, and open the first page."""
    kept = dict(request.session.get("readings", {}))
    request.session["readings"] = {**kept, str(retrieval.dossier_id): retrieval.pk}
    return redirect("workflow:dossier_page", pk=retrieval.dossier_id, number=1)


def _copy(request: OfficialRequest, retrieval: Retrieval) -> HttpResponseBase:
    # The file is gone from the folder with its last reader; it was never under a name there.
    with tempfile.TemporaryDirectory() as folder:
        try:
            made = copy_of(retrieval, Path(folder) / "copy.pdf")
        except Unmarkable:
            return sorry(request, HTTPStatus.CONFLICT, _("这个卷宗文件不能做副本，只能下载原件。"))
        return _handed(made.open("rb"), retrieval.dossier, _("副本"))


def _original(found: Dossier) -> FileResponse:
    """Hand out the file with its latest timestamp; with all beside it, where there is any."""
    if beside(found):
        return _handed(packed(found), found, ending=".zip")
    return _handed(default_storage.open(found.newest.path), found)


def _handed(
    content: object, found: Dossier, addition: str = "", ending: str = ".pdf"
) -> FileResponse:
    name = UNSAFE.sub("_", found.archival_code) + addition + ending
    response = FileResponse(content, as_attachment=True, filename=name)
    response["X-Content-Type-Options"] = "nosniff"
    return response
