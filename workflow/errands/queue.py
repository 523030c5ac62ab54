"""Putting an act on file for the workers, taking it back, and taking up again what was cut short."""

import uuid
from collections.abc import Sequence
from typing import Any

from django.db import IntegrityError, transaction
from django.utils import timezone, translation
from django.utils.translation import gettext as _

from decisions.evidence import Attachment
from decisions.models import Case
from people.models import Tenure
from workflow.acts import Act, registry
from workflow.errands.doing import attachments, carry_out
from workflow.intake import Data
from workflow.models import Errand, Worker
from workflow.refusals import Repeated

MAX_CUTS = 3
"""How many workers may die over an errand before it is given up."""


def hand_over(
    act: Act,
    case: Case,
    actor: Tenure | None,
    data: Data,
    *,
    attachments: Sequence[Attachment] = (),
    once: uuid.UUID | None = None,
    seen: str = "",
) -> Errand:
    """Put an act on file, or return what stands there: the same form, or one still underway.

    The errand and its task come together or not at all. Raises Repeated where the form has put
    something else on file.
    """
    sweep()
    errand = Errand(
        id=once or uuid.uuid4(), act=act.name, case=case, tenure=actor, data=data, seen=seen,
        attached=[[one.blob.pk, one.title, one.filename] for one in attachments],
        language=translation.get_language() or "",
    )  # fmt: skip
    try:
        with transaction.atomic():
            errand.save(force_insert=True)
            carry_out.enqueue(str(errand.pk))
    except IntegrityError:
        if there := on_file(act, case, once):
            return there
        raise Repeated from None
    return errand


def on_file(act: Act, case: Case, once: uuid.UUID | None) -> Errand | None:
    """Return what the same form has put on file, or else what is underway for the same act."""
    found = Errand.objects.filter(case=case, act=act.name).select_related("tenure__person")
    same = found.filter(pk=once).first() if once else None
    return same or found.underway().first()


def again(errand: Errand) -> Errand:
    """Put on file once more what failed or was taken back; anything else stays as it is."""
    if not errand.may_be_tried_again:
        return errand
    return hand_over(
        registry[errand.act], errand.case, errand.tenure, errand.data,
        attachments=attachments(errand), seen=errand.seen,
    )  # fmt: skip


def withdraw(errand: Errand) -> bool:
    """Take an errand back, unless a worker is at it; say whether it was."""
    waiting = Errand.objects.filter(pk=errand.pk, state__in=Errand.NOBODY_AT_IT)
    return bool(waiting.update(state=Errand.State.WITHDRAWN, next_try=None))


def sweep() -> None:
    """Take up again what is due once more, and what a worker left behind when it died."""
    for silent in Worker.objects.silent():
        silent.delete()
    for errand in Errand.objects.filter(state=Errand.State.RUNNING, worker=None):
        _pick_up(errand)
    for errand in Errand.objects.filter(state=Errand.State.LATER, next_try__lte=timezone.now()):
        _queue_again(errand)


def _pick_up(errand: Errand) -> None:
    if errand.cuts + 1 < MAX_CUTS:
        return _queue_again(errand, cuts=errand.cuts + 1)
    with translation.override(errand.language):
        said = _("办理程序连续中断%(n)d次，可能是内存不够。请管理员查看日志后再试。") % {
            "n": MAX_CUTS
        }
    _change(errand, state=Errand.State.FAILED, cuts=MAX_CUTS, said=[said])
    return None


def _queue_again(errand: Errand, **changes: Any) -> None:
    with transaction.atomic():
        if _change(errand, state=Errand.State.WAITING, **changes):
            carry_out.enqueue(str(errand.pk))


def _change(errand: Errand, **changes: Any) -> int:
    """Change an errand, unless it has moved since it was read; return how many were changed."""
    unmoved = Errand.objects.filter(pk=errand.pk, state=errand.state, tries=errand.tries)
    return unmoved.update(**changes)
