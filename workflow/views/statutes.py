"""What the law asks for in a place on a day: every value, whose it is, and why it counts."""

from http import HTTPStatus

from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from workflow.middleware import OfficialRequest
from workflow.views.official import in_office
from workflow.which_law import WhichLaw


@require_safe
@in_office
def page(request: OfficialRequest) -> HttpResponse:
    """Show the law of a case, or of a place on a day; of the organ and today by default."""
    organ = request.tenures[0].post.unit.organ
    asked = WhichLaw(request.GET)
    readable = asked.is_valid()
    if "case" in asked.errors:
        raise Http404
    law, case = asked.law(organ.place), asked.cleaned_data.get("case")
    if case:
        organ = case.organ
    context = {
        "here": "statutes",
        "asked": asked,
        "case": case,
        "organ": organ if organ.place == law.place else None,
        "law": law,
        "trails": list(law.trails()),
    }
    status = HTTPStatus.OK if readable else HTTPStatus.BAD_REQUEST
    return render(request, "workflow/statutes.html", context, status=status)
