"""The yearly catalogue: every entry with its standing, and the two acts done to many at once."""

from dataclasses import dataclass
from http import HTTPStatus
from typing import Any
from uuid import uuid4

from django.contrib import messages
from django.http import Http404, HttpResponse, HttpResponseRedirect
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from decisions import catalogue
from decisions.catalogue import Place, Standing
from decisions.facts import Facts
from decisions.models import Case
from workflow import posted
from workflow.acts import Act, registry
from workflow.intake import Intake, Invalid
from workflow.jointly import Refusals, perform_on_all
from workflow.middleware import OfficialRequest
from workflow.panels.fields import FieldPrinter
from workflow.posts import acting, may
from workflow.views.official import in_office

CONSENT, PUBLISH = registry["consent_to_catalogue"], registry["publish_catalogue"]
READY = {CONSENT: Standing.DRAFT, PUBLISH: Standing.CONSENTED}
"""The standing of the entries that each act is meant for: they are ticked beforehand."""


@require_safe
@in_office
def this_year(request: OfficialRequest) -> HttpResponse:
    """Lead to the catalogue of this year."""
    return redirect("workflow:catalogue", timezone.localdate().year)


@require_http_methods(["GET", "HEAD", "POST"])
@in_office
def year_page(request: OfficialRequest, year: int) -> HttpResponse:
    """Show a year's catalogue; do to all the matters ticked what the button says, or to none."""
    shown = Year(request, year)
    if request.method != "POST":
        return shown.page(shown.blank())
    ticked = shown.ticked()
    if not ticked:
        return shown.page(
            shown.read(),
            _("没有勾选事项。勾选以后再办理。"),
            status=HTTPStatus.UNPROCESSABLE_ENTITY,
        )
    try:
        refused = perform_on_all(
            shown.act, ticked, shown.actor, shown.data, once=posted.once(request.POST)
        )
    except Invalid as unread:
        return shown.page(unread.intake, status=HTTPStatus.UNPROCESSABLE_ENTITY)
    if refused:
        return shown.refused(refused)
    said = _("已办理：%(act)s，%(n)d件。") % {"act": shown.act, "n": len(ticked)}
    messages.success(request, said)
    address = reverse("workflow:catalogue", args=[year])
    return HttpResponseRedirect(address, status=HTTPStatus.SEE_OTHER)


@dataclass(frozen=True)
class Line:
    """One matter in the table."""

    case: Case
    place: Place
    ticked: bool

    @property
    def adjustable(self) -> bool:
        """Whether its entry can still be changed."""
        return self.case.state in registry["adjust_catalogue"].states


class Year:
    """The page of one year, for one request."""

    def __init__(self, request: OfficialRequest, year: int) -> None:
        """Read the year's matters. Raises Http404 for a year that no catalogue can have."""
        first, last = 2000, 2100
        if not first <= year <= last:
            raise Http404
        self.request, self.year = request, year
        self.matters = catalogue.matters(year)
        self.act = self._act()
        self.actor = acting(self.act, None, request.tenures, request.user)

    def _act(self) -> Act:
        """Return the act asked for; else consent while anything waits for it."""
        asked = self.request.POST.get("act") or self.request.GET.get("act", "")
        standings = {place.standing for _case, place in self.matters}
        waiting = CONSENT if Standing.CONSENTED not in standings else PUBLISH
        return {act.name: act for act in READY}.get(
            asked, CONSENT if Standing.DRAFT in standings else waiting
        )

    @property
    def data(self) -> dict[str, Any]:
        """What was filled in."""
        return posted.handed_in(self.act, self.request.POST)

    def ticked(self) -> list[Case]:
        """Return the matters ticked. Raises Http404 where one of them is not on this page."""
        asked = set(self.request.POST.getlist("matter"))
        found = [case for case, _place in self.matters if case.number in asked]
        if len(found) != len(asked):
            raise Http404
        return found

    def blank(self) -> Intake:
        """Return the act's form, not yet filled in."""
        return Intake(self.act, self._facts())

    def read(self) -> Intake:
        """Return the act's form as it was filled in."""
        return Intake(self.act, self._facts(), self.data)

    def _facts(self) -> Facts:
        return Facts(None, timezone.now(), self.actor)

    def refused(self, refusals: Refusals) -> HttpResponse:
        """Say of each matter why it was refused; nothing was done to the others either."""
        sentences = [
            _("%(case)s：%(why)s") % {"case": case.title, "why": sentence}
            for case, refusal in refusals
            for sentence in refusal.sentences
        ]
        status = HTTPStatus(refusals[0][1].status)
        return self.page(self.read(), *sentences, status=status)

    def lines(self) -> list[Line]:
        """Return the table's lines; those that the act is meant for are ticked."""
        asked = self.request.POST.getlist("matter") if self.request.method == "POST" else None
        return [
            Line(case, place, self._is_ticked(case, place, asked)) for case, place in self.matters
        ]

    def _is_ticked(self, case: Case, place: Place, asked: list[str] | None) -> bool:
        return place.standing == READY[self.act] if asked is None else case.number in asked

    def page(
        self, intake: Intake, *refused: str, status: HTTPStatus = HTTPStatus.OK
    ) -> HttpResponse:
        """Return the page around the act's form."""
        checked = self.request.method == "POST" and not refused
        known = catalogue.years()
        context = {
            "here": "catalogue",
            "year": self.year,
            "years": sorted({*known, self.year, timezone.localdate().year}, reverse=True),
            "lines": self.lines(),
            "act": self.act,
            "acts": list(READY),
            "able": may(self.act, None, self.actor),
            "pending": any(place.pending for _case, place in self.matters),
            "fields": FieldPrinter(intake.form, checked=checked).fields(),
            "refused": refused,
            "once": posted.once(self.request.POST) or uuid4(),
        }
        return render(self.request, "workflow/catalogue.html", context, status=status)
