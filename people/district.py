"""Loading a district: its organ, units, posts, and who holds them."""

import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from django.contrib.auth.hashers import make_password

from people.models import Organ, Person, Post, Tenure, Unit

Described = Mapping[str, Any]


@dataclass(frozen=True)
class Account:
    """What every person who is new gets: a hashed password, and whether it opens anything."""

    password: str
    is_active: bool = True


def load(path: Path, password: str) -> Organ:
    """Load the district described in the TOML file at `path`; what is there stays as it is.

    Every account gets `password`. Tenures run from the unit's first day to its last.
    """
    data = tomllib.loads(path.read_text())
    # One hash serves all: the password is the same, and hashing is slow on purpose.
    return settle(data["organ"], data["unit"], Account(make_password(password)))


def no_account() -> Account:
    """Return what somebody gets who acted once and can log in no more."""
    return Account(make_password(None), is_active=False)


def settle(organ: Described, units: Iterable[Described], account: Account) -> Organ:
    """Bring in an organ with its units, posts and persons; what is there stays as it is."""
    settled, _created = Organ.objects.get_or_create(code=organ["code"], defaults=organ)
    for described in units:
        _settle_unit(settled, described, account)
    return settled


def _settle_unit(organ: Organ, described: Described, account: Account) -> None:
    own = {name: value for name, value in described.items() if name != "posts"}
    if superior := own.pop("superior", ""):
        own["superior"] = Unit.objects.get(code=superior)
    unit, _created = Unit.objects.get_or_create(code=own["code"], defaults={**own, "organ": organ})
    for post in described["posts"]:
        _settle_post(unit, post, account)


def _settle_post(unit: Unit, described: Described, account: Account) -> None:
    post, _created = Post.objects.get_or_create(
        unit=unit,
        title=described["title"],
        defaults={
            "role": described["role"],
            "in_executive_meeting": described.get("member", False),
        },
    )
    Tenure.objects.get_or_create(
        person=_person(described, account),
        post=post,
        starts_on=described.get("starts_on", unit.opened_on),
        defaults={"ends_on": described.get("ends_on", unit.closed_on)},
    )


def _person(described: Described, account: Account) -> Person:
    person, _created = Person.objects.get_or_create(
        username=described["username"],
        defaults={
            "name": described["name"],
            "password": account.password,
            "is_active": account.is_active,
        },
    )
    return person
