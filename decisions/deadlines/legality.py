"""How long a legality review takes at least. Basis: 条例第二十六条."""

from collections.abc import Iterator, Sequence

from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from decisions.basis import regulation
from decisions.deadlines.registry import Kind, Running, Scope, begun, day_of, deadline
from decisions.facts import Facts
from decisions.models import LegalityAcceptance, LegalityReturn
from decisions.states import State
from decisions.terms import Pause, Term


@deadline(
    "legality.period",
    title=_("审查期限"),
    basis=regulation(26),
    act="conclude_legality_review",
    kind=Kind.NOT_BEFORE,
    reads=(LegalityAcceptance, LegalityReturn),
    scope=Scope.DRAFT,
    during=(State.LEGALITY_REVIEW,),
)
def review_periods(facts: Facts) -> Iterator[Running]:
    """One for each draft, begun when its file was first taken in; a new draft starts anew."""
    taken_in: dict[int | None, list[LegalityAcceptance]] = {}
    for acceptance in facts.all(LegalityAcceptance):
        taken_in.setdefault(acceptance.draft_id, []).append(acceptance)
    for acceptances in taken_in.values():
        yield Running(acceptances[0], _review_period(facts, acceptances))


def review_period(facts: Facts) -> Term | None:
    """Return the period of the draft before us, None where its file was never taken in."""
    on_draft = facts.on_draft(LegalityAcceptance)
    return _review_period(facts, on_draft) if on_draft else None


def _review_period(facts: Facts, acceptances: Sequence[LegalityAcceptance]) -> Term | None:
    """Return a period that is over with the working hours of its last day.

    Basis: 民法典第二百零三条第二款.
    """
    return begun(
        facts,
        "legality_days",
        day_of(acceptances[0]),
        pgettext_lazy("event", "收件"),
        pauses=tuple(_pauses(facts, acceptances)),
        to_midnight=False,
    )


def _pauses(facts: Facts, acceptances: Sequence[LegalityAcceptance]) -> Iterator[Pause]:
    """Yield each time that the file was away for completion, until it was taken in again."""
    first = acceptances[0]
    for returned in facts.all(LegalityReturn):
        if returned.draft_id == first.draft_id and returned.seq > first.seq:
            again = next((later for later in acceptances if later.seq > returned.seq), None)
            yield Pause(
                day_of(returned),
                day_of(again) if again else None,
                pgettext_lazy("event", "退回补正"),
            )
