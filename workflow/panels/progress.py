"""How far an errand has come, and what whoever handed it in can do about it."""

import datetime as dt
from dataclasses import dataclass

from django.utils import timezone

from archive.models import Dossier
from workflow.acts import Act, registry
from workflow.models import Errand, Worker

PATIENCE = dt.timedelta(seconds=30)
"""How long an errand may wait before it is asked whether any worker runs at all."""


@dataclass(frozen=True)
class Progress:
    """One errand as its page shows it."""

    errand: Errand
    act: Act
    ahead: int
    """How many errands were handed in before it and are still to be done."""
    forsaken: bool
    """Whether no worker runs that could do it."""
    dossier: int | None
    """The key of the dossier that it has sealed."""

    @property
    def mark(self) -> str:
        """What the page showed, so that it is drawn anew only when it would show something else."""
        errand = self.errand
        parts = (errand.state, errand.done, errand.total, errand.tries, self.ahead, self.forsaken)
        return "-".join(map(str, parts))


def progress(errand: Errand) -> Progress:
    """Return how far an errand has come."""
    waits = errand.state == Errand.State.WAITING
    before = Errand.objects.filter(handed_in_at__lt=errand.handed_in_at)
    ahead = before.filter(state__in=(Errand.State.WAITING, Errand.State.RUNNING))
    sealed = Dossier.objects.filter(case=errand.case, seq=errand.seq) if errand.seq else None
    return Progress(
        errand=errand,
        act=registry[errand.act],
        ahead=ahead.count() if waits else 0,
        forsaken=_overdue(errand) and not Worker.objects.living().exists(),
        dossier=sealed.values_list("pk", flat=True).first() if sealed else None,
    )


def _overdue(errand: Errand) -> bool:
    """Say whether a worker, if there were one, would long have been at it."""
    due = errand.next_try or errand.handed_in_at
    return errand.is_underway and due < timezone.now() - PATIENCE


@dataclass(frozen=True)
class Underway:
    """An errand of a case, as the case's page shows it."""

    errand: Errand
    act: Act
    mine: bool


def underway(case: int, person: int) -> list[Underway]:
    """Return what is being done for a case, and whether `person` has handed it in."""
    return [
        Underway(errand, registry[errand.act], errand.tenure.person_id == person)
        for errand in Errand.objects.underway().filter(case=case)
    ]
