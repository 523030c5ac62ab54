"""Who took part: the organ, units, posts and persons that a file brings with it.

What is there already is used and never changed, so it must be what the file says it is. Whoever
is new can never log in, and nobody who can is given a post.
"""

import datetime as dt
from collections.abc import Iterator, Mapping
from typing import Any

from django.utils.translation import gettext as _

from people.district import no_account, settle
from people.models import Organ, Person, Post, Tenure, Unit
from workflow.replay.unreadable import Amiss, Place

Described = Mapping[str, Any]
DAYS = ("opened_on", "closed_on", "starts_on", "ends_on")


def bring_in(organ: Described, units: list[Described]) -> None:
    """Bring everybody in, inside the transaction of the playing. Raises Amiss."""
    organ, units = _plain(organ), [_unit(unit) for unit in units]
    for place, unit in _each(units):
        _days_in_order(unit, place, "opened_on", "closed_on")
        _superior_before(unit, place, units)
    for place, unit, post in _each_post(units):
        _days_in_order(post, place, "starts_on", "ends_on")
        _gives_no_power(unit, post, place)
    if Organ.objects.filter(name=organ["name"]).exclude(code=organ["code"]).exists():
        raise Amiss(("organ", "name"), _("另一个机关已经用了“%(name)s”。") % organ)
    settle(organ, units, no_account())
    _as_described(organ, units)


def _each(units: list[Described]) -> Iterator[tuple[Place, Described]]:
    for number, unit in enumerate(units):
        yield ("units", number), unit


def _each_post(units: list[Described]) -> Iterator[tuple[Place, Described, Described]]:
    for place, unit in _each(units):
        for number, post in enumerate(unit["posts"]):
            yield (*place, "posts", number), unit, post


def _unit(described: Described) -> dict[str, Any]:
    return {**_plain(described), "posts": [_plain(post) for post in described["posts"]]}


def _plain(described: Described) -> dict[str, Any]:
    """Return a description with its days as days, and without what is said about its truth."""
    return {
        name: dt.date.fromisoformat(value) if name in DAYS else value
        for name, value in described.items()
        if name != "invented"
    }


def _days_in_order(described: Described, place: Place, first: str, last: str) -> None:
    begins, ends = described.get(first), described.get(last)
    if begins and ends and ends < begins:
        raise Amiss((*place, last), _("结束日期早于开始日期。"))


def _superior_before(unit: Described, place: Place, units: list[Described]) -> None:
    """See that the unit above another is known before it."""
    code = unit.get("superior")
    earlier = {known["code"] for known in units[: int(place[-1])]}
    if code and code not in earlier and not Unit.objects.filter(code=code).exists():
        raise Amiss((*place, "superior"), _("没有代字是“%(name)s”的单位。") % {"name": code})


def _gives_no_power(unit: Described, post: Described, place: Place) -> None:
    """See that nobody who can log in is given a post by a file."""
    active = Person.objects.filter(username=post["username"], is_active=True)
    held = Tenure.objects.filter(
        person__username=post["username"], post__title=post["title"], post__unit__code=unit["code"]
    )
    if active.exists() and not held.exists():
        reason = _("“%(username)s”是在用的账号，文件不能给它岗位。") % post
        raise Amiss((*place, "username"), reason)


def _as_described(organ: Described, units: list[Described]) -> None:
    """See that all that is there now is what the file says."""
    found: Any = Organ.objects.get(code=organ["code"])
    _same(found, organ, ("organ",), "name", "fonds_code", "place")
    for place, unit in _each(units):
        known = Unit.objects.get(code=unit["code"])
        _same(known, unit, place, "name")
        if known.organ_id != found.pk:
            raise Amiss((*place, "code"), _("这个代字是另一个机关的单位。"))
    for place, unit, post in _each_post(units):
        _same(Post.objects.get(unit__code=unit["code"], title=post["title"]), post, place, "role")
        _same(Person.objects.get(username=post["username"]), post, place, "name")


def _same(found: Any, described: Described, place: Place, *names: str) -> None:
    for name in names:
        if getattr(found, name) != described[name]:
            reason = _("系统里已有，但是“%(there)s”，不是“%(said)s”。") % {
                "there": getattr(found, name), "said": described[name],
            }  # fmt: skip
            raise Amiss((*place, name), reason)
