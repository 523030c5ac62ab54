"""From a requirement to every case that met it late, or only after a refusal."""

from django.db.models import Count, Max, Q
from django.http import Http404, HttpResponse
from django.views.decorators.http import require_safe

from archive.desk.asking import asked
from archive.models import RequirementMet, SearchLog, SearchRow
from archive.retrieval import organ_of
from decisions.requirements import registry
from people.models import Tenure
from workflow.middleware import OfficialRequest
from workflow.views.desk import for_readers, kept, key_in, show

A_PAGE = 50


@require_safe
@for_readers
def requirements(request: OfficialRequest, tenure: Tenure) -> HttpResponse:
    """List the requirements, those met late or refused most often first."""
    counted = (
        RequirementMet.objects.filter(organ=organ_of(tenure))
        .values("requirement")
        .annotate(
            cases=Count("pk"),
            late=Count("pk", filter=Q(late_days__gt=0)),
            longest=Max("late_days"),
            refused=Count("pk", filter=Q(refused_times__gt=0)),
        )
    )
    found = {row["requirement"]: row for row in counted}
    known = [(one, found.get(one.id)) for one in registry.values()]
    rows = sorted(known, key=lambda row: -row[1]["cases"] if row[1] else 0)
    return show(request, "archive/requirements.html", rows=rows)


@require_safe
@for_readers
def requirement(request: OfficialRequest, tenure: Tenure, id: str) -> HttpResponse:
    """List the cases that met one late, the last sealed first."""
    if id not in registry:
        raise Http404
    found = RequirementMet.objects.filter(organ=organ_of(tenure), requirement=id)
    if request.GET.get("only") == "late":
        found = found.filter(late_days__gt=0)
    if below := key_in(request.GET, "below"):
        found = found.filter(dossier__lt=below)
    met = list(found.order_by("-dossier_id")[: A_PAGE + 1])
    rows = SearchRow.objects.defer("text", "facets").in_bulk([one.dossier_id for one in met])
    shown = met[:A_PAGE]
    more = len(met) > A_PAGE
    title = str(registry[id].title)
    asked(tenure, SearchLog.Kind.REQUIREMENT, title, kept(request.GET), len(shown), more=more)
    return show(
        request, "archive/requirement.html", requirement=registry[id],
        rows=[(one, rows.get(one.dossier_id)) for one in shown],
        below=shown[-1].dossier_id if more else None,
        only=request.GET.get("only"), query=kept(request.GET, "below"),
    )  # fmt: skip
