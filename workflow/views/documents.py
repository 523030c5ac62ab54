"""Normative documents: which are in force, which end soon, and what clean-up made of each."""

import datetime as dt
from typing import Any

from django import forms
from django.core.paginator import Paginator
from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_safe

from decisions.documents import Document, Status
from decisions.documents import documents as all_documents
from decisions.models import Decision, DocumentCleanUp, Procedure
from people.models import Unit
from workflow.acts import registry
from workflow.middleware import OfficialRequest
from workflow.panels.document import described
from workflow.posts import may
from workflow.views.official import in_office

PAGE = 25
CLEAN_UP = registry["clean_up_document"]
OVER = (Status.EXPIRED, Status.REPEALED, Status.DECLARED_LAPSED)
NEVER = dt.date.max


class Search(forms.Form):
    """What to look for; anything that cannot be read is left out of the search."""

    status = forms.ChoiceField(
        label=_("文件状态"), choices=[("", _("全部状态")), *Status.choices], required=False
    )
    unit = forms.ModelChoiceField(
        label=_("承办单位"),
        queryset=Unit.objects.filter(undertaken__procedure=Procedure.NORMATIVE).distinct(),
        empty_label=_("全部单位"),
        required=False,
    )

    def found(self, day: dt.date) -> list[tuple[Document, Status]]:
        """Return the documents that match, with their status: the next to expire first."""
        self.is_valid()
        asked: dict[str, Any] = getattr(self, "cleaned_data", {})
        issued = Decision.objects.all()
        if unit := asked.get("unit"):
            issued = issued.filter(case__undertaking_unit=unit)
        told = [(document, document.status(day)) for document in all_documents(issued)]
        kept = [one for one in told if asked.get("status", "") in ("", one[1])]
        return sorted(kept, key=lambda one: (one[1] in OVER, one[0].last_day or NEVER))


@require_safe
@in_office
def documents(request: OfficialRequest) -> HttpResponse:
    """List the normative documents issued."""
    search = Search(request.GET)
    page = Paginator(search.found(timezone.localdate()), PAGE).get_page(request.GET.get("page"))
    kept = request.GET.copy()
    kept.pop("page", None)
    context = {
        "here": "documents",
        "search": search,
        "page": page,
        "asked": any(request.GET.get(name) for name in search.fields),
        "query": f"{kept.urlencode()}&" if kept else "",
    }
    return render(request, "workflow/documents.html", context)


@require_safe
@in_office
def document(request: OfficialRequest, number: str) -> HttpResponse:
    """Show one document: its numbers, its dates as printed, its status, its clean-ups."""
    found = all_documents(Decision.objects.filter(case__number=number))
    if not found:
        raise Http404
    shown = found[0]
    context = {
        "here": "documents",
        **described(shown, timezone.localdate()),
        "clean_ups": DocumentCleanUp.objects.filter(case=shown.case)
        .select_related("tenure__person", "tenure__post__unit")
        .order_by("-seq"),
        "may_clean_up": any(may(CLEAN_UP, shown.case, held) for held in request.tenures)
        and shown.case.state in CLEAN_UP.states,
    }
    return render(request, "workflow/document.html", context)
