"""Which flow lists the duties of which procedure."""

from typing import Any

from decisions.models import Case, Procedure
from workflow.flows.general import GeneralDecisionFlow
from workflow.flows.major import MajorDecisionFlow
from workflow.flows.normative import NormativeDocumentFlow

FLOWS: dict[str, Any] = {
    Procedure.MAJOR: MajorDecisionFlow,
    Procedure.GENERAL: GeneralDecisionFlow,
    Procedure.NORMATIVE: NormativeDocumentFlow,
}
"""A matter begins in the first, and goes on in its own once it is classified."""


def flow_of(case: Case) -> Any:
    """Return the flow of the case's procedure."""
    return FLOWS[case.procedure]
