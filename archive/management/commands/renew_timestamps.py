"""`manage.py renew_timestamps`: keep sealed dossiers provable. For a timer, once a day."""

import datetime as dt
from argparse import ArgumentParser
from typing import Any

from django.core.management.base import BaseCommand, CommandError
from django.utils.translation import gettext as _

from archive.models import Sealed
from archive.renewal import due, renew
from archive.signing import Unavailable

WITHIN = 180


class Command(BaseCommand):
    """Add a timestamp to each dossier whose last one soon can be checked no more."""

    help = "Add a timestamp to each sealed dossier whose last one's certificate soon ends."

    def add_arguments(self, parser: ArgumentParser) -> None:
        """Take the days."""
        parser.add_argument("--within", type=int, default=WITHIN, metavar="DAYS")

    def handle(self, *args: Any, **options: Any) -> None:
        """Renew them, and say which could not be."""
        found = list(due(dt.timedelta(days=options["within"])))
        failed = [one for one in found if not self._renew(one)]
        said = {"done": len(found) - len(failed), "failed": len(failed)}
        self.stdout.write(_("续期%(done)d卷，失败%(failed)d卷。") % said)
        if failed:
            raise CommandError(_("有卷宗没有续期，原因见上。"))

    def _renew(self, sealed: Sealed) -> bool:
        code = sealed.code
        try:
            renewal = renew(sealed)
        except (Unavailable, OSError) as fault:
            cause = getattr(fault, "cause", "")
            self.stderr.write(f"{code}  {fault}  {cause}".rstrip())
            return False
        self.stdout.write(
            _("%(code)s  续到%(day)s") % {"code": code, "day": renewal.expires.date()}
        )
        return True
