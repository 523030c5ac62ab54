"""`manage.py export_package ARCHIVAL_CODE FOLDER`: write the package of a transfer again."""

import re
import shutil
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.utils.translation import gettext as _

from archive.keeping.handing_over import made_again
from archive.keeping.retention import disposal_of
from archive.models import Dossier
from decisions.models import Transfer

UNSAFE = re.compile(r"[^0-9A-Za-z_-]+")


class Command(BaseCommand):
    """Write a bag; exit 1 where it is not the one that was handed over."""

    help = "Write the BagIt package of a transferred dossier into a folder, byte for byte."

    def add_arguments(self, parser: CommandParser) -> None:
        """Take the archival code and the folder, and a trust file to put beside the package."""
        parser.add_argument("archival_code", help="the archival code of a transferred dossier")
        parser.add_argument("folder", type=Path, help="where the package's own folder is made")
        parser.add_argument("--trust", type=Path, help="a trust file, copied beside the package")

    def handle(self, *_args: Any, archival_code: str, folder: Path, **options: Any) -> None:
        """Write the package, and say where it is and what stands for it."""
        transfer, target = self._transfer(archival_code), folder / UNSAFE.sub("_", archival_code)
        try:
            target.mkdir(parents=True)
        except OSError as failure:
            raise CommandError(
                _("不能新建%(folder)s：%(why)s") % {"folder": target, "why": failure.strerror}
            ) from failure
        digest = self._written(transfer, target)
        if options["trust"]:
            self._beside(options["trust"], folder)
        said = {"folder": target, "digest": digest}
        self.stdout.write(_("移交包写在%(folder)s，摘要是%(digest)s。") % said)

    @staticmethod
    def _transfer(archival_code: str) -> Transfer:
        dossier = Dossier.objects.select_related("case").filter(archival_code=archival_code).first()
        named = {"code": archival_code}
        if dossier is None:
            raise CommandError(_("没有档号是%(code)s的卷宗。") % named)
        if disposal_of(dossier.case):
            raise CommandError(_("%(code)s的文件已经销毁。") % named)
        sent = Transfer.objects.filter(case=dossier.case, packaged_at__isnull=False)
        found = sent.order_by("seq").last()
        if found is None:
            raise CommandError(_("%(code)s还没有移交。先办理“移交档案馆”。") % named)
        return found

    @staticmethod
    def _written(transfer: Transfer, target: Path) -> str:
        """Write it. What cannot be written whole, or is another, is taken away again."""
        try:
            digest = made_again(transfer, target).digest
        except OSError as failure:
            shutil.rmtree(target, ignore_errors=True)
            why = failure.strerror or failure
            raise CommandError(_("移交包没有做成：%(why)s") % {"why": why}) from failure
        if digest != transfer.package_digest:
            shutil.rmtree(target, ignore_errors=True)
            raise CommandError(
                _("现在做出的包和移交时登记的不一致，没有导出。用audit命令查找原因。")
            )
        return digest

    @staticmethod
    def _beside(trust: Path, folder: Path) -> None:
        try:
            shutil.copy(trust, folder / "trust.json")
        except OSError as failure:
            raise CommandError(
                _("不能复制%(file)s：%(why)s") % {"file": trust, "why": failure.strerror}
            ) from failure
