"""All cases: searched, filtered, page by page."""

from typing import Any

from django import forms
from django.core.paginator import Paginator
from django.db.models import Q, QuerySet
from django.http import HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_safe

from decisions.models import Case, Decision
from decisions.states import State
from people.models import Unit
from workflow.acts import registry
from workflow.middleware import OfficialRequest
from workflow.posts import may
from workflow.views.official import in_office

PAGE = 25


class Search(forms.Form):
    """What to look for; anything that cannot be read is left out of the search."""

    q = forms.CharField(label=_("事项名称、案号、文号"), max_length=80, required=False)
    state = forms.ChoiceField(
        label=_("状态"), choices=[("", _("全部状态")), *State.choices], required=False
    )
    unit = forms.ModelChoiceField(
        label=_("承办单位"),
        queryset=Unit.objects.filter(undertaken__isnull=False).distinct(),
        empty_label=_("全部单位"),
        required=False,
    )

    def found(self) -> QuerySet[Case]:
        """Return the cases that match."""
        self.is_valid()
        asked: dict[str, Any] = getattr(self, "cleaned_data", {})
        cases = Case.objects.select_related("undertaking_unit", "draft")
        if text := asked.get("q"):
            issued = Decision.objects.filter(document_number__icontains=text).values("case")
            named = Q(title__icontains=text) | Q(number__icontains=text)
            cases = cases.filter(named | Q(pk__in=issued))
        if state := asked.get("state"):
            cases = cases.filter(state=state)
        if unit := asked.get("unit"):
            cases = cases.filter(undertaking_unit=unit)
        return cases.order_by("-moved_at", "-pk")


@require_safe
@in_office
def cases(request: OfficialRequest) -> HttpResponse:
    """List all cases, the last moved first."""
    search = Search(request.GET)
    page = Paginator(search.found(), PAGE).get_page(request.GET.get("page"))
    kept = request.GET.copy()
    kept.pop("page", None)
    context = {
        "here": "cases",
        "search": search,
        "page": page,
        "asked": any(request.GET.get(name) for name in search.fields),
        "query": f"{kept.urlencode()}&" if kept else "",
        "may_propose": any(may(registry["propose"], None, held) for held in request.tenures),
    }
    return render(request, "workflow/cases.html", context)
