"""Normative documents, as far as they are published. Basis: 区规划第9项."""

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_safe

from decisions.documents import documents as all_documents
from decisions.models import Decision
from portal.views.missing import missing

A_PAGE = 20


@require_safe
def documents(request: HttpRequest) -> HttpResponse:
    """List the documents published, the latest first, with their status."""
    today = timezone.localdate()
    out = [document for document in all_documents() if document.published_by(today)]
    out.sort(key=lambda document: document.decision.issued_on, reverse=True)
    told = [(document, document.status(today)) for document in out]
    page = Paginator(told, A_PAGE).get_page(request.GET.get("page"))
    return render(request, "portal/documents.html", {"here": "documents", "page": page})


@require_safe
def document(request: HttpRequest, number: str) -> HttpResponse:
    """Show one document; one that is not published is not there."""
    today = timezone.localdate()
    found = all_documents(Decision.objects.filter(case__number=number))
    if not found or not found[0].published_by(today):
        return missing(request)
    shown = {"here": "documents", "document": found[0], "status": found[0].status(today)}
    return render(request, "portal/document.html", shown)
