"""`manage.py acts [--json]`: every act, who may do it, and what it needs."""

import json
from typing import Any

from django.core.management.base import BaseCommand, CommandParser

from workflow.acts import registry
from workflow.described import described


class Command(BaseCommand):
    """List the acts in the order of the steps."""

    help = "List every act with who may do it, its states, requirements and data."

    def add_arguments(self, parser: CommandParser) -> None:
        """Take the choice between text and JSON."""
        parser.add_argument("--json", action="store_true", help="print JSON")

    def handle(self, *_args: Any, json: bool, **_options: Any) -> None:
        """Print the acts."""
        acts = [described(act) for act in registry.values()]
        self.stdout.write(_json(acts) if json else "\n".join(map(_text, acts)))


def _json(acts: list[dict[str, Any]]) -> str:
    return json.dumps(acts, ensure_ascii=False, indent=2)


def _text(act: dict[str, Any]) -> str:
    lines = [
        f"{act['name']}  {act['title']}  [{act['step']['title']}]",
        f"  {'、'.join(party['title'] for party in act['by'])}",
        f"  {', '.join(act['states']) or '—'}",
    ]
    lines += [f"  {r['id']}  {r['title']}（{'；'.join(r['basis'])}）" for r in act["requirements"]]
    return "\n".join(lines)
