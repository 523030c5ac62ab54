"""The public's front page, and the lists behind it."""

from typing import Any

from django.core.paginator import Paginator
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from portal import adoption, issued
from portal.consultations import awaiting_report, days_left, open_now

A_FEW = 5
A_PAGE = 20


@require_safe
def consultations(request: HttpRequest) -> HttpResponse:
    """Show what is open now, what still owes its answer, and what was published last."""
    shown = {
        "here": "consultations",
        "open": [(notice, days_left(notice)) for notice in open_now()],
        "awaiting": awaiting_report(),
        "reports": adoption.reports()[:A_FEW],
        "publications": issued.publications()[:A_FEW],
    }
    return render(request, "portal/front.html", shown)


@require_safe
def adoptions(request: HttpRequest) -> HttpResponse:
    """Show every adoption report."""
    return _listed(request, "portal/adoptions.html", "adoptions", adoption.reports())


@require_safe
def decisions(request: HttpRequest) -> HttpResponse:
    """Show every decision published."""
    return _listed(request, "portal/decisions.html", "decisions", issued.publications())


def _listed(request: HttpRequest, template: str, here: str, rows: QuerySet[Any]) -> HttpResponse:
    page = Paginator(rows, A_PAGE).get_page(request.GET.get("page"))
    return render(request, template, {"here": here, "page": page})
