"""What the page of an act already knows: the members of a meeting, the opinions to answer."""

import datetime as dt
from typing import Any, NamedTuple

from django.db.models import QuerySet
from django.utils.translation import gettext as _

from decisions.facts import Facts
from decisions.models import Agenda, Comment
from decisions.rules.catalogue import place
from people.models import Role, Tenure
from workflow.acts.public_input import unanswered_comments

A_PAGE = 20
"""How many opinions are answered on one page."""


class About(NamedTuple):
    """What a prepared line is about: its heading, and a text to go by."""

    heading: str
    text: str = ""


class Prefill:
    """How an act's lines are prepared. Nothing is prepared for most acts."""

    key = ""
    """The column that says whom or what a prepared line is about; the page fixes it."""
    whole = False
    """Whether every prepared line belongs to the record, even where nothing was added."""

    def record(self, facts: Facts) -> dict[str, Any]:
        """Return what the record itself begins with."""
        return {}

    def lines(self, facts: Facts, page: int) -> list[dict[str, Any]]:
        """Return what each prepared line begins with."""
        return []

    def total(self, facts: Facts) -> int:
        """Return how many lines could be prepared in all."""
        return 0

    def about(self, facts: Facts, keys: set[str]) -> dict[str, About]:
        """Return what each line is about, by its key."""
        return {}


class Members(Prefill):
    """One line a member of the meeting, the head last. Basis: 条例第三十条."""

    key, whole = "person", True

    def _seated(self, facts: Facts) -> list[Tenure]:
        held = Tenure.objects.named().on(facts.day).seated(facts.case.organ_id)
        return sorted(held, key=lambda tenure: tenure.post.role == Role.ADMINISTRATIVE_HEAD)

    def record(self, facts: Facts) -> dict[str, Any]:
        """Begin with the day that the agenda planned, if it has come, and the head in the chair."""
        agenda = facts.latest(Agenda)
        held: dt.date = min(agenda.planned_on, facts.day) if agenda else facts.day
        heads = [t for t in self._seated(facts) if t.post.role == Role.ADMINISTRATIVE_HEAD]
        return {"held_on": held, "chair": heads[0].person_id if heads else None}

    def lines(self, facts: Facts, page: int) -> list[dict[str, Any]]:
        """Return one line a member, in the order of speaking."""
        seated = enumerate(self._seated(facts), 1)
        return [{"person": held.person_id, "turn": turn} for turn, held in seated]

    def about(self, facts: Facts, keys: set[str]) -> dict[str, About]:
        """Return each member's name and post."""
        return {
            str(held.person_id): About(f"{held.person.name}　{held.post.title}")
            for held in self._seated(facts)
        }


class Unanswered(Prefill):
    """One line an opinion that waits for its answer. Basis: 条例第十八条."""

    key = "comment"

    def _waiting(self, facts: Facts) -> QuerySet[Comment]:
        waiting: QuerySet[Comment] = unanswered_comments(facts).order_by("seq")
        return waiting

    def lines(self, facts: Facts, page: int) -> list[dict[str, Any]]:
        """Return a page of them, the oldest first."""
        start = max(page - 1, 0) * A_PAGE
        waiting = self._waiting(facts).values_list("pk", flat=True)
        return [{"comment": key} for key in waiting[start : start + A_PAGE]]

    def total(self, facts: Facts) -> int:
        """Return how many wait."""
        return self._waiting(facts).count()

    def about(self, facts: Facts, keys: set[str]) -> dict[str, About]:
        """Return each opinion with its number and stance."""
        asked = [key for key in keys if key.isdecimal() and len(key) < 19]
        found = Comment.objects.filter(case=facts.case, pk__in=asked)
        return {str(comment.pk): self._opinion(comment) for comment in found}

    @staticmethod
    def _opinion(comment: Comment) -> About:
        heading = _("第%(n)d号意见·%(stance)s") % {
            "n": comment.seq,
            "stance": comment.get_stance_display(),
        }
        return About(heading, comment.text)


class Entry(Prefill):
    """An adjustment begins with the entry as it stands."""

    def record(self, facts: Facts) -> dict[str, Any]:
        """Return the entry as it was last written."""
        entry = place(facts).entry
        return {name: getattr(entry, name) for name in ENTRY} if entry else {}


ENTRY = ("year", "item", "planned_finish", "hearing")
PREPARED = {
    "adjust_catalogue": Entry(),
    "answer_comments": Unanswered(),
    "record_deliberation": Members(),
}
NOTHING = Prefill()


def prefill(name: str) -> Prefill:
    """Return how the lines of an act are prepared."""
    return PREPARED.get(name, NOTHING)
