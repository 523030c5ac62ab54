"""Acts that only help another along, and yet are somebody's own task to do.

An expert, a counsel, the unit that owes the public its answers: each is invited while the
act that waits for them is open. Basis: 条例第十八条、第十九条、第二十条、第二十八条、第三十四条、第三十八条.
"""

from collections.abc import Callable, Iterable, Iterator
from functools import partial

from django.db.models import Count, F, OuterRef, Subquery
from django.db.models.functions import Coalesce
from django.utils import timezone
from viewflow.workflow.models import Task
from viewflow.workflow.status import STATUS

from decisions.documents import documents
from decisions.models import (
    Case,
    Comment,
    CounselOpinion,
    ExecutionReport,
    ExpertOpinion,
    ExpertPanel,
    Finding,
    Inquiry,
    InterestDeclaration,
    PanelMember,
)
from people.models import Tenure
from workflow.acts import Act, registry
from workflow.flows import FLOWS
from workflow.posts import may

Cases = Iterable[Case]


def _argued_by(tenure: Tenure, cases: Cases) -> set[int]:
    """Return the cases on whose present panel the person sits."""
    panels = ExpertPanel.objects.filter(case__in=cases, root=F("case__draft_root"))
    latest = {panel.case_id: panel.pk for panel in panels.order_by("seq")}
    seats = PanelMember.objects.filter(of__in=latest.values(), person=tenure.person_id)
    return set(seats.values_list("of__case", flat=True))


def _not_yet(
    record: type[InterestDeclaration | ExpertOpinion], tenure: Tenure, cases: Cases
) -> set[int]:
    """Return the cases on which the expert has still to file `record` for this draft."""
    filed = record._default_manager.filter(
        case__in=cases, tenure__person=tenure.person_id, root=F("case__draft_root")
    )
    return _argued_by(tenure, cases) - set(filed.values_list("case", flat=True))


def _unadvised(tenure: Tenure, cases: Cases) -> set[int]:
    """Return the cases on whose draft the counsel has given no opinion."""
    filed = CounselOpinion.objects.filter(
        case__in=cases, tenure__person=tenure.person_id, draft=F("case__draft")
    )
    return {case.pk for case in cases} - set(filed.values_list("case", flat=True))


def _unanswered(tenure: Tenure, cases: Cases) -> set[int]:
    """Return the cases with opinions that wait for an answer."""
    waiting = Comment.objects.filter(case__in=cases, answer__isnull=True)
    return set(waiting.order_by().values_list("case", flat=True).distinct())


def _unreported(tenure: Tenure, cases: Cases) -> set[int]:
    """Return the cases in execution of which nothing was ever reported."""
    reported = ExecutionReport.objects.filter(case__in=cases)
    return {case.pk for case in cases} - set(reported.values_list("case", flat=True))


def _all(tenure: Tenure, cases: Cases) -> set[int]:
    """Return all of the cases: that something waits is why they are here."""
    return {case.pk for case in cases}


OWED: dict[str, Callable[[Tenure, Cases], set[int]]] = {
    "declare_interest": partial(_not_yet, InterestDeclaration),
    "file_expert_opinion": partial(_not_yet, ExpertOpinion),
    "file_counsel_opinion": _unadvised,
    "answer_comments": _unanswered,
    "report_execution": _unreported,
    "file_finding": _all,
    "clean_up_document": _all,
}


def invitations(tenures: Iterable[Tenure]) -> Iterator[tuple[Act, Case, Tenure]]:
    """Yield each helping act that a holder of `tenures` still owes to a case."""
    mine = [
        (registry[name], tenure)
        for name in OWED
        for tenure in tenures
        if (party := registry[name].party(None)) and party.role == tenure.post.role
    ]
    waiting = _waiting({act.helps for act, _tenure in mine if act.helps}) if mine else {}
    waiting |= {
        name: UNHELPED[name]() for name in {act.name for act, _tenure in mine} & {*UNHELPED}
    }
    for act, tenure in mine:
        cases = [case for case in waiting.get(act.helps or act.name, ()) if may(act, case, tenure)]
        owed = OWED[act.name](tenure, cases) if cases else set()
        yield from ((act, case, tenure) for case in cases if case.pk in owed)


def inquired() -> list[Case]:
    """Return the cases with an inquiry that waits for its finding. Basis: 条例第三十八条."""
    cases = Case.objects.select_related("undertaking_unit").order_by("pk")
    counted = cases.annotate(begun=_count_of(Inquiry), found=_count_of(Finding))
    return list(counted.filter(begun__gt=F("found")))


def expiring() -> list[Case]:
    """Return the cases whose normative document ends soon. Basis: 区规划第9项."""
    today = timezone.localdate()
    return [document.case for document in documents() if document.reminds_on(today)]


UNHELPED: dict[str, Callable[[], list[Case]]] = {
    "file_finding": inquired,
    "clean_up_document": expiring,
}
"""The acts that wait for no duty, and the cases on which each is owed."""


def _count_of(model: type[Inquiry | Finding]) -> Coalesce:
    """Return the number of a case's records of a kind, as part of a query."""
    of_case = model._default_manager.filter(case=OuterRef("pk")).order_by().values("case")
    return Coalesce(Subquery(of_case.annotate(n=Count("pk")).values("n")), 0)


def _waiting(nodes: set[str]) -> dict[str, list[Case]]:
    """Return the cases that wait at each of `nodes` of the flow."""
    references = [
        node
        for flow in FLOWS.values()
        for name in nodes
        if (node := flow.instance.node(name, no_obsolete=True))
    ]
    tasks = Task.objects.filter(status=STATUS.NEW, flow_task__in=references)
    found: dict[str, list[Case]] = {}
    for task in tasks.select_related("process__caseflow__case__undertaking_unit").order_by("pk"):
        found.setdefault(task.flow_task.name, []).append(task.process.caseflow.case)
    return found
