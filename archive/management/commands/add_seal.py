"""`manage.py add_seal`: put the seal of a device of the government's own beside a dossier."""

from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError
from django.utils import timezone
from django.utils.translation import gettext as _

from archive.dossier.package import manifest_of
from archive.models import Dossier, OutsideSeal
from decisions.content import digest
from decisions.evidence import keep_file

LONGEST = 1024 * 1024
MEDIA_TYPE = "application/octet-stream"


class Command(BaseCommand):
    """Without a file, write out the manifest that the device is to seal."""

    help = "Put a detached seal (SM2, or any other) over a dossier's manifest beside the dossier."

    def add_arguments(self, parser: ArgumentParser) -> None:
        """Take the dossier and the file."""
        parser.add_argument("archival_code")
        parser.add_argument("file", nargs="?", type=Path)

    def handle(self, *args: Any, **options: Any) -> None:
        """Keep the seal."""
        try:
            dossier = Dossier.objects.get(archival_code=options["archival_code"])
        except Dossier.DoesNotExist:
            raise CommandError(_("没有这个档号的卷宗。")) from None
        manifest = manifest_of(dossier)
        if options["file"] is None:
            self.stdout.write(manifest.decode(), ending="")
        else:
            self._keep(dossier, options["file"], digest(manifest))

    def _keep(self, dossier: Dossier, path: Path, manifest_digest: str) -> None:
        if not path.is_file():
            raise CommandError(_("%(name)s不是文件。") % {"name": path})
        if not 0 < path.stat().st_size <= LONGEST:
            raise CommandError(
                _("%(name)s是空文件，或者超过1MB，不会是签章。") % {"name": path.name}
            )
        if not path.name.isascii() or len(path.name) > 100:
            raise CommandError(_("文件名只能用英文字母和数字，不超过100个字符。"))
        seal = OutsideSeal.objects.create(
            dossier=dossier, at=timezone.now(), filename=path.name,
            blob=keep_file(path, MEDIA_TYPE), manifest_digest=manifest_digest,
        )  # fmt: skip
        said = {"name": seal.filename, "code": dossier.archival_code}
        self.stdout.write(_("已把%(name)s放到%(code)s旁边，随卷宗一起提供。") % said)
