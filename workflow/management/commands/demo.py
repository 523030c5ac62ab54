"""Loading the demonstration: the district, its cases, the sealed dossier, the accounts."""

import tomllib
import unicodedata
from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError
from django.utils import timezone

from archive.models import Dossier
from decisions.evidence import content_of
from people.district import load
from people.models import Organ, Person, Tenure
from workflow.demonstration import Line, Script, scripts

FOLDER = settings.BASE_DIR / "demonstration"
DISTRICT, CASES = FOLDER / "district.toml", FOLDER / "cases"
DOSSIERS = settings.VAR_DIR / "dossiers"
COLUMNS = (16, 10, 26, 22)
"""The widths of the table of accounts."""


class Command(BaseCommand):
    """Load the demonstration; what is there stays as it is."""

    help = "装载演示区和演示事项 Load the demonstration district and its cases."

    def handle(self, *_args: Any, **_options: Any) -> None:
        """Load it, say where the dossiers lie and who can log in."""
        district = tomllib.loads(DISTRICT.read_text())
        self._check_place(district["organ"]["code"])
        load(DISTRICT, district["password"])
        for script in scripts(CASES):
            self._play(script)
        self._show_dossiers()
        self._show_accounts(district["password"])

    def _check_place(self, code: str) -> None:
        """Refuse to open well-known accounts among the people of a real district."""
        if Person.objects.exists() and not Organ.objects.filter(code=code).exists():
            raise CommandError(
                "数据库里已有其他人员，不装载演示。"
                " The database holds other people; the demonstration is not loaded there."
            )

    def _play(self, script: Script) -> None:
        """Play one case, with a line of dots while it goes."""
        if script.waiting:
            self.stdout.write(f"{script.title} ", ending="")
            case = script.play(self._dot)
            self.stdout.write(f" {case.number} {case.get_state_display()}")

    def _dot(self, line: Line) -> None:
        """Show an act done as a dot, one refused as a cross."""
        self.stdout.write("×" if "refused" in line else ".", ending="")
        self.stdout.flush()

    def _show_dossiers(self) -> None:
        """Lay a copy of each sealed dossier where it is easily found."""
        DOSSIERS.mkdir(exist_ok=True)
        self.stdout.write("\n封存的卷宗 Sealed dossiers:")
        for dossier in Dossier.objects.select_related("blob", "case").order_by("pk"):
            path = DOSSIERS / f"{dossier.archival_code}.pdf"
            if not path.exists() or path.stat().st_size != dossier.blob.size:
                path.write_bytes(content_of(dossier.blob))
            self.stdout.write(f"  {_shown(path)}  {dossier.case.title}")

    def _show_accounts(self, password: str) -> None:
        """List who can log in today."""
        self.stdout.write(
            f"\n账号，口令一律为 {password}，只供演示。"
            f"\nAccounts; the password of all is {password}, for the demonstration only."
        )
        self._row("账号 Account", "姓名 Name", "单位 Unit", "岗位 Post")
        for held in Tenure.objects.on(timezone.localdate()).named():
            person, post = held.person, held.post
            self._row(person.username, person.name, post.unit.name, post.title)

    def _row(self, *cells: str) -> None:
        padded = (padded_to(width, cell) for width, cell in zip(COLUMNS, cells, strict=True))
        self.stdout.write(("  " + " ".join(padded)).rstrip())


def padded_to(width: int, text: str) -> str:
    """Return `text` filled up to `width` columns of a terminal; a Chinese character takes two."""
    taken = sum(2 if unicodedata.east_asian_width(c) in "WF" else 1 for c in text)
    return text + " " * max(0, width - taken)


def _shown(path: Path) -> Path:
    """Return `path` as it is written from the project's own folder, if it lies there."""
    return path.relative_to(settings.BASE_DIR) if path.is_relative_to(settings.BASE_DIR) else path
