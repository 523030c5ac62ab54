"""Drawing the state machine for the documentation."""

from typing import Any

from django.core.management.base import BaseCommand

from decisions.diagram import mermaid


class Command(BaseCommand):
    """Print the state machine; `docs/architecture.md` holds what it prints."""

    help = "按 Mermaid 记法输出状态图 Print the state diagram in the notation of Mermaid."
    # Drawing asks neither the database nor the pages.
    requires_system_checks = []

    def handle(self, *_args: Any, **_options: Any) -> None:
        """Print it."""
        self.stdout.write(mermaid())
