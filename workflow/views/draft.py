"""The draft of a case: read, and compared with an earlier version."""

from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from decisions.models import Draft
from workflow.middleware import OfficialRequest
from workflow.redline import compare, count, paragraphs
from workflow.views.case import named_case
from workflow.views.official import in_office


def version(drafts: dict[int, Draft], asked: str | None, default: int) -> Draft | None:
    """Return the version asked for, else the default one, if there is any."""
    return drafts.get(int(asked[:6]) if asked and asked.isdecimal() else default)


@require_safe
@in_office
def draft_page(request: OfficialRequest, number: str) -> HttpResponse:
    """Show a version of the draft, and what it changed."""
    case = named_case(number)
    drafts = {draft.version: draft for draft in Draft.objects.filter(case=case).order_by("version")}
    shown = version(drafts, request.GET.get("version"), max(drafts, default=0))
    if shown is None:
        raise Http404
    before = version(drafts, request.GET.get("from"), shown.version - 1)
    changes = compare(before.text, shown.text) if before and before is not shown else []
    context = {
        "here": "cases",
        "case": case,
        "drafts": drafts.values(),
        "shown": shown,
        "before": before if changes else None,
        "changes": changes,
        "changed": count(changes),
        "paragraphs": paragraphs(shown.text),
        "explanation": paragraphs(shown.explanation),
    }
    return render(request, "workflow/draft.html", context)
