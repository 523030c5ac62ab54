"""Collective deliberation. Basis: 条例第二十九条、第三十条；区规划第11项."""

from typing import Any

from django.utils.translation import gettext_lazy as _

from decisions import models as m
from decisions.facts import Facts
from decisions.models import Case
from decisions.parties import COUNSEL, DEPARTMENT_HEAD, OFFICE, UNDERTAKER
from decisions.rules import deliberation, draft, legality
from decisions.states import State
from people.models import Person, Tenure
from workflow.acts.base import Act, Transition

Outcome = m.Deliberation.Outcome


def members_on(facts: Facts) -> Any:
    """Return the members of the executive meeting on the day of the act."""
    tenures = Tenure.objects.on(facts.day).seated(facts.case.organ_id)
    return Person.objects.filter(tenures__in=tenures)


class RecordDepartmentMeeting(Act):
    """Record the department's own meeting, after its legal unit. Basis: 区规划第11项."""

    title, step, by = _("登记部门会议"), m.Step.DELIBERATION, DEPARTMENT_HEAD
    record, during, past = m.DepartmentMeeting, (State.DEPARTMENT_REVIEW,), ("held_on",)
    requires = (legality.department_reviewed,)

    def move(self, record: Any, case: Case) -> Transition | None:
        """Not agreed goes back to drafting."""
        return None if record.agreed else Case.send_back


class SubmitForDeliberation(Act):
    """Ask the organ to deliberate, with the papers of article 29. Basis: 条例第二十九条."""

    title, step, by = _("提请审议"), m.Step.DELIBERATION, UNDERTAKER
    record, transition = m.DeliberationSubmission, Case.submit_for_deliberation
    requires = (deliberation.file_complete,)


class ScheduleDeliberation(Act):
    """Put the matter on a meeting's agenda. Basis: 条例第三十条."""

    title, step, by, record = _("列入会议议程"), m.Step.DELIBERATION, OFFICE, m.Agenda
    requires, transition = (deliberation.proper_meeting,), Case.schedule


class RecordDeliberation(Act):
    """Record who was there, what each said, and what was decided. Basis: 条例第三十条."""

    title, step, by = _("登记会议记录"), m.Step.DELIBERATION, OFFICE
    record, rows, during = m.Deliberation, (m.MemberView,), (State.ON_AGENDA,)
    past = ("held_on",)
    requires = (
        deliberation.proper_meeting,
        deliberation.quorum,
        deliberation.recusal_kept,
        deliberation.all_spoke,
        deliberation.dissent_recorded,
        deliberation.changes_stated,
        deliberation.head_last,
        deliberation.reason_against_majority,
    )
    choices = {"person": members_on, "chair": members_on}

    def requirements(self, state: str, move: Transition | None = None) -> list[Any]:
        """Show what adopting would need."""
        return super().requirements(state, move or Case.adopt)

    def move(self, record: Any, case: Case) -> Transition:
        """Approved is adopted; put off waits for the next meeting; the rest goes back."""
        if record.approved:
            return Case.adopt
        if record.changed:
            return Case.adopt_with_changes
        if record.outcome in (Outcome.POSTPONED, Outcome.DELIBERATE_AGAIN):
            return Case.postpone
        return Case.send_back


class ConfirmAmendment(Act):
    """Say whether the changes that the meeting decided on are editorial. Basis: 条例第二十五条."""

    title, step, by = _("确认会后修改"), m.Step.DELIBERATION, COUNSEL
    record, during = m.AmendmentConfirmation, (State.AMENDING,)
    requires, signs = (draft.amended, legality.independent), True

    def move(self, record: Any, case: Case) -> Transition:
        """Editorial changes are settled; anything else goes round again."""
        return Case.settle if record.editorial else Case.send_back


class ConfirmMinutes(Act):
    """Confirm the minutes, signed by the members. Basis: 条例第三十条."""

    title, step, by, record = _("核对会议纪要"), m.Step.DELIBERATION, OFFICE, m.Minutes
    transition = Case.decide
