"""The answer where there is nothing to show, the same whatever the reason."""

from http import HTTPStatus

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render


def missing(request: HttpRequest) -> HttpResponse:
    """Say that there is no such page; whether there is such a matter is not said."""
    return render(request, "portal/missing.html", status=HTTPStatus.NOT_FOUND)
