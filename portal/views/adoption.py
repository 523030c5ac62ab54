"""One adoption report: the sums, the ways, every opinion and its answer."""

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from decisions.models import Answer
from portal import consultations
from portal.adoption import answers, channels, earlier, find, tally
from portal.views.missing import missing

A_PAGE = 50


@require_safe
def adoption(request: HttpRequest, number: str) -> HttpResponse:
    """Show how the opinions were used; none received is a full page too."""
    report = find(number)
    if report is None:
        return missing(request)
    given, result = answers(report), request.GET.get("result", "")
    wanted = given.filter(disposition=result) if result in Answer.Disposition else given
    shown = {
        "here": "adoptions",
        "report": report,
        "earlier": earlier(report),
        "notice": consultations.find(number),
        "tally": tally(given),
        "channels": channels(report),
        "result": result,
        "page": Paginator(wanted, A_PAGE).get_page(request.GET.get("page")),
    }
    return render(request, "portal/adoption.html", shown)
