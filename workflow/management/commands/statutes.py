"""`manage.py statutes [--place P] [--day D] [--case N] [--json]`: what the law asks for."""

import json
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.utils.translation import gettext as _

from decisions.statutes import Entry, Law, Trail
from decisions.statutes.described import described
from people.models import Organ
from workflow.which_law import WhichLaw

UNREADABLE = 2


class Command(BaseCommand):
    """Print the value of every parameter, where it comes from, and why it counts."""

    help = "Show what the law asks for in a place on a day, or of a case, and whose rule it is."

    def add_arguments(self, parser: CommandParser) -> None:
        """Take a place and a day, or a case, and the choice between text and JSON."""
        parser.add_argument("--place", help="cn/guangdong/guangzhou/haizhu; the organ's without it")
        parser.add_argument("--day", help="2026-03-14; today without it")
        parser.add_argument("--case", help="a case's number: its place, and the day it is bound to")
        parser.add_argument("--json", action="store_true", help="print JSON")

    def handle(self, *_args: Any, json: bool, **options: Any) -> None:
        """Print the law asked for; what cannot be read ends with exit code 2."""
        asked = WhichLaw({name: options[name] for name in ("place", "day", "case")})
        if not asked.is_valid():
            sentences = [str(error) for errors in asked.errors.values() for error in errors]
            raise CommandError("\n".join(sentences), returncode=UNREADABLE)
        law = asked.law(_home(options))
        self.stdout.write(_json(law) if json else _text(law))


def _home(options: dict[str, Any]) -> str:
    """Return the place of the organ, where no other is asked for."""
    if options["place"] or options["case"]:
        return ""
    organs = list(Organ.objects.all()[:2])
    if len(organs) != 1:
        raise CommandError(_("用--place写明行政区划。"), returncode=UNREADABLE)
    return organs[0].place


def _json(law: Law) -> str:
    return json.dumps(described(law), ensure_ascii=False, indent=2)


def _text(law: Law) -> str:
    lines = [f"{law.place}  {law.day}"]
    lines += [f"  {profile.title}" for profile in law.profiles]
    for trail in law.trails():
        lines += ["", _heading(trail), *map(_layer, trail.entries)]
    return "\n".join(lines)


def _heading(trail: Trail) -> str:
    value = str(trail.counting.value) if trail.counting else _("没有规定")
    return f"{trail.parameter.name}  {trail.parameter.title}  {value}"


def _layer(entry: Entry) -> str:
    if entry.profile is None:
        return f"  {entry.level}  {entry.verdict.label}"
    said = [entry.level, str(entry.verdict.label), entry.profile.title]
    if entry.value:
        said += [entry.value.article, str(entry.value), f"[{entry.value.trust}]"]
    return "  " + "  ".join([*said, *([entry.remark] if entry.remark else [])])
