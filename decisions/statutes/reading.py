"""Reading one file into a profile, and naming everything that is wrong in it at once."""

import datetime as dt
from typing import Any

from django.utils.translation import gettext as _

from decisions.statutes import parameters, places
from decisions.statutes.parameters import Parameter, Unit
from decisions.statutes.profile import Profile, Trust, Value
from decisions.statutes.source import Keys, Source

HEAD: Keys = {
    "title": (str,), "rule": (str,), "place": (str,), "in_force_from": (dt.date,),
    "in_force_until": (dt.date,), "dates": (str,), "replaces": (str,), "remark": (str,),
    "values": (dict,), "null": (dict,),
}  # fmt: skip
ENTRY: Keys = {
    "article": (str,), "trust": (str,), "unit": (str,), "counts_start": (bool,), "remark": (str,),
}  # fmt: skip
PERIODS = (Unit.CALENDAR_DAYS.value, Unit.WORKING_DAYS.value)


class Reading(Source):
    """One file on its way to a profile; the `problems` are complete once `profile` is called."""

    def profile(self) -> Profile | None:
        """Return the profile, None where the file has problems."""
        if self.problems:
            return None
        head = self.table(self.data, (), HEAD, ("title", "place", "in_force_from"))
        entries, nulls = head.pop("values", {}), head.pop("null", {})
        self._check_head(head)
        values = {name: self._value(name, entry) for name, entry in entries.items()}
        self._check_nulls(nulls, entries)
        if self.problems:
            return None
        head["dates"] = Trust(head.get("dates", Trust.READ))
        name = self.path.stem
        known = {"id": name, "rule": name, "source": self.path, "values": values, "nulls": nulls}
        return Profile(**{**known, **head})

    def _check_head(self, head: dict[str, Any]) -> None:
        place = head.get("place", places.DEFAULT)
        if place != places.DEFAULT and not places.well_formed(place):
            self.fault(("place",), _("行政区划应当写成cn/guangdong/guangzhou这样的路径"))
        self._trusted(head.get("dates"), ("dates",))
        first, last = head.get("in_force_from"), head.get("in_force_until")
        if first and last and last < first:
            self.fault(("in_force_until",), _("失效日期早于施行日期"))

    def _trusted(self, trust: str | None, path: tuple[str, ...]) -> None:
        if trust is not None and trust not in Trust.values:
            marks = "、".join(Trust.values)
            self.fault(path, _("可信度应当是%(marks)s之一") % {"marks": marks})

    def _value(self, name: str, entry: Any) -> Value | None:
        path = ("values", name)
        if not self.known(name, parameters.registry, ("values",)):
            return None
        if not self.typed(entry, (dict,), path):
            return None
        parameter, before = parameters.registry[name], len(self.problems)
        keys = {"value": written_as(parameter), **ENTRY}
        found = self.table(entry, path, keys, ("value", "article", "trust"))
        self._trusted(found.get("trust"), (*path, "trust"))
        self._check_number(parameter, found.get("value"), (*path, "value"))
        self._check_unit(parameter, found, path)
        return _made(parameter, found) if len(self.problems) == before else None

    def _check_number(
        self, parameter: Parameter, number: float | None, path: tuple[str, ...]
    ) -> None:
        if number is not None and not parameter.minimum <= number <= parameter.maximum:
            sentence = _("%(title)s应当在%(least)s到%(most)s之间") % {
                "title": parameter.title, "least": parameter.minimum, "most": parameter.maximum,
            }  # fmt: skip
            self.fault(path, sentence)

    def _check_unit(
        self, parameter: Parameter, found: dict[str, Any], path: tuple[str, ...]
    ) -> None:
        for key in ("unit", "counts_start"):
            if key in found and not parameter.is_period:
                self.fault((*path, key), _("%(title)s不是期限") % {"title": parameter.title})
        if parameter.is_period and found.get("unit", parameter.unit) not in PERIODS:
            units = "、".join(PERIODS)
            self.fault((*path, "unit"), _("单位应当是%(units)s之一") % {"units": units})

    def _check_nulls(self, nulls: dict[str, Any], entries: dict[str, Any]) -> None:
        for name, remark in nulls.items():
            if self.known(name, parameters.registry, ("null",)):
                self.typed(remark, (str,), ("null", name))
            if name in entries:
                sentence = _("%(key)s既有值又写明没有查到") % {"key": name}
                self.fault(("null", name), sentence)


def written_as(parameter: Parameter) -> tuple[type, ...]:
    """Return how TOML writes a value of a parameter."""
    return {Unit.FLAG: (bool,), Unit.SHARE: (float, int)}.get(parameter.unit, (int,))


def _made(parameter: Parameter, found: dict[str, Any]) -> Value:
    return Value(
        parameter=parameter,
        number=found["value"],
        article=found["article"],
        trust=Trust(found["trust"]),
        unit=Unit(found.get("unit", parameter.unit)),
        counts_start=found.get("counts_start", False),
        remark=found.get("remark", ""),
    )
