"""`manage.py add_cosignature FILE`: keep a witness's signature under one of our checkpoints."""

from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.utils.translation import gettext as _

from archive.log import cosigning
from archive.log.note import Malformed


class Command(BaseCommand):
    """Take in what `witness_checkpoint` printed; a witness is known by LOG_WITNESSES."""

    help = "Keep the cosignature of a known witness beside the checkpoint that it signs."

    def add_arguments(self, parser: CommandParser) -> None:
        """Take the file."""
        parser.add_argument("file", type=Path, help="a checkpoint with the witness's signature")

    def handle(self, *_args: Any, file: Path, **_options: Any) -> None:
        """Check and keep it."""
        try:
            new = cosigning.add(file.read_bytes())
        except OSError:
            raise CommandError(_("打不开%(file)s。") % {"file": file}) from None
        except Malformed:
            raise CommandError(_("%(file)s不是签署的检查点。") % {"file": file}) from None
        except cosigning.Unknown:
            sentence = _("这不是本系统的检查点，或者没有已登记的见证人签名。")
            raise CommandError(sentence) from None
        self.stdout.write(_("新收%(n)d个见证签名。") % {"n": len(new)})
