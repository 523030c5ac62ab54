"""The flow of each procedure as a picture, and as BPMN."""

from typing import Any

from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe
from viewflow.workflow import chart as viewflow_chart

from decisions.models import Procedure
from workflow.flows import FLOWS
from workflow.middleware import OfficialRequest
from workflow.views.official import in_office


def named_flow(procedure: str) -> Any:
    """Return the flow of a procedure. Raises Http404."""
    if procedure not in FLOWS:
        raise Http404
    return FLOWS[procedure]


@require_safe
@in_office
def page(request: OfficialRequest, procedure: str = Procedure.MAJOR) -> HttpResponse:
    """Show a procedure's diagram, and the way to the others."""
    shown = named_flow(procedure).instance
    context = {"flow": shown, "procedure": procedure, "procedures": Procedure.choices}
    return render(request, "workflow/flow.html", context)


@require_safe
@in_office
def chart(request: OfficialRequest, procedure: str = Procedure.MAJOR) -> HttpResponse:
    """Draw a flow. Its own style sheet stands inside it, so its policy allows that alone."""
    grid = viewflow_chart.calc_layout_data(named_flow(procedure))
    response = HttpResponse(viewflow_chart.grid_to_svg(grid), content_type="image/svg+xml")
    response["Content-Security-Policy"] = "default-src 'none'; style-src 'unsafe-inline'; sandbox"
    return response


@require_safe
@in_office
def bpmn(request: OfficialRequest, procedure: str = Procedure.MAJOR) -> HttpResponse:
    """Hand out a flow as BPMN 2.0."""
    grid = viewflow_chart.calc_layout_data(named_flow(procedure))
    response = HttpResponse(viewflow_chart.grid_to_bpmn(grid), content_type="application/xml")
    response["Content-Disposition"] = f'attachment; filename="{procedure}.bpmn"'
    return response
