"""The decisions app."""

from importlib import import_module

from django.apps import AppConfig


class DecisionsConfig(AppConfig):
    """Configure the decisions app; its rules register themselves when imported."""

    name = "decisions"

    def ready(self) -> None:
        """Load the law."""
        import_module("decisions.rules")
