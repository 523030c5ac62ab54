"""A sealed dossier read page by page; each page seen is recorded under the reading's purpose."""

from http import HTTPStatus

from django.http import FileResponse, HttpResponse, HttpResponseBase
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from archive.desk import pages
from archive.desk.pages import Undrawable
from archive.models import Dossier, Retrieval
from archive.retrieval import readable, reading, seen
from people.models import Tenure
from workflow.middleware import OfficialRequest
from workflow.views.desk import for_readers, key_in, show
from workflow.views.errors import sorry


def _found(request: OfficialRequest, tenure: Tenure, pk: int) -> tuple[Dossier, Retrieval | None]:
    """Return the dossier, and the reading of this visit if one was begun."""
    found = get_object_or_404(readable(tenure).select_related("case", "blob"), pk=pk)
    key = request.session.get("readings", {}).get(str(pk))
    return found, reading(pk, tenure, key)


@require_safe
@for_readers
def page(request: OfficialRequest, tenure: Tenure, pk: int, number: int) -> HttpResponseBase:
    """Show one page with its text, and the way to every other."""
    found, visit = _found(request, tenure, pk)
    if visit is None:
        return redirect(reverse("workflow:dossier", args=[pk]) + "#retrieve")
    asked = key_in(request.GET, "to")
    if asked is not None:
        return redirect("workflow:dossier_page", pk=pk, number=asked)
    try:
        outline = pages.outline(found.blob)
        if not 1 <= number <= outline.pages:
            return _no_page(request, outline.pages)
        text = pages.text(found.blob, number)
    except Undrawable:
        return sorry(request, HTTPStatus.CONFLICT, _("这一页显示不出来，请下载原件。"))
    seen(visit, number)
    return show(
        request, "archive/page.html", dossier=found, visit=visit, number=number,
        outline=outline, text=text, current=_current(outline, number),
    )  # fmt: skip


def _no_page(request: OfficialRequest, pages: int) -> HttpResponse:
    sentence = _("这个卷宗有%(n)d页，没有您要的那一页。") % {"n": pages}
    return sorry(request, HTTPStatus.NOT_FOUND, sentence)


def _current(outline: pages.Outline, number: int) -> int:
    """Return the place in the table of contents of the last heading up to a page; -1 for none."""
    before = [n for n, line in enumerate(outline.lines) if line["page"] <= number]
    return max(before, key=lambda n: outline.lines[n]["page"]) if before else -1


@require_safe
@for_readers
def picture(request: OfficialRequest, tenure: Tenure, pk: int, number: int) -> HttpResponseBase:
    """Hand out the picture of a page to whoever has begun to read."""
    found, visit = _found(request, tenure, pk)
    if visit is None:
        return sorry(request, HTTPStatus.FORBIDDEN, _("先写明事由，再阅读卷宗。"))
    try:
        content = pages.picture(found.blob, number).open("rb")
    except Undrawable:
        return sorry(request, HTTPStatus.NOT_FOUND)
    seen(visit, number)
    return FileResponse(content, content_type="image/png")
