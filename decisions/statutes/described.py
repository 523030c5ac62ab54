"""The law of a place as data: for `manage.py statutes --json` and whoever reads it."""

from typing import Any

from decisions.statutes.law import Law
from decisions.statutes.parameters import Parameter
from decisions.statutes.profile import Profile, Value
from decisions.statutes.resolution import Entry, Trail


def described(law: Law) -> dict[str, Any]:
    """Return the rules in force, and of every parameter what counts, and every layer's own."""
    return {
        "place": law.place,
        "day": law.day.isoformat(),
        "rules": [_rule(profile) for profile in law.profiles],
        "parameters": [_trail(trail) for trail in law.trails()],
    }


def _rule(profile: Profile) -> dict[str, Any]:
    until = profile.in_force_until
    return {
        "id": profile.id,
        "title": profile.title,
        "place": profile.place,
        "in_force_from": profile.in_force_from.isoformat(),
        "in_force_until": until.isoformat() if until else None,
        "dates": profile.dates.value,
        "remark": profile.remark,
    }


def _trail(trail: Trail) -> dict[str, Any]:
    counting = trail.counting
    return {
        **_parameter(trail.parameter),
        "value": counting.value.number if counting and counting.value else None,
        "rule": counting.profile.id if counting and counting.profile else None,
        "layers": [_entry(entry) for entry in trail.entries],
    }


def _parameter(parameter: Parameter) -> dict[str, Any]:
    return {
        "name": parameter.name,
        "title": str(parameter.title),
        "basis": parameter.sources,
        "unit": parameter.unit.value,
        "stricter": parameter.stricter.value,
        "may_relax": parameter.may_relax,
    }


def _entry(entry: Entry) -> dict[str, Any]:
    return {
        "place": entry.place,
        "level": entry.level,
        "rule": entry.profile.id if entry.profile else None,
        "verdict": entry.verdict.value,
        "why": str(entry.verdict.label),
        "remark": entry.remark,
        **_value(entry.value),
    }


def _value(value: Value | None) -> dict[str, Any]:
    if value is None:
        return {"value": None}
    return {
        "value": value.number,
        "unit": value.unit.value,
        "counts_start": value.counts_start,
        "article": value.article,
        "trust": value.trust.value,
    }
