"""Keeping the dossiers: what falls due, what is to be destroyed, what was."""

import datetime as dt
import re
from collections import Counter
from dataclasses import dataclass
from http import HTTPStatus
from itertools import groupby
from typing import Any

from django.core.files.storage import default_storage
from django.core.paginator import Paginator
from django.http import FileResponse, HttpResponse, HttpResponseBase
from django.shortcuts import get_object_or_404, render
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from archive.keeping import retention
from archive.keeping.properties import registry
from archive.models import Dossier, PropertyResult, Supplement
from archive.retrieval import organ_of, readable, retrieve
from decisions.models import Disposal
from people.models import Tenure
from workflow.middleware import OfficialRequest
from workflow.views.desk import for_readers
from workflow.views.errors import sorry

LONGEST_PURPOSE = 200
UNSAFE = re.compile(r'[\s/\\:*?"<>|]+')
A_PAGE = 20


@require_safe
@for_readers
def due_page(request: OfficialRequest, tenure: Tenure) -> HttpResponse:
    """Show what falls due by the end of the year, and what waits to be destroyed."""
    today = timezone.localdate()
    own = {"case__organ": organ_of(tenure)}
    due = retention.due_by(today.replace(month=12, day=31)).filter(**own)
    found = Paginator(due, A_PAGE)
    page = found.get_page(request.GET.get("page"))
    listed = [(dossier, retention.due_on(dossier.case)) for dossier in page]
    shown = {
        "page": page,
        "listed": listed,
        "proposed": retention.proposed().filter(**own),
        "today": today,
    }
    return render(request, "archive/due.html", {"here": "archive", **shown})


@require_safe
@for_readers
def register_page(request: OfficialRequest, tenure: Tenure) -> HttpResponse:
    """Show the register of what was destroyed, which stays for ever."""
    rows = retention.register().filter(case__organ=organ_of(tenure))
    page = Paginator(rows, A_PAGE).get_page(request.GET.get("page"))
    return render(request, "archive/register.html", {"here": "archive", "page": page})


@require_POST
@for_readers
def supplement(request: OfficialRequest, tenure: Tenure, pk: int) -> HttpResponseBase:
    """Record what it is for, then hand a supplement out; it counts as a look at the dossier."""
    purpose = request.POST.get("purpose", "").strip()
    open_to = Supplement.objects.filter(dossier__in=readable(tenure))
    found = get_object_or_404(open_to.select_related("blob", "dossier__case"), pk=pk)
    if not 0 < len(purpose) <= LONGEST_PURPOSE:
        said = _("写明调阅事由，最多%(n)d字。") % {"n": LONGEST_PURPOSE}
        return sorry(request, HTTPStatus.UNPROCESSABLE_ENTITY, said)
    if disposal := retention.disposal_of(found.dossier.case):
        return sorry(request, HTTPStatus.GONE, destroyed_sentence(disposal))
    try:
        content = default_storage.open(found.newest.path)
    except FileNotFoundError:
        return sorry(request, HTTPStatus.NOT_FOUND, _("卷宗文件没有找到，这次没有记录调阅。"))
    retrieve(found.dossier, tenure, purpose)
    name = f"{UNSAFE.sub('_', found.dossier.archival_code)}-{found.number}.pdf"
    response = FileResponse(content, as_attachment=True, filename=name)
    response["X-Content-Type-Options"] = "nosniff"
    return response


def destroyed_sentence(disposal: Disposal) -> str:
    """Say when, by whom and why the files of a dossier were destroyed."""
    return _("已销毁：%(day)s由%(who)s经批准销毁，监销人%(watching)s。%(why)s") % {
        "day": date_format(timezone.localdate(disposal.at)),
        "who": disposal.tenure.person.name if disposal.tenure else "",
        "watching": str(_("、")).join(one.person.name for one in disposal.supervisors.all()),
        "why": disposal.summary,
    }


def kept(dossier: Dossier) -> dict[str, Any]:
    """Return what the page of a dossier shows of its keeping: its context, to be merged in."""
    disposal = retention.disposal_of(dossier.case)
    return {
        "due_on": None if disposal else retention.due_on(dossier.case),
        "destroyed": destroyed_sentence(disposal) if disposal else "",
        "checks": _checks(dossier),
        "supplements": dossier.supplements.select_related("blob", "tenure").order_by("number"),
    }


@dataclass(frozen=True)
class Checked:
    """One time that a dossier was checked, or a supplement to it."""

    stage: str
    at: dt.datetime
    results: tuple[tuple[str, PropertyResult], ...]
    """Each with the title of its item."""

    @property
    def counts(self) -> list[tuple[str, int]]:
        """How many items came to each outcome, the outcomes that there were."""
        found = Counter(result.outcome for _title, result in self.results)
        return [(str(one.label), found[one]) for one in PropertyResult.Outcome if found[one]]

    @property
    def faulty(self) -> bool:
        """Whether an item failed."""
        return any(
            result.outcome == PropertyResult.Outcome.FAILS for _title, result in self.results
        )


def _checks(dossier: Dossier) -> list[Checked]:
    """Return every stored result, the last time that it was checked first."""
    rows = PropertyResult.objects.filter(dossier=dossier).order_by("-at", "stage", "pk")
    return [
        Checked(
            str(PropertyResult.Stage(stage).label), at, tuple((_title(row.code), row) for row in of)
        )
        for (at, stage), of in groupby(rows, lambda row: (row.at, row.stage))
    ]


def _title(code: str) -> str:
    """Return the title of an item; one that there is no more keeps its code."""
    item = registry.get(code.partition("-")[2])
    return str(item.title) if item else code
