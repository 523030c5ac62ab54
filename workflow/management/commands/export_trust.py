"""`manage.py export_trust [--output FILE]`: what a stranger needs to verify our dossiers."""

from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandParser

from archive.trusted import exported


class Command(BaseCommand):
    """Write the trust file: roots, log keys, witnesses, and the checkpoints known."""

    help = "Write the trust file with which a sealed dossier is verified."

    def add_arguments(self, parser: CommandParser) -> None:
        """Take where to write it."""
        parser.add_argument("--output", type=Path, help="a file; standard output without it")

    def handle(self, *_args: Any, output: Path | None, **_options: Any) -> None:
        """Write it."""
        data = exported()
        if output is None:
            self.stdout.write(data.decode(), ending="")
        else:
            output.write_bytes(data)
