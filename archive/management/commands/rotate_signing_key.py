"""`manage.py rotate_signing_key`: put the demonstration's signing key out of use for a new one."""

from argparse import ArgumentParser
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError
from django.utils.translation import gettext as _

from archive.signing import configured, demonstration


class Command(BaseCommand):
    """Make a new key and certificate under the same root. What was sealed before still verifies."""

    help = "Make a new signing key under the same root; dossiers sealed before still verify."

    def add_arguments(self, parser: ArgumentParser) -> None:
        """Take which key."""
        parser.add_argument(
            "--timestamp", action="store_true", help="the key of the demonstration's timestamps"
        )

    def handle(self, *args: Any, **options: Any) -> None:
        """Make it."""
        kind = "timestamp" if options["timestamp"] else "signer"
        named = settings.DOSSIER_TIMESTAMP if options["timestamp"] else settings.DOSSIER_SIGNER
        if named != configured.DEMONSTRATION:
            raise CommandError(
                _("签章密钥由外部提供。把新的证书和密钥放好，再改设置，见docs/keys.md。")
            )
        certificate = demonstration.renew(kind).certificate
        said = {
            "number": f"{certificate.serial_number:x}",
            "day": certificate.not_valid_after.date(),
        }
        self.stdout.write(_("新证书%(number)s，有效期到%(day)s。旧密钥已经销毁。") % said)
