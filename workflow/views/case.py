"""The page of a case: what is missing, how far it has come, who did what, on which papers."""

from collections.abc import Collection

from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils import timezone
from django.views.decorators.http import require_safe

from decisions.deadlines import Deadline, deadlines
from decisions.facts import Facts
from decisions.models import Case, Classification, Draft, Evidence
from decisions.requirements import gather
from workflow.acts import Act, registry
from workflow.checklist import Checklist
from workflow.flows.duty import Duty
from workflow.flows.listed import open_tasks
from workflow.middleware import OfficialRequest
from workflow.panels import parties, timeline
from workflow.panels.demands import Demands
from workflow.panels.document import described, issued_from
from workflow.panels.lacks import Outlook
from workflow.panels.offers import in_place, offered
from workflow.panels.progress import underway
from workflow.panels.rail import Rail
from workflow.past import past
from workflow.roster import Roster
from workflow.views.official import in_office

RECORDS, PAPERS = 20, 20
UNITS = (
    "organ", "undertaking_unit", "executing_unit", "assessor_unit", "evaluator_unit", "draft",
)  # fmt: skip


def named_case(number: str) -> Case:
    """Return the case of a number, with its units and its draft; 404 where there is none."""
    return get_object_or_404(Case.objects.select_related(*UNITS), number=number)


def running(facts: Facts, waiting: Collection[str], shown: Collection[Act]) -> list[Deadline]:
    """Return the deadlines of what may be done besides the acts already `shown`."""
    acts = (act for act in registry.values() if act not in shown)
    return deadlines(facts, {act.name for act in acts if in_place(act, facts.case, waiting)})


@require_safe
@in_office
def case_page(request: OfficialRequest, number: str) -> HttpResponse:
    """Show one case."""
    case = named_case(number)
    # A gateway that waits for its other branches is open too, but is nobody's to do.
    tasks = [task for task in open_tasks(case) if isinstance(task.flow_task, Duty)]
    waiting = {task.flow_task.name for task in tasks}
    acts = list(dict.fromkeys(task.flow_task.act for task in reversed(tasks)))
    facts = gather(case, timezone.now()).whole()
    done, roster = past(facts), Roster(case, facts.day)
    outlook = Outlook(facts, request.tenures, waiting, roster)
    coming = outlook.of(acts)
    mended = {lack.act for following in coming for lack in following.lacks if lack.mine}
    records = timeline.Pages(case, RECORDS).get_page(request.GET.get("records"))
    evidence = Evidence.objects.filter(case=case).select_related("blob")
    being_done = underway(case.pk, request.user.pk)
    context = {
        "here": "cases",
        "case": case,
        "underway": being_done,
        "busy": {one.act.name for one in being_done},
        "kind": facts.latest(Classification),
        "coming": coming,
        "running": running(facts, waiting, acts),
        "demands": Demands(Checklist(facts, done, roster, acts).items(), outlook, done),
        "stops": Rail(facts, done, acts).stops(),
        "records": records,
        "happenings": [timeline.happening(entry) for entry in records],
        "bodies": list(parties.bodies(case)),
        "actors": parties.actors(done),
        "drafts": facts.all(Draft)[::-1],
        "evidence": Paginator(evidence.order_by("-seq", "position"), PAPERS).get_page(
            request.GET.get("evidence")
        ),
        "offers": offered(case, request.tenures, waiting, {*acts, *mended}),
    }
    if document := issued_from(case):
        context |= described(document, timezone.localdate())
    return render(request, "workflow/case.html", context)
