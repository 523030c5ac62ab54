"""Looking up what became of an opinion."""

from http import HTTPStatus

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from portal.consultations import find
from portal.forms import ReceiptForm
from portal.receipts import look_up


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def receipt(request: HttpRequest) -> HttpResponse:
    """Ask for a receipt, or show the opinion that it stands for."""
    asked = request.POST if request.method == "POST" else request.GET
    if "code" not in asked:
        return _page(request, ReceiptForm(), HTTPStatus.OK)
    form = ReceiptForm(asked)
    if not form.is_valid():
        return _page(request, form, HTTPStatus.UNPROCESSABLE_ENTITY)
    outcome = look_up(form.cleaned_data["code"])
    if outcome is None:
        return _page(request, form, HTTPStatus.NOT_FOUND)
    shown = {"here": "receipt", "outcome": outcome, "notice": find(outcome.comment.case.number)}
    return render(request, "portal/outcome.html", shown)


def _page(request: HttpRequest, form: ReceiptForm, status: int) -> HttpResponse:
    shown = {"here": "receipt", "form": form, "unknown": status == HTTPStatus.NOT_FOUND}
    return render(request, "portal/receipt.html", shown, status=status)
