"""`manage.py checkpoint`: take the ledger's new rows into the log and sign; made for a timer."""

from typing import Any

from django.core.management.base import BaseCommand
from django.utils.translation import gettext as _

from archive.log import growing, stored


class Command(BaseCommand):
    """Print the newest checkpoint; where nothing is new, no new one is signed."""

    help = "Take the ledger's new rows into the transparency log and sign a checkpoint."

    def handle(self, *_args: Any, **_options: Any) -> None:
        """Sign, and print the signed text, to be kept outside."""
        signed = growing.checkpoint(sweep=True)
        if signed is None:
            self.stdout.write(_("台账还没有记录，没有可以签署的检查点。"))
            return
        self.stdout.write(stored.published(signed), ending="")
