"""Verifying many dossiers: a run is laid out once, and the worker goes through it."""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import partial
from itertools import islice

from django.db import IntegrityError, transaction
from django.utils import timezone
from django_tasks import task

from archive.desk.checks import findings
from archive.models import Sample, VerificationItem, VerificationResult, VerificationRun
from people.models import Tenure

LARGEST = 20_000
"""The dossiers of one run."""


@dataclass(frozen=True)
class Progress:
    """How far a run has come."""

    total: int
    done: int
    broken: int

    @property
    def finished(self) -> bool:
        """Whether every dossier was looked at."""
        return self.done >= self.total


@transaction.atomic
def begin(
    tenure: Tenure, keys: Iterable[int], sought: str, address: str, sample: Sample | None = None
) -> VerificationRun:
    """Lay out a run over the dossiers of `keys`, LARGEST at most, and hand it to the worker."""
    chosen = list(islice(keys, LARGEST))
    run = VerificationRun.objects.create(
        tenure=tenure,
        at=timezone.now(),
        sought=sought[:2000],
        address=address[:2000],
        sample=sample,
        total=len(chosen),
    )
    items = (VerificationItem(run=run, position=n, dossier_id=k) for n, k in enumerate(chosen, 1))
    VerificationItem.objects.bulk_create(items, batch_size=500)
    go_on(run)
    return run


def go_on(run: VerificationRun) -> None:
    """Hand to the worker what a run still has to do; harmless where another works on it."""
    transaction.on_commit(partial(verify_run.enqueue, run.pk))


def progress(run: VerificationRun) -> Progress:
    """Return how far a run has come."""
    results = VerificationResult.objects.filter(item__run=run)
    return Progress(run.total, results.count(), results.filter(intact=False).count())


@task()
def verify_run(run: int) -> int:
    """Verify what a run still has to do, in its order; return how many were done."""
    waiting = VerificationItem.objects.filter(run=run, result__isnull=True)
    keys = list(waiting.order_by("position").values_list("pk", flat=True))
    return sum(_verify(key) for key in keys)


def _verify(key: int) -> bool:
    """Verify one dossier and keep what was found; False where another worker was quicker."""
    item = VerificationItem.objects.select_related("dossier__case", "dossier__blob").get(pk=key)
    found = findings(item.dossier)
    try:
        with transaction.atomic():
            VerificationResult.objects.create(
                item=item, at=timezone.now(), intact=not found, findings="\n".join(found)
            )
    except IntegrityError:
        return False
    return True
