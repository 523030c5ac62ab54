"""`manage.py destroy_remains`: destroy what an approved disposal left in the storage."""

from typing import Any

from django.core.management.base import BaseCommand, CommandError
from django.utils.translation import gettext as _

from archive.keeping.disposal import destroy, remains


class Command(BaseCommand):
    """Try again where the storage failed, or the program died, after a disposal."""

    help = "Destroy the files of disposed dossiers that are still in the storage."

    def handle(self, *_args: Any, **_options: Any) -> None:
        """Destroy them; exit 1 if some cannot be."""
        gone = sum(destroy(case) for case in list(remains()))
        self.stdout.write(_("销毁了%(n)d个遗留的文件。") % {"n": gone})
        left = [case.number for case in remains()]
        if left:
            raise CommandError(
                _("这些事项还有文件没有销毁：%(cases)s。") % {"cases": " ".join(left)}
            )
