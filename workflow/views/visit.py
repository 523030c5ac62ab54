"""Somebody at the page of an act: who, on which case, with which facts before them."""

from collections.abc import Sequence
from http import HTTPStatus
from typing import Any
from uuid import uuid4

from django.conf import settings
from django.http import HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.translation import gettext as _

from decisions.deadlines import deadlines
from decisions.evidence import TYPES
from decisions.facts import Facts
from decisions.models import Case
from decisions.requirements import Requirement, gather
from decisions.states import State
from people.models import Tenure
from workflow import posted
from workflow.acts import Act
from workflow.citations import bases
from workflow.intake import Intake
from workflow.middleware import OfficialRequest
from workflow.panels import review
from workflow.panels.sheet import Sheet
from workflow.posts import acting, holders, may
from workflow.prefill import prefill
from workflow.views.errors import sorry


class Visit:
    """One request for the page of one act."""

    def __init__(self, request: OfficialRequest, act: Act, case: Case | None) -> None:
        """Find the post in which the person comes."""
        self.request, self.act, self.case = request, act, case
        self.actor = acting(act, case, request.tenures, request.user)

    @property
    def in_post(self) -> bool:
        """Whether the person holds the post that the act asks for."""
        return bool(self.request.tenures) and may(self.act, self.case, self.actor)

    @property
    def in_state(self) -> bool:
        """Whether the case has come to where the act can be done."""
        return not self.act.states or self.case is None or self.case.state in self.act.states

    @property
    def seen(self) -> str:
        """The digest of the draft that the person had before him."""
        return str(self.request.POST.get("seen_draft", ""))

    def facts(self) -> Facts:
        """Return what is on record now."""
        now = timezone.now()
        return (
            Facts(None, now, self.actor)
            if self.case is None
            else gather(self.case, now, self.actor)
        )

    def blank(self) -> Intake:
        """Return the act's form, laid out for the first time."""
        facts = self.facts()
        return Intake(self.act, facts, initial=prefill(self.act.name).record(facts))

    def page(
        self,
        sheet: Sheet,
        status: HTTPStatus = HTTPStatus.OK,
        refused: Sequence[str] = (),
    ) -> HttpResponse:
        """Return the page of the act around its form."""
        context = {
            "here": "cases",
            "act": self.act,
            "case": self.case,
            "actor": self.actor,
            "bases": bases(self.act),
            "sheet": sheet,
            "faults": sheet.faults(),
            "refused": refused,
            "once": posted.once(self.request.POST) or uuid4(),
            "types": ",".join(TYPES),
            "limit": settings.EVIDENCE_MAX_BYTES,
            **self._law(sheet.intake.facts),
        }
        return render(self.request, "workflow/act.html", context, status=status)

    def _law(self, facts: Facts) -> dict[str, Any]:
        """Return what will be checked, and the file that a reviewer goes by."""
        if self.case is None:
            return {}
        asked = self.act.requirements(self.case.state)
        needed = [one for one in asked if one.applies(facts)]
        checks = [(one, self._standing(one, facts)) for one in needed]
        lacks = [one.lack_in(facts) for one, mark in checks if mark == "lack"]
        file = review.file(facts) if self.act.name in review.ACTS and self.case.draft else None
        held_to = deadlines(facts, {self.act.name})
        return {"checks": checks, "lacks": lacks, "file": file, "deadlines": held_to}

    def _standing(self, needed: Requirement, facts: Facts) -> str:
        if needed.comes_with(self.act.record):
            return "wait"
        return "done" if needed.met(facts) else "lack"

    def not_in_post(self) -> HttpResponse:
        """Say who may do the act."""
        party = self.act.party(self.case)
        held = holders([party] if party else [], timezone.localdate())
        able = [t for t in held if may(self.act, self.case, t)]
        who = _("、").join(map(_named, able[:5]))
        sentences = [
            _("您现在的岗位不能办理“%(act)s”。") % {"act": self.act},
            _("由%(who)s办理。") % {"who": who or party},
        ]
        return sorry(self.request, HTTPStatus.FORBIDDEN, *sentences, case=self.case)

    def wrong_state(self, case: Case) -> HttpResponse:
        """Say where the case stands, and where it would have to be."""
        able = _("、").join(str(State(state).label) for state in self.act.states)
        sentences = [
            _("事项现在是“%(state)s”，不能办理“%(act)s”。")
            % {"state": case.get_state_display(), "act": self.act},
            _("“%(act)s”在这些状态下办理：%(states)s。") % {"act": self.act, "states": able},
        ]
        return sorry(self.request, HTTPStatus.CONFLICT, *sentences, case=self.case)


def _named(held: Tenure) -> str:
    post = held.post
    return _("%(unit)s%(name)s（%(post)s）") % {
        "unit": post.unit.name, "name": held.person.name, "post": post.title,
    }  # fmt: skip
