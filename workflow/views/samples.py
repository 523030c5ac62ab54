"""Samples drawn at random, which anybody can draw again."""

from http import HTTPStatus
from typing import Any

from django import forms
from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_http_methods, require_safe

from archive.desk import sampling
from archive.models import Sample, SearchRow
from archive.retrieval import organ_of
from people.models import Tenure
from workflow.middleware import OfficialRequest
from workflow.views.archive_forms import SearchForm
from workflow.views.desk import for_readers, kept, show

SIZE = _("件数写1到1000的整数。")
A_PAGE = 50


class DrawForm(forms.Form):
    """How many to draw, and with which seed."""

    size = forms.IntegerField(
        label=_("件数"), min_value=1, max_value=sampling.LARGEST,
        error_messages={
            "required": SIZE, "invalid": SIZE, "min_value": SIZE, "max_value": SIZE,
        },
    )  # fmt: skip
    seed = forms.CharField(
        label=_("种子"), max_length=80, required=False,
        help_text=_("可以用事先公布的数，例如某日的彩票开奖号码；不填的随机产生。"),
    )  # fmt: skip


def _all(tenure: Tenure) -> Any:
    """Return the samples of an organ."""
    return Sample.objects.filter(tenure__post__unit__organ=organ_of(tenure)).select_related(
        "tenure__person", "tenure__post__unit"
    )


@require_http_methods(["GET", "HEAD", "POST"])
@for_readers
def samples(request: OfficialRequest, tenure: Tenure) -> HttpResponse:
    """List the samples drawn, and draw one from what the address looks for."""
    population = SearchForm(request.GET)
    form = DrawForm(request.POST if request.method == "POST" else None)
    if not population.is_valid():
        return redirect("workflow:samples")
    if form.is_valid():
        return redirect("workflow:sample", pk=_draw(request, tenure, population, form).pk)
    return show(
        request,
        "archive/samples.html",
        HTTPStatus.UNPROCESSABLE_ENTITY if form.is_bound else HTTPStatus.OK,
        form=form,
        sought=population.in_words(),
        query=kept(request.GET, "page", "below"),
        page=Paginator(_all(tenure), A_PAGE).get_page(request.GET.get("page")),
    )


def _draw(
    request: OfficialRequest, tenure: Tenure, population: SearchForm, form: DrawForm
) -> Sample:
    return sampling.draw(
        population.query(organ_of(tenure)),
        form.cleaned_data["size"],
        form.cleaned_data["seed"] or sampling.fresh_seed(),
        tenure,
        sought=population.in_words(),
        address=kept(request.GET, "page", "below"),
    )


@require_safe
@for_readers
def sample(request: OfficialRequest, tenure: Tenure, pk: int) -> HttpResponse:
    """Show what was drawn, and how to draw it again."""
    found = get_object_or_404(_all(tenure), pk=pk)
    items = list(found.items.all())
    rows = SearchRow.objects.defer("text", "facets").in_bulk([one.dossier_id for one in items])
    shown = [(item, rows.get(item.dossier_id)) for item in items]
    return show(request, "archive/sample.html", sample=found, rows=shown, runs=found.runs.all())
