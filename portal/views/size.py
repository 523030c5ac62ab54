"""The size in which a reader wants every page."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.http import url_has_allowed_host_and_scheme
from django.views.decorators.http import require_POST

A_YEAR = 365 * 24 * 60 * 60


@require_POST
def choose(request: HttpRequest) -> HttpResponse:
    """Keep the choice in a cookie and go back to the page."""
    back = request.POST.get("next", "")
    safe = url_has_allowed_host_and_scheme(back, {request.get_host()}, request.is_secure())
    answer = redirect(back if safe else "portal:consultations")
    if request.POST.get("size") == "elder":
        answer.set_cookie("size", "elder", A_YEAR, samesite="Lax", secure=request.is_secure())
    else:
        answer.delete_cookie("size")
    return answer
