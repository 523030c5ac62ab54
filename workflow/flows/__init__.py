"""The flows: one a procedure."""

from workflow.flows.major import MajorDecisionFlow

__all__ = ["MajorDecisionFlow"]
