"""Verifying many dossiers, with its progress."""

from collections.abc import Iterable
from http import HTTPStatus

from django.core.paginator import Paginator
from django.db.models import QuerySet
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from archive.desk import verifying
from archive.models import Sample, VerificationItem, VerificationRun
from archive.retrieval import organ_of
from archive.search.finding import every
from people.models import Tenure
from workflow.middleware import OfficialRequest
from workflow.views.archive_forms import SearchForm
from workflow.views.desk import for_readers, kept, key_in, show
from workflow.views.errors import sorry

A_PAGE = 50


def _all(tenure: Tenure) -> QuerySet[VerificationRun]:
    """Return the runs of an organ."""
    return VerificationRun.objects.filter(
        tenure__post__unit__organ=organ_of(tenure)
    ).select_related("tenure__person", "tenure__post__unit", "sample")


@require_http_methods(["GET", "HEAD", "POST"])
@for_readers
def verifications(request: OfficialRequest, tenure: Tenure) -> HttpResponse:
    """List the runs, and begin one over what the address looks for, or over a sample."""
    form = SearchForm(request.GET)
    if not form.is_valid():
        return redirect("workflow:verifications")
    if request.method == "POST":
        return _begin(request, tenure, form)
    page = Paginator(_all(tenure), A_PAGE).get_page(request.GET.get("page"))
    return show(
        request,
        "archive/verifications.html",
        sought=form.in_words(),
        query=kept(request.GET, "page", "below"),
        page=page,
        rows=[(run, verifying.progress(run)) for run in page],
        most=verifying.LARGEST,
    )


def _begin(request: OfficialRequest, tenure: Tenure, form: SearchForm) -> HttpResponse:
    if key := key_in(request.POST, "sample"):
        drawn = Sample.objects.filter(tenure__post__unit__organ=organ_of(tenure))
        sample = get_object_or_404(drawn, pk=key)
        keys: Iterable[int] = sample.items.values_list("dossier_id", flat=True)
        sought = _("抽样第%(n)d号") % {"n": sample.pk}
        run = verifying.begin(tenure, keys, sought, "", sample)
    else:
        address = kept(request.GET, "page", "below")
        keys = every(form.query(organ_of(tenure)))
        run = verifying.begin(tenure, keys, form.in_words(), address)
    return redirect("workflow:verification", pk=run.pk)


@require_safe
@for_readers
def verification(request: OfficialRequest, tenure: Tenure, pk: int) -> HttpResponse:
    """Show how far a run has come and what it found; the page asks again until it is done."""
    run = get_object_or_404(_all(tenure), pk=pk)
    done = VerificationItem.objects.filter(run=run, result__isnull=False)
    if request.GET.get("only") != "all":
        done = done.filter(result__intact=False)
    rows = done.select_related("dossier__case", "result")
    return show(
        request,
        "archive/verification.html",
        run=run,
        progress=verifying.progress(run),
        only=request.GET.get("only"),
        query=kept(request.GET, "page"),
        page=Paginator(rows, A_PAGE).get_page(request.GET.get("page")),
    )


@require_POST
@for_readers
def go_on(request: OfficialRequest, tenure: Tenure, pk: int) -> HttpResponse:
    """Hand to the worker again what a run still has to do, after a worker's death."""
    run = get_object_or_404(_all(tenure), pk=pk)
    if verifying.progress(run).finished:
        return sorry(request, HTTPStatus.CONFLICT, _("这次核验已经完成。"))
    verifying.go_on(run)
    return redirect("workflow:verification", pk=run.pk)
