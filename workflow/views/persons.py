"""From a person to every act that he or she ever did. Basis: 条例第三十八条；区规划第12项."""

from collections.abc import Iterator
from http import HTTPStatus
from typing import Any

from django import forms
from django.http import Http404, HttpResponse, HttpResponseBase
from django.shortcuts import get_object_or_404
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_safe

from archive.desk import deeds
from archive.desk.asking import asked
from archive.models import LedgerEntry, SearchLog
from archive.retrieval import organ_of
from decisions.requirements import registry as requirements
from people.models import Person, Tenure
from workflow.acts import registry
from workflow.middleware import OfficialRequest
from workflow.views.archive_forms import NOT_LISTED, YEAR
from workflow.views.desk import csv_response, for_readers, kept, show


class DeedsForm(forms.Form):
    """Which of somebody's acts to show."""

    post = forms.ChoiceField(
        label=gettext_lazy("岗位"), required=False, error_messages={"invalid_choice": NOT_LISTED}
    )
    year = forms.IntegerField(
        label=gettext_lazy("年度"), min_value=1949, max_value=2100, required=False,
        error_messages={"invalid": YEAR, "min_value": YEAR, "max_value": YEAR},
    )  # fmt: skip

    def __init__(self, data: Any, tenures: list[Tenure]) -> None:
        """Offer the posts that were held."""
        super().__init__(data)
        posts = {str(held.post_id): str(held.post) for held in tenures}
        self.fields["post"].choices = [("", _("全部")), *posts.items()]  # type: ignore[attr-defined]  # a field of choices


@require_safe
@for_readers
def persons(request: OfficialRequest, tenure: Tenure) -> HttpResponse:
    """Find those who are called so, in office or not."""
    name = " ".join(request.GET.get("name", "").replace("\x00", "").split())[:40]
    found = list(deeds.persons(organ_of(tenure), name)[: deeds.MOST_PERSONS + 1]) if name else []
    if name:
        asked(tenure, SearchLog.Kind.PERSON, name, kept(request.GET), len(found))
    return show(
        request, "archive/persons.html", name=name, persons=found[: deeds.MOST_PERSONS],
        more=len(found) > deeds.MOST_PERSONS, today=timezone.localdate(),
    )  # fmt: skip


@require_safe
@for_readers
def person(request: OfficialRequest, tenure: Tenure, pk: int) -> HttpResponseBase:
    """Show somebody's posts, and every act done or refused in them, the last first."""
    organ, found = organ_of(tenure), get_object_or_404(Person, pk=pk)
    held = list(deeds.tenures(found, organ))
    if not held:
        raise Http404
    form = DeedsForm(request.GET, held)
    valid = form.is_valid()
    chosen = form.cleaned_data if valid else {}
    entries = deeds.entries(found, organ, int(chosen.get("post") or 0), chosen.get("year"))
    if valid and request.GET.get("as") == "csv":
        return _export(request, tenure, found, entries)
    try:
        page = deeds.page(entries if valid else entries.none(), request.GET.get("below", ""))
    except ValueError:
        page = deeds.page(entries)
    asked(
        tenure, SearchLog.Kind.PERSON, _sought(found), kept(request.GET), len(page.entries),
        more=page.below is not None,
    )  # fmt: skip
    return show(
        request,
        "archive/person.html",
        HTTPStatus.OK if valid else HTTPStatus.UNPROCESSABLE_ENTITY,
        person=found, tenures=held, form=form, page=page, today=timezone.localdate(),
        rows=[(entry, act_of(entry), lacks(entry)) for entry in page.entries],
        query=kept(request.GET, "below"),
    )  # fmt: skip


def _sought(found: Person) -> str:
    return _("%(name)s的全部行为") % {"name": found.name}


def act_of(entry: LedgerEntry) -> str:
    """Return what an act is called; its name where there is no such act any more."""
    return str(registry[entry.act]) if entry.act in registry else entry.act


def lacks(entry: LedgerEntry) -> list[str]:
    """Return the titles of the requirements for which an act was refused."""
    return [str(requirements[id].title) if id in requirements else id for id in entry.unmet_ids]


def _export(
    request: OfficialRequest, tenure: Tenure, found: Person, entries: Any
) -> HttpResponseBase:
    asked(tenure, SearchLog.Kind.EXPORT, _sought(found), kept(request.GET), entries.count())
    return csv_response(f"person-{found.pk}", _table(entries))


def _table(entries: Any) -> Iterator[list[Any]]:
    yield [
        _("时间"), _("行为"), _("结果"), _("案号"), _("事项"), _("记录号"), _("岗位"), _("单位"),
        _("缺少的要求"), _("本条摘要"),
    ]  # fmt: skip
    for one in deeds.all_of(entries):
        case = one.case
        yield [
            timezone.localtime(one.at).isoformat(timespec="seconds"), act_of(one),
            one.get_outcome_display(), case.number if case else "", case.title if case else "",
            one.seq, one.post, one.unit, _("；").join(lacks(one)), one.hash,
        ]  # fmt: skip
