"""The archive: what waits to be sealed, and finding what is sealed."""

from collections.abc import Iterator
from http import HTTPStatus
from itertools import islice
from typing import Any

from django.db.models import QuerySet
from django.http import HttpResponse, HttpResponseBase
from django.shortcuts import redirect
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_safe

from archive.desk.asking import asked
from archive.models import Deviation, SearchLog, SearchRow
from archive.retrieval import WATCHER, holder, organ_of, reader
from archive.search import facets, index
from archive.search.excerpt import Part, excerpt
from archive.search.finding import Page, count, every, find
from decisions.models import Case
from people.models import Role, Tenure
from workflow.acts import registry
from workflow.middleware import OfficialRequest
from workflow.views.archive_forms import SearchForm
from workflow.views.desk import csv_response, for_readers, kept, key_in, show
from workflow.views.official import in_office

BEFORE = "below"
EXPORTED = 10_000
"""The dossiers of one export."""
COLUMNS = {
    "archival_code": _("档号"),
    "document_number": _("发文字号"),
    "case_number": _("案号"),
    "title": _("题名"),
    "unit": _("承办单位"),
    "year": _("年度"),
    "digest": _("卷宗摘要"),
}


@require_safe
@in_office
def entrance(request: OfficialRequest) -> HttpResponseBase:
    """Lead everybody to what the post opens: the desk, or the log of all that is done there."""
    if reader(request.tenures) is None and holder(request.tenures, WATCHER):
        return redirect("workflow:retrievals")
    desk: HttpResponseBase = archive(request)
    return desk


@for_readers
def archive(request: OfficialRequest, tenure: Tenure) -> HttpResponse:
    """Show what waits to be sealed to those who seal, and the dossiers looked for."""
    form = SearchForm(request.GET)
    valid, query = form.is_valid(), kept(request.GET, BEFORE)
    found = find(form.query(organ_of(tenure)), key_in(request.GET, BEFORE)) if valid else Page()
    if valid and query:
        _record(tenure, SearchLog.Kind.SEARCH, form, query, found)
    words = form.cleaned_data.get("q", "") if valid else ""
    return show(
        request,
        "archive/list.html",
        HTTPStatus.OK if valid else HTTPStatus.UNPROCESSABLE_ENTITY,
        form=form,
        waiting=_waiting(tenure) if tenure.post.role == Role.RECORDS_OFFICE else None,
        query=query,
        sought=form.in_words() if valid else "",
        found=found,
        rows=list(_shown(found, words)),
        later=bool(request.GET.get(BEFORE)),
        old=index.is_old(),
    )


def _shown(found: Page, words: str) -> Iterator[tuple[SearchRow, list[Part], list[str]]]:
    """Yield each row with the text around the words, and with its special circumstances."""
    names = dict(Deviation.objects.values_list("pk", "name"))
    for row in found.rows:
        kinds = [names[key] for key in facets.deviations(row.facets) if key in names]
        yield row, excerpt(row, words), kinds


def _record(tenure: Tenure, kind: str, form: SearchForm, query: str, found: Page) -> None:
    asked(tenure, kind, form.in_words(), query, len(found.rows), more=found.more)


def _waiting(tenure: Tenure) -> QuerySet[Case]:
    """Return the cases that can be sealed, the longest waiting first."""
    cases = Case.objects.filter(state__in=registry["seal_dossier"].states, organ=organ_of(tenure))
    return cases.select_related("undertaking_unit").order_by("moved_at")


@require_safe
@for_readers
def how_many(request: OfficialRequest, tenure: Tenure) -> HttpResponse:
    """Say how many there are, or about: asked for once the page is there."""
    form = SearchForm(request.GET)
    number = count(form.query(organ_of(tenure))) if form.is_valid() else None
    return show(request, "archive/how_many.html", count=number)


@require_safe
@for_readers
def export(request: OfficialRequest, tenure: Tenure) -> HttpResponseBase:
    """Hand out what was found as a table, once the export is recorded."""
    form = SearchForm(request.GET)
    if not form.is_valid():
        return redirect("workflow:archive")
    query = form.query(organ_of(tenure))
    keys = list(islice(every(query), EXPORTED))
    asked(tenure, SearchLog.Kind.EXPORT, form.in_words(), kept(request.GET), len(keys))
    return csv_response("dossiers", _table(keys))


def _table(keys: list[int]) -> Iterator[list[Any]]:
    names = list(COLUMNS)
    yield list(COLUMNS.values())
    for n in range(0, len(keys), 500):
        rows = SearchRow.objects.only(*names).in_bulk(keys[n : n + 500])
        for key in keys[n : n + 500]:
            if key in rows:
                yield [getattr(rows[key], name) for name in names]
