"""The decisions app."""

from importlib import import_module

from django.apps import AppConfig


class DecisionsConfig(AppConfig):
    """Configure the decisions app; its rules and checks register themselves when imported."""

    name = "decisions"

    def ready(self) -> None:
        """Load the law, and what watches over its files."""
        import_module("decisions.rules")
        import_module("decisions.statutes.checks")
