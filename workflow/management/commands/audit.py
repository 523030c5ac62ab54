"""`manage.py audit [CASE]`: compare the cases with their ledger."""

import os
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.utils.translation import gettext as _

from archive.models import LedgerEntry
from decisions.models import Case
from workflow.audit import differences


class Command(BaseCommand):
    """Name every difference; exit 1 if there is one."""

    help = "Derive every case again from its ledger and name every difference."

    def add_arguments(self, parser: CommandParser) -> None:
        """Take the number of one case, or none for all."""
        parser.add_argument("case", nargs="?", help="a case's number; every case without it")

    def handle(self, *_args: Any, case: str | None, **_options: Any) -> None:
        """Print each difference, or how much was found whole."""
        only = self._case(case) if case else None
        found = list(differences(only, os.cpu_count() or 1))
        for difference in found:
            self.stdout.write(str(difference))
        if found:
            raise CommandError(_("有%(n)d处不符。") % {"n": len(found)})
        self.stdout.write(self._summary(only))

    @staticmethod
    def _case(number: str) -> Case:
        try:
            return Case.objects.get(number=number)
        except Case.DoesNotExist:
            raise CommandError(_("没有案号是%(number)s的事项。") % {"number": number}) from None

    @staticmethod
    def _summary(only: Case | None) -> str:
        cases = 1 if only else Case.objects.count()
        entries = only.length if only else LedgerEntry.objects.count()
        whole = _("核对%(cases)d个事项、%(entries)d条台账：全部相符。") % {
            "cases": cases,
            "entries": entries,
        }
        found = Case.objects.filter(pk=only.pk) if only else Case.objects.all()
        imported = found.exclude(imported_from="").count()
        return whole + (_("其中%(n)d个由文件导入。") % {"n": imported} if imported else "")
