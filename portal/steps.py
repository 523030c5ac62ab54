"""What comes next, as the public is told: only what is published shows as done."""

import datetime as dt
from dataclasses import dataclass

from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from decisions.models import Publication
from portal import issued
from portal.consultations import Notice

DONE, DOING, WAITING = "done", "doing", "wait"


@dataclass(frozen=True)
class PublicStep:
    """One step: its title, where it stands, the day that goes with it, where to read on."""

    title: str | Promise
    mark: str
    day: dt.date | None = None
    is_deadline: bool = False
    url: str = ""


def public_steps(notice: Notice, *, accepting: bool) -> list[PublicStep]:
    """Return the steps from the notice to the decision."""
    number, decided = notice.case.number, _decided(notice)
    return [
        PublicStep(_("公布草案和说明"), DONE, notice.opens_on),
        PublicStep(_("收集意见"), DOING if accepting else DONE, notice.closes_on, True),
        PublicStep(
            _("逐条研究，公布采纳情况"),
            _answering(notice, accepting),
            url=reverse("portal:adoption", args=[number]) if notice.reported else "",
        ),
        PublicStep(_("合法性审查"), DONE if decided else WAITING),
        PublicStep(_("区政府集体讨论决定"), DONE if decided else WAITING),
        PublicStep(
            _("公布决定和解读"),
            DONE if decided else WAITING,
            decided.published_on if decided else None,
            url=reverse("portal:decision", args=[number]) if decided else "",
        ),
    ]


def _answering(notice: Notice, accepting: bool) -> str:
    if notice.reported:
        return DONE
    return WAITING if accepting else DOING


def _decided(notice: Notice) -> Publication | None:
    """Return the publication of what was decided after the notice."""
    found = issued.find(notice.case.number)
    return found[0] if found and found[0].seq > notice.seq else None
