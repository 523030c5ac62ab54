"""What the files must agree on: each id once, no rule twice at a time, no number set twice."""

import datetime as dt
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import combinations

from django.utils.translation import gettext as _

from decisions.statutes.lines import line_of
from decisions.statutes.parameters import registry
from decisions.statutes.problems import Problem
from decisions.statutes.profile import Profile

ONE_DAY = dt.timedelta(days=1)


def ended(found: Sequence[Profile]) -> list[Profile]:
    """Let each rule-set that another one replaces end on the day before that one begins."""
    ends: dict[str, dt.date] = {}
    for profile in found:
        last = profile.in_force_from - ONE_DAY
        ends[profile.replaces] = min(last, ends.get(profile.replaces, last))
    return [
        replace(profile, in_force_until=min(ends[profile.id], profile.ends))
        if profile.id in ends
        else profile
        for profile in found
    ]


def disagreements(found: Sequence[Profile]) -> Iterator[Problem]:
    """Yield everything in which the rule-sets contradict each other."""
    yield from _doubles(found)
    yield from _replacing(found)
    for first, second in combinations(ended(found), 2):
        together = first.place == second.place and first.meets(second)
        if together and first.id != second.id:
            yield from _overlap(first, second)


def _problem(profile: Profile, path: Sequence[str], sentence: str) -> Problem:
    line = line_of(profile.source.read_text(encoding="utf-8"), path)
    return Problem(profile.source, line, sentence)


def _doubles(found: Sequence[Profile]) -> Iterator[Problem]:
    first: dict[str, Profile] = {}
    for profile in found:
        known = first.setdefault(profile.id, profile)
        if known is not profile:
            sentence = _("编号%(id)s已经用于%(file)s") % {"id": profile.id, "file": known.source}
            yield Problem(profile.source, 1, sentence)


def _replacing(found: Sequence[Profile]) -> Iterator[Problem]:
    by_id = {profile.id: profile for profile in found}
    for profile in filter(lambda profile: profile.replaces, found):
        replaced = by_id.get(profile.replaces)
        if replaced is None or replaced.place != profile.place:
            sentence = _("这一层没有编号为%(id)s的规定") % {"id": profile.replaces}
            yield _problem(profile, ["replaces"], sentence)
        elif profile.in_force_from <= replaced.in_force_from:
            sentence = _("施行日期不晚于被代替的%(id)s") % {"id": profile.replaces}
            yield _problem(profile, ["in_force_from"], sentence)


def _overlap(first: Profile, second: Profile) -> Iterator[Problem]:
    """Yield what two rule-sets of one place, in force together, both claim."""
    if first.rule == second.rule:
        sentence = _("和%(file)s是同一规定，施行日期重叠") % {"file": first.source}
        yield _problem(second, ["in_force_from"], sentence)
    for name in sorted(first.values.keys() & second.values.keys()):
        sentence = _("%(title)s在同一层同一时间已由%(file)s规定") % {
            "title": registry[name].title, "file": first.source,
        }  # fmt: skip
        yield _problem(second, ["values", name], sentence)
