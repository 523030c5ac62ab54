"""`manage.py replay FILE [--json] [--commit]`: a case as its file tells it, through the door."""

from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.utils.translation import gettext as _

from workflow.replay import telling
from workflow.replay.playing import Outcome, Played, play
from workflow.replay.reading import read
from workflow.replay.unreadable import Unreadable

REFUSED, UNREADABLE = 1, 2
"""What the command exits with; see docs/replay.md."""


class Command(BaseCommand):
    """Play a file; exit 1 if something was refused, 2 if the file cannot be played."""

    help = "Play a case, a dated sequence of acts, through the single door. See docs/replay.md."

    def add_arguments(self, parser: CommandParser) -> None:
        """Take the file, and whether to print JSON and to keep the case."""
        parser.add_argument("file", type=Path, help="the replay file")
        parser.add_argument("--json", action="store_true", help="print one JSON document")
        parser.add_argument("--commit", action="store_true", help="keep it as an imported case")

    def handle(self, *_args: Any, file: Path, json: bool, commit: bool, **_options: Any) -> None:
        """Play it, and say what came of each act."""
        try:
            outcome = play(read(file), commit=commit, tell=self._silent if json else self._tell)
        except Unreadable as fault:
            if json:
                self.stdout.write(telling.fault_as_json(fault))
            raise CommandError(f"{file}\n{fault}", returncode=UNREADABLE) from None
        self.stdout.write(telling.as_json(outcome) if json else telling.summary(outcome))
        if outcome.refused or not outcome.as_stated:
            raise CommandError(self._verdict(outcome), returncode=REFUSED)

    def _tell(self, played: Played) -> None:
        self.stdout.write(telling.line(played))

    def _silent(self, played: Played) -> None:
        """Wait for the end; one document tells it all."""

    @staticmethod
    def _verdict(outcome: Outcome) -> str:
        if outcome.as_stated:
            return _("有被拒绝的项，都和文件写明的一致。")
        return _("结果和文件写明的不一致。")
