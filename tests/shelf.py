"""A district's own folder of profiles, for a test: every rule and number in it is invented."""

import datetime as dt
from pathlib import Path
from typing import Any

from decisions.statutes import BadProfiles, Law, law

DAY = dt.date(2026, 3, 2)
HEAD = """\
title = "虚构规定"
place = "{place}"
in_force_from = {start}
"""


def rule(place: str, *lines: str, start: str = "2020-01-01", head: str = "") -> str:
    """Return the text of a rule: `head` at its top, then `lines` as its values."""
    return f"{HEAD.format(place=place, start=start)}{head}\n[values]\n" + "\n".join(lines) + "\n"


def sets(name: str, value: Any, **more: Any) -> str:
    """Return the line that sets a parameter."""
    told = {"value": value, "article": "第一条", "trust": "F", **more}
    written = ", ".join(f"{key} = {_toml(this)}" for key, this in told.items())
    return f"{name} = {{ {written} }}"


def _toml(value: Any) -> str:
    if isinstance(value, bool):
        return str(value).lower()
    return f'"{value}"' if isinstance(value, str) else str(value)


class Shelf:
    """The folder, which the settings name."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def put(self, name: str, text: str) -> Path:
        """Lay a file down; return where."""
        path = self.folder / f"{name}.toml"
        path.write_text(text, encoding="utf-8")
        return path

    def says(self, place: str, **values: float) -> None:
        """Lay down a rule of a place with these values, all of them invented."""
        lines = (
            f'{name} = {{ value = {str(value).lower()}, article = "第1条", trust = "D" }}'
            for name, value in values.items()
        )
        head = f'title = "演示规定"\nplace = "{place}"\nin_force_from = 2020-01-01\ndates = "D"'
        self.put("invented", "\n".join([head, "[values]", *lines]))

    def law(self, place: str, day: dt.date = DAY) -> Law:
        """Return the law of a place with what lies here."""
        return law(place, day)

    def faults(self) -> list[str]:
        """Return what is wrong with what lies here, each as file:line: sentence."""
        try:
            law("cn", DAY)
        except BadProfiles as bad:
            found = [str(problem) for problem in bad.problems]
            return [one.removeprefix(f"{self.folder}/") for one in found]
        return []
