"""`manage.py reindex_archive`: bring the index of the archive up to date."""

from typing import Any

from django.core.management.base import BaseCommand, CommandParser
from django.utils.translation import gettext as _

from archive.models import Dossier, SearchRow
from archive.search import index
from archive.search.tokens import VERSION
from workflow.acts import registry


class Command(BaseCommand):
    """Add the dossiers that the index lacks; make it anew where its tokens are of an old version."""

    help = "Bring the index of the archive up to date."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--all", action="store_true", help="read every dossier's case again")

    def handle(self, *args: Any, **options: Any) -> None:
        if SearchRow.objects.exclude(version=VERSION).exists():
            renewed = sum(1 for _key in index.renew_tokens())
            self.stdout.write(_("索引版本已更新：%(n)d件。") % {"n": renewed})
        sealed = Dossier.objects.select_related("case", "blob").order_by("pk")
        dossiers = sealed.iterator(chunk_size=100) if options["all"] else index.unindexed()
        described = [act.described for act in registry.values()]
        added = sum(1 for _key in index.add(dossiers, described))
        self.stdout.write(_("已编入索引：%(n)d件。") % {"n": added})
