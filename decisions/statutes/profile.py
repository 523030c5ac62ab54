"""A rule-set: who made it, for which place, from when to when, and its values."""

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from django.db.models import TextChoices
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from decisions.statutes import places
from decisions.statutes.length import Length
from decisions.statutes.parameters import Parameter, Unit


class Trust(TextChoices):
    """How far to trust what a file says."""

    READ = "F", gettext_lazy("已读原文")
    COPY = "W", gettext_lazy("见于转载，待核")
    MEMORY_HIGH = "M-hi", gettext_lazy("凭记忆，把握大，待核")
    MEMORY_MIDDLING = "M-mid", gettext_lazy("凭记忆，把握中等，待核")
    MEMORY_LOW = "M-lo", gettext_lazy("凭记忆，把握小，待核")
    INFERRED = "D", gettext_lazy("本系统推定")


@dataclass(frozen=True)
class Value:
    """What a rule sets a parameter to, under which article, and how far to trust that."""

    parameter: Parameter
    number: float
    article: str
    trust: Trust
    unit: Unit
    counts_start: bool = False
    remark: str = ""

    @property
    def length(self) -> Length:
        """The period that it is; only of a number of days."""
        return Length(int(self.number), self.unit is Unit.WORKING_DAYS, self.counts_start)

    @property
    def amount(self) -> tuple[float, Unit, bool]:
        """How much it is, whoever says so."""
        return self.number, self.unit, self.counts_start

    def __str__(self) -> str:
        """Return it in words, with its unit."""
        if self.unit is Unit.FLAG:
            return _("是") if self.number else _("否")
        if self.unit is Unit.SHARE:
            return f"{self.number:.0%}"
        form = {
            Unit.CALENDAR_DAYS: _("%(n)d日"),
            Unit.WORKING_DAYS: _("%(n)d个工作日"),
            Unit.YEARS: _("%(n)d年"),
        }.get(self.unit, "%(n)d")
        counted = _("（起始日计入）") if self.counts_start else ""
        return f"{form % {'n': self.number}}{counted}"


@dataclass(frozen=True)
class Profile:
    """One rule-set as its file has it. `rule` is the same for the successive texts of a rule."""

    id: str
    title: str
    place: str
    in_force_from: dt.date
    values: Mapping[str, Value]
    nulls: Mapping[str, str] = field(default_factory=dict)
    """What was looked for in it and not found, each with a remark."""
    in_force_until: dt.date | None = None
    dates: Trust = Trust.READ
    """How far to trust the days on which it begins and ends."""
    rule: str = ""
    replaces: str = ""
    remark: str = ""
    source: Path = field(default=Path(), compare=False)

    def covers(self, place: str, day: dt.date) -> bool:
        """Say whether the rule-set was in force in `place` on `day`."""
        return places.within(place, self.place) and self.in_force_from <= day <= self.ends

    @property
    def level(self) -> str:
        """The layer it belongs to: 国家, 省级, 市级, 区级."""
        return places.level(self.place)

    @property
    def ends(self) -> dt.date:
        """The last day of a rule-set, the last of all days where none is set."""
        return self.in_force_until or dt.date.max

    def meets(self, other: "Profile") -> bool:
        """Say whether there is a day on which both are in force."""
        return self.in_force_from <= other.ends and other.in_force_from <= self.ends

    def speaks_of(self, name: str) -> bool:
        """Say whether it has a value for a parameter, or was searched for one in vain."""
        return name in self.values or name in self.nulls
