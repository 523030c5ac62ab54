"""An official at the browser: opens the page of an act, fills it in, hands it in."""

import re
from collections.abc import Mapping
from typing import Any

from django.test import Client
from django.urls import reverse

from people.models import Person
from tests.plain import PLAIN
from tests.story import Story

HIDDEN = re.compile(r'name="(once|seen_draft)" value="([^"]*)"')


def flat(data: Mapping[str, Any]) -> dict[str, Any]:
    """Return `data` under the names that the page gives its controls."""
    named: dict[str, Any] = {}
    for name, value in data.items():
        if isinstance(value, list):
            for number, line in enumerate(value):
                named |= flat({f"{name}-{number}-{column}": v for column, v in line.items()})
        elif value is True:
            named[name] = "on"
        elif value not in (False, None):
            named[name] = value
    return named


class Desk:
    """One person's browser, over the case of a story."""

    def __init__(self, username: str, story: Story) -> None:
        self.story = story
        self.browser = Client(raise_request_exception=False)
        self.browser.force_login(Person.objects.get(username=username))

    def address(self, act: str = "", number: str = "") -> str:
        if not act:
            return self.story.known_case.get_absolute_url()
        return reverse("workflow:act", args=[number or self.story.known_case.number, act])

    def open(self, act: str) -> Any:
        return self.browser.get(self.address(act))

    def fill(self, act: str, **changes: Any) -> dict[str, Any]:
        """Return what the page would post, once it is filled in plainly but for `changes`."""
        hidden = dict(HIDDEN.findall(self.open(act).content.decode()))
        return {**hidden, **flat({**PLAIN.get(act, {}), **self.story.data(act), **changes})}

    def hand_in(self, act: str, posted: Mapping[str, Any] | None = None, **changes: Any) -> Any:
        """Post the page of an act, by default as `fill` fills it in."""
        return self.browser.post(
            self.address(act), self.fill(act, **changes) if posted is None else posted
        )


def text(response: Any) -> str:
    """Return what a page says."""
    return str(response.content.decode())
