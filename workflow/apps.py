"""The workflow app."""

from importlib import import_module

from django.apps import AppConfig


class WorkflowConfig(AppConfig):
    """Configure the workflow app."""

    name = "workflow"

    def ready(self) -> None:
        """Load the flows, whose references stand in the database."""
        import_module("workflow.flows")
