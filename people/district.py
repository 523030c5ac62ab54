"""Loading a district: its organ, units, posts, and who holds them."""

import tomllib
from pathlib import Path
from typing import Any

from django.contrib.auth.hashers import make_password

from people.models import Organ, Person, Post, Tenure, Unit


def load(path: Path, password: str) -> Organ:
    """Load the district described in the TOML file at `path`; what is there stays as it is.

    Every account gets `password`. Tenures run from the unit's first day to its last.
    """
    data = tomllib.loads(path.read_text())
    organ, _created = Organ.objects.get_or_create(
        code=data["organ"]["code"], defaults=data["organ"]
    )
    # One hash serves all: the password is the same, and hashing is slow on purpose.
    hashed = make_password(password)
    for described in data["unit"]:
        _load_unit(organ, described, hashed)
    return organ


def _load_unit(organ: Organ, described: dict[str, Any], hashed: str) -> None:
    posts = described.pop("posts")
    if superior := described.pop("superior", ""):
        described["superior"] = Unit.objects.get(code=superior)
    unit, _created = Unit.objects.get_or_create(
        code=described["code"], defaults={**described, "organ": organ}
    )
    for post in posts:
        _load_post(unit, post, hashed)


def _load_post(unit: Unit, described: dict[str, Any], hashed: str) -> None:
    post, _created = Post.objects.get_or_create(
        unit=unit,
        title=described["title"],
        defaults={
            "role": described["role"],
            "in_executive_meeting": described.get("member", False),
        },
    )
    Tenure.objects.get_or_create(
        person=_person(described["username"], described["name"], hashed),
        post=post,
        starts_on=unit.opened_on,
        defaults={"ends_on": unit.closed_on},
    )


def _person(username: str, name: str, hashed: str) -> Person:
    person, _created = Person.objects.get_or_create(
        username=username, defaults={"name": name, "password": hashed}
    )
    return person
