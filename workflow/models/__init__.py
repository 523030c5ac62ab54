"""What moves a case along beside its records: the to-do list, and what is being done for it."""

from workflow.models.errand import Errand, Worker
from workflow.models.flow import CaseFlow

__all__ = ["CaseFlow", "Errand", "Worker"]
