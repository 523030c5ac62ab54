"""Doing an errand: knock at the door with what was handed in, and keep its answer."""

import datetime as dt
import time

from django.db.models import F, QuerySet
from django.utils import timezone, translation
from django_tasks import TaskContext, task

from archive.models import LedgerEntry
from decisions.evidence import Attachment
from decisions.models import Blob
from decisions.progress import watched
from workflow.door import perform
from workflow.errands.answers import answer
from workflow.models import Errand, Worker

WAITS = tuple(dt.timedelta(minutes=minutes) for minutes in (1, 5, 15, 60))
"""How long it is left alone before the second, third, fourth and any later try."""
A_SECOND = 1.0


@task(takes_context=True)
def carry_out(context: TaskContext, errand: str) -> None:
    """Do an errand that waits, unless somebody else has taken it up."""
    worker, _new = Worker.objects.get_or_create(name=context.task_result.worker_ids[-1])
    if taken := _take_up(errand, worker):
        with translation.override(taken.language):
            _do(taken)


def _take_up(errand: str, worker: Worker) -> Errand | None:
    waiting = Errand.objects.filter(pk=errand, state=Errand.State.WAITING)
    begun = {"state": Errand.State.RUNNING, "worker": worker, "next_try": None, "said": []}
    if not waiting.update(**begun, tries=F("tries") + 1, done=0, total=0):
        return None
    return Errand.objects.select_related("case").get(pk=errand)


def _mine(errand: Errand) -> QuerySet[Errand]:
    """Return the errand, as long as no other worker has taken it up since."""
    return Errand.objects.filter(pk=errand.pk, tries=errand.tries, state=Errand.State.RUNNING)


def _do(errand: Errand) -> None:
    try:
        with watched(Progress(errand)):
            seq = _done_before(errand) or _knock(errand)
    except TakenOver:
        return
    except Exception as fault:  # noqa: BLE001  # whatever happens, it does not stay in hand
        said = answer(fault)
        wait = WAITS[min(errand.tries, len(WAITS)) - 1]
        later = timezone.now() + wait if said.state == Errand.State.LATER else None
        _mine(errand).update(state=said.state, said=said.said, next_try=later)
    else:
        # Whoever has it now: it is done.
        Errand.objects.filter(pk=errand.pk).update(state=Errand.State.DONE, seq=seq)


def _done_before(errand: Errand) -> int | None:
    """Return the number of the record, where a worker died between the act and saying so."""
    done = LedgerEntry.objects.filter(once=errand.pk, case=errand.case, act=errand.act)
    return done.values_list("seq", flat=True).first()


def _knock(errand: Errand) -> int:
    """Do the act now, not when it was handed in: the ledger tells when things happened."""
    receipt = perform(
        errand.act, errand.case, errand.tenure, errand.data,
        attachments=attachments(errand), once=errand.pk, seen=errand.seen,
    )  # fmt: skip
    return receipt.entry.seq


def attachments(errand: Errand) -> list[Attachment]:
    """Return the files that were handed in."""
    blobs = Blob.objects.in_bulk([key for key, _title, _name in errand.attached])
    return [Attachment(blobs[key], title, name) for key, title, name in errand.attached]


class TakenOver(Exception):  # noqa: N818  # the sentence reads: the errand is taken over
    """Another worker does the errand now."""


class Progress:
    """Writes down how far an errand has come, once a second at most."""

    def __init__(self, errand: Errand) -> None:
        """Begin with nothing written."""
        self.errand, self.written = errand, 0.0

    def __call__(self, done: int, total: int) -> None:
        """Write it down. Raises TakenOver."""
        if done < total and time.monotonic() - self.written < A_SECOND:
            return
        self.written = time.monotonic()
        if not _mine(self.errand).update(done=done, total=total):
            raise TakenOver
