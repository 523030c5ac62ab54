"""Who looked at what, for the audit administrator, who opens no dossier and changes nothing."""

from http import HTTPStatus
from typing import Any

from django import forms
from django.core.paginator import Paginator
from django.db.models import Count, QuerySet
from django.http import HttpResponse
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_safe

from archive.models import Retrieval, SearchLog
from archive.retrieval import organ_of
from people.models import Tenure
from workflow.middleware import OfficialRequest
from workflow.views.desk import for_watchers, kept, show

A_PAGE = 50
DAY = {"invalid": _("日期写作2026-05-06。")}


class LogForm(forms.Form):
    """Whose looks, at what, when."""

    person = forms.CharField(label=_("姓名"), max_length=40, required=False)
    dossier = forms.CharField(label=_("档号"), max_length=40, required=False)
    first = forms.DateField(label=_("起"), required=False, error_messages=DAY)
    last = forms.DateField(label=_("止"), required=False, error_messages=DAY)

    def chosen(self, rows: QuerySet[Any]) -> QuerySet[Any]:
        """Return those of `rows` that are asked for."""
        asked = self.cleaned_data
        if asked["person"]:
            rows = rows.filter(tenure__person__name=asked["person"])
        if asked["first"]:
            rows = rows.filter(at__date__gte=asked["first"])
        if asked["last"]:
            rows = rows.filter(at__date__lte=asked["last"])
        return rows


def _of(tenure: Tenure, rows: QuerySet[Any]) -> QuerySet[Any]:
    rows = rows.filter(tenure__post__unit__organ=organ_of(tenure))
    return rows.select_related("tenure__person", "tenure__post__unit")


@require_safe
@for_watchers
def retrievals(request: OfficialRequest, tenure: Tenure) -> HttpResponse:
    """List every look at a dossier, the last first."""
    form = LogForm(request.GET)
    rows = (
        _of(tenure, Retrieval.objects.select_related("dossier"))
        .annotate(seen=Count("pages"))
        .order_by("-at", "-pk")
    )
    if form.is_valid():
        rows = form.chosen(rows)
        if code := form.cleaned_data["dossier"]:
            rows = rows.filter(dossier__archival_code__icontains=code)
    return _list(request, "archive/retrievals.html", form, rows)


@require_safe
@for_watchers
def questions(request: OfficialRequest, tenure: Tenure) -> HttpResponse:
    """List every question to the archive, the last first."""
    form = LogForm(request.GET)
    rows = _of(tenure, SearchLog.objects.all())
    return _list(
        request, "archive/questions.html", form, form.chosen(rows) if form.is_valid() else rows
    )


def _list(
    request: OfficialRequest, template: str, form: LogForm, rows: QuerySet[Any]
) -> HttpResponse:
    valid = form.is_valid()
    return show(
        request,
        template,
        HTTPStatus.OK if valid else HTTPStatus.UNPROCESSABLE_ENTITY,
        form=form,
        query=kept(request.GET, "page"),
        page=Paginator(rows if valid else rows.none(), A_PAGE).get_page(request.GET.get("page")),
    )
