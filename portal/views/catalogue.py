"""The catalogue of a year."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_safe

from portal import catalogue


@require_safe
def latest(request: HttpRequest) -> HttpResponse:
    """Lead to the latest catalogue published, to this year's where there is none."""
    known = catalogue.years()
    return redirect("portal:catalogue", known[0] if known else timezone.localdate().year)


@require_safe
def year_page(request: HttpRequest, year: int) -> HttpResponse:
    """Show a year's catalogue with its changes."""
    known = catalogue.years()
    shown = {
        "here": "catalogue",
        "catalogue": catalogue.published(year),
        "years": sorted({*known, year}, reverse=True),
    }
    return render(request, "portal/catalogue.html", shown)
