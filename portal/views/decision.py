"""One decision, published."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from portal import adoption
from portal.issued import find
from portal.views.missing import missing


@require_safe
def decision(request: HttpRequest, number: str) -> HttpResponse:
    """Show the decision's number, dates, interpretation and text."""
    found = find(number)
    if found is None:
        return missing(request)
    publication, issued = found
    shown = {
        "here": "decisions",
        "publication": publication,
        "decision": issued,
        "draft": publication.draft,
        "report": adoption.find(number),
    }
    return render(request, "portal/decision.html", shown)
