"""The paper that one act of a case left, and the dossier as it would be printed now."""

from http import HTTPStatus

from django.http import HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from archive import dossier
from archive.models import LedgerEntry
from decisions.models import Draft, Evidence
from workflow.acts import registry
from workflow.middleware import OfficialRequest
from workflow.panels import paper
from workflow.views.case import named_case
from workflow.views.errors import sorry
from workflow.views.official import in_office


@require_safe
@in_office
def record_page(request: OfficialRequest, number: str, seq: int) -> HttpResponse:
    """Show what was handed in with an act, by whom, and how the ledger holds it."""
    case = named_case(number)
    entry = get_object_or_404(LedgerEntry, case=case, seq=seq, outcome="accepted")
    act = registry[entry.act]
    record = get_object_or_404(act.record, case=case, seq=seq)
    if isinstance(record, Draft):
        return HttpResponseRedirect(f"{case.get_absolute_url()}draft/?version={record.version}")
    context = {
        "here": "cases",
        "case": case,
        "entry": entry,
        "act": act,
        "record": record,
        "lines": paper.lines(record),
        "tables": [table for table in paper.tables(act, record) if table.rows],
        "evidence": Evidence.objects.filter(case=case, seq=seq).select_related("blob"),
    }
    return render(request, "workflow/record.html", context)


@require_safe
@in_office
def preview(request: OfficialRequest, number: str) -> HttpResponse:
    """Hand out the dossier as it stands, marked as a preview."""
    case = named_case(number)
    try:
        pdf = dossier.render(case, [act.described for act in registry.values()])
    except dossier.Unprintable as found:
        sentence = _("字库里没有这些字，卷宗印不出来：%(characters)s。")
        named = {"characters": "、".join(found.characters)}
        return sorry(request, HTTPStatus.CONFLICT, sentence % named, case=case)
    name = f'attachment; filename="{case.number}-preview.pdf"'
    return HttpResponse(pdf, "application/pdf", headers={"Content-Disposition": name})
