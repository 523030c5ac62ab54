"""`manage.py rotate_log_key`: sign the log's checkpoints with a new key from now on."""

from typing import Any

from django.core.management.base import BaseCommand

from archive.log import keys


class Command(BaseCommand):
    """Make a new key, and print all verifier keys, the newest last."""

    help = "Make a new signing key for the log; what the old one signed can still be verified."

    def handle(self, *_args: Any, **_options: Any) -> None:
        """Rotate."""
        keys.rotate()
        for key in keys.verifier_keys():
            self.stdout.write(str(key))
