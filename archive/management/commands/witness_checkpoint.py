"""`manage.py witness_checkpoint`: witness another office's log, and print the cosigned checkpoint."""

import time
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from archive.log.fetching import Unreachable, fetch_from
from archive.log.note import Malformed, VerifierKey
from archive.log.witness import Unwitnessed, Witness

REASONS = {
    "state": gettext_lazy("密钥或者状态文件丢失一个：见证状态不能重建，这把密钥应当停用。"),
    "signature": gettext_lazy("检查点没有日志密钥的签名。"),
    "origin": gettext_lazy("检查点不是这个日志的。"),
    "smaller": gettext_lazy("检查点比上次见证的小。"),
    "fork": gettext_lazy("检查点和上次见证的不是同一份台账。"),
    "malformed": gettext_lazy("检查点或者它的数据块不能读取。"),
}


class Command(BaseCommand):
    """Cosign only what adds to all that was cosigned before."""

    help = "Check a log's newest checkpoint against the last one seen, and cosign it."

    def add_arguments(self, parser: CommandParser) -> None:
        """Take where the log is, its key, and the witness's own files."""
        parser.add_argument("log", help="the log's address, or a folder with a copy of it")
        parser.add_argument("--log-key", required=True, help="the log's verifier key")
        parser.add_argument("--state", required=True, type=Path, help="the witness's state file")
        parser.add_argument("--key", required=True, type=Path, help="the witness's secret key file")
        parser.add_argument("--name", default="witness.localhost", help="the name of a new witness")

    def handle(self, *_args: Any, log: str, log_key: str, **options: Any) -> None:
        """Print the cosigned checkpoint; the witness's verifier key goes to stderr."""
        try:
            key = VerifierKey.parse(log_key)
            witness = Witness.begin(options["state"], options["key"], options["name"], key)
            note = witness.cosign(fetch_from(log), int(time.time()))
        except Malformed:
            raise CommandError(_("密钥或者状态文件不能读取。")) from None
        except Unreachable as address:
            raise CommandError(_("取不到%(address)s。") % {"address": address}) from None
        except Unwitnessed as reason:
            raise CommandError(str(REASONS[str(reason)])) from None
        except OSError as error:
            raise CommandError(_("读写不了%(file)s。") % {"file": error.filename}) from None
        self.stderr.write(str(witness.key.verifier))
        self.stdout.write(str(note), ending="")
