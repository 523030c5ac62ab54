"""`manage.py verify_dossier FILE [--trust F] [--beside DIR] [--log DIR] [--json]`."""

import json as json_format
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.db import DatabaseError
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from archive.trusted import trust_file
from archive.verification import command
from archive.verification.strict import Unusable
from archive.verification.telling import told


class Command(BaseCommand):
    """Say what holds and what was altered; exit 1 if anything, 2 if the file is unreadable.

    Needs no database where the trust file is given, or `TRUST_FILE` names one.
    """

    help = "Verify a sealed dossier with nothing but its file and the trust file."
    requires_system_checks: list[str] = []

    def add_arguments(self, parser: CommandParser) -> None:
        """Take the dossier, and what is to be trusted."""
        command.add_arguments(parser, needs_trust=False)

    def handle(self, *_args: Any, file: str, json: bool, **options: Any) -> None:
        """Print the report."""
        language = get_language() or "zh"
        try:
            with _trust(options["trust"]) as trust:
                report = command.run(file, trust, options["beside"], options["log"])
        except Unusable as fault:
            said = fault.said.in_language(language)
            raise CommandError(said, returncode=command.UNREADABLE) from None
        form = json_format.dumps(report, ensure_ascii=False, indent=2)
        self.stdout.write(form if json else told(report, language))
        if code := command.exit_code(report):
            raise SystemExit(code)


@contextmanager
def _trust(named: str | None) -> Iterator[str]:
    """Give the trust file that was named, else this installation's own."""
    if named:
        yield named
        return
    try:
        data = trust_file()
    except DatabaseError:
        said = _("没有信任文件，也连不上数据库。用--trust写明信任文件。")
        raise CommandError(said, returncode=command.UNREADABLE) from None
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "trust.json"
        path.write_bytes(data)
        yield str(path)
