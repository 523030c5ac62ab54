"""Loading a district: its organ, units, posts, and who holds them."""

import tomllib
from pathlib import Path
from typing import Any

from people.models import Organ, Person, Post, Tenure, Unit


def load(path: Path, password: str) -> Organ:
    """Load the district described in the TOML file at `path`; what is there stays as it is.

    Every account gets `password`. Tenures run from the unit's first day to its last.
    """
    data = tomllib.loads(path.read_text())
    organ, _created = Organ.objects.get_or_create(
        code=data["organ"]["code"], defaults=data["organ"]
    )
    for described in data["unit"]:
        _load_unit(organ, described, password)
    return organ


def _load_unit(organ: Organ, described: dict[str, Any], password: str) -> None:
    posts = described.pop("posts")
    unit, _created = Unit.objects.get_or_create(
        code=described["code"], defaults={**described, "organ": organ}
    )
    for post in posts:
        _load_post(unit, post, password)


def _load_post(unit: Unit, described: dict[str, Any], password: str) -> None:
    post, _created = Post.objects.get_or_create(
        unit=unit,
        title=described["title"],
        defaults={
            "role": described["role"],
            "in_executive_meeting": described.get("member", False),
        },
    )
    Tenure.objects.get_or_create(
        person=_person(described["username"], described["name"], password),
        post=post,
        starts_on=unit.opened_on,
        defaults={"ends_on": unit.closed_on},
    )


def _person(username: str, name: str, password: str) -> Person:
    found = Person.objects.filter(username=username).first()
    return found or Person.objects.create_user(username, password, name=name)
