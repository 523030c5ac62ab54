"""From what is typed about people to the tokens of persons, posts, and persons in posts."""

from django.db.models import Exists, OuterRef, QuerySet

from archive.search import facets
from decisions.models import Case
from people.models import Person, Post, Tenure, Unit

MOST = 200
"""The persons or posts of a name that are looked for together."""


def people(organ: int, person: str, post: str) -> frozenset[str]:
    """Return the tokens of whoever is called so, has a post called so, or both."""
    held = Tenure.objects.filter(post__unit__organ=organ)
    if person:
        held = held.filter(person__name=person)
    if post:
        held = held.filter(post__title__icontains=post)
    if person and post:
        return frozenset(map(facets.tenure, held.values_list("pk", flat=True)[:MOST]))
    if person:
        keys = Person.objects.filter(tenures__in=held).values_list("pk", flat=True).distinct()
        return frozenset(map(facets.person, keys[:MOST]))
    posts = Post.objects.filter(tenures__in=held).values_list("pk", flat=True).distinct()
    return frozenset(map(facets.post, posts[:MOST]))


def units() -> QuerySet[Unit]:
    """Return the units that ever undertook a matter."""
    # One look a unit, where a join would go through every case.
    undertook = Case.objects.filter(undertaking_unit=OuterRef("pk"))
    return Unit.objects.filter(Exists(undertook)).order_by("code")
