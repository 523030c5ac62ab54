"""The flows: one a procedure."""

from workflow.flows.procedures import FLOWS, flow_of

__all__ = ["FLOWS", "flow_of"]
