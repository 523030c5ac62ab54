"""Who is asking, in which posts."""

from collections.abc import Callable

from django.http import HttpRequest, HttpResponseBase
from django.utils import timezone
from django.utils.functional import SimpleLazyObject

from people.models import Person, Tenure


class OfficialRequest(HttpRequest):
    """The request of somebody who has logged in, with the tenures in force today."""

    user: Person
    tenures: list[Tenure]


def held_today(person_id: int | None) -> list[Tenure]:
    """Return the tenures that a person holds today."""
    return list(Tenure.objects.named().on(timezone.localdate()).filter(person=person_id))


def tenures(
    get_response: Callable[[HttpRequest], HttpResponseBase],
) -> Callable[[OfficialRequest], HttpResponseBase]:
    """Let each request know the posts of its person; they are read once, where asked for."""

    def respond(request: OfficialRequest) -> HttpResponseBase:
        request.tenures = SimpleLazyObject(lambda: held_today(request.user.pk))  # type: ignore[assignment]  # it stands for the list
        return get_response(request)

    return respond
