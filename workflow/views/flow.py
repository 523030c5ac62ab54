"""The flow as a picture, and as BPMN."""

from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe
from viewflow.workflow import chart as viewflow_chart

from workflow.flows import MajorDecisionFlow
from workflow.middleware import OfficialRequest
from workflow.views.official import in_office


@require_safe
@in_office
def page(request: OfficialRequest) -> HttpResponse:
    """Show the procedure's diagram."""
    return render(request, "workflow/flow.html", {"flow": MajorDecisionFlow.instance})


@require_safe
@in_office
def chart(request: OfficialRequest) -> HttpResponse:
    """Draw the flow. Its own style sheet stands inside it, so its policy allows that alone."""
    grid = viewflow_chart.calc_layout_data(MajorDecisionFlow)
    response = HttpResponse(viewflow_chart.grid_to_svg(grid), content_type="image/svg+xml")
    response["Content-Security-Policy"] = "default-src 'none'; style-src 'unsafe-inline'; sandbox"
    return response


@require_safe
@in_office
def bpmn(request: OfficialRequest) -> HttpResponse:
    """Hand out the flow as BPMN 2.0."""
    grid = viewflow_chart.calc_layout_data(MajorDecisionFlow)
    response = HttpResponse(viewflow_chart.grid_to_bpmn(grid), content_type="application/xml")
    response["Content-Disposition"] = 'attachment; filename="major-decision.bpmn"'
    return response
