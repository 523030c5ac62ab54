"""Legality review, first at the department, then at the government. Basis: 条例第二十五条至第二十八条."""

from typing import Any

from django.utils.translation import gettext_lazy as _

from decisions import models as m
from decisions.facts import Facts
from decisions.models import Case, Level
from decisions.parties import COUNSEL, DEPARTMENT_LEGAL, REVIEWER, UNDERTAKER
from decisions.rules import (
    experts,
    fair_competition,
    hearing,
    legality,
    public_input,
    research,
)
from decisions.states import State
from workflow.acts.base import Act, Transition

AT_DEPARTMENT, AT_GOVERNMENT = State.DEPARTMENT_REVIEW, State.LEGALITY_REVIEW


class SubmitForLegalityReview(Act):
    """Send draft, bases and statement of procedure to review. Basis: 条例第二十六条."""

    title, step, by = _("送合法性审查"), m.Step.LEGALITY, UNDERTAKER
    record, during = m.LegalitySubmission, (State.CONSULTING, AT_DEPARTMENT)
    requires = (
        research.departments_consulted,
        public_input.groups_heard,
        public_input.feedback_published,
        hearing.held_when_required,
        experts.argued_when_technical,
        fair_competition.passed,
    )

    def move(self, record: Any, case: Case) -> Transition:
        """To the level that it is sent to; from the department always to the government."""
        if record.level == Level.GOVERNMENT:
            return Case.submit_to_government
        return Case.submit_to_department

    def requirements(self, state: str, move: Transition | None = None) -> list[Any]:
        """Ask what the submission out of this state needs."""
        return super().requirements(state, move or MOVES_BY_STATE.get(state))

    def fill(self, record: m.LegalitySubmission, facts: Facts) -> None:
        """Say to which level it goes."""
        first = Level.DEPARTMENT if legality.gated(facts) else Level.GOVERNMENT
        consulting = facts.case.state == State.CONSULTING
        record.level = record.level or first if consulting else Level.GOVERNMENT


MOVES_BY_STATE: dict[str, Transition] = {
    State.CONSULTING: Case.submit_to_department,
    State.DEPARTMENT_REVIEW: Case.submit_to_government,
}


class AcceptLegalityFile(Act):
    """Take the file in; the clock starts. Basis: 条例第二十六条."""

    title, step, by, record = _("收件"), m.Step.LEGALITY, REVIEWER, m.LegalityAcceptance
    during, requires = (AT_GOVERNMENT,), (legality.file_complete,)


class ReturnLegalityFile(Act):
    """Return the file for completion. Basis: 条例第二十六条."""

    title, step, by, record = _("退回补正"), m.Step.LEGALITY, REVIEWER, m.LegalityReturn
    during, leaps, helps = (AT_GOVERNMENT,), True, "accept_legality_file"

    def move(self, record: Any, case: Case) -> Transition:
        """Back to where it came from: the department, or the undertaking unit itself."""
        sent = case.facts.on_draft(m.LegalitySubmission)
        from_department = any(one.level == Level.DEPARTMENT for one in sent)
        return Case.return_file if from_department else Case.return_to_unit


class FileCounselOpinion(Act):
    """Hand in counsel's or a public lawyer's opinion. Basis: 条例第二十八条."""

    title, step, by, record = _("提交法律意见"), m.Step.LEGALITY, COUNSEL, m.CounselOpinion
    during, helps = (AT_GOVERNMENT,), "conclude_legality_review"
    signs = True


class ConcludeLegalityReview(Act):
    """Sign the three findings and the conclusion. Basis: 条例第二十五条、第二十七条."""

    title, step, record = _("签署审查意见"), m.Step.LEGALITY, m.LegalityReview
    by = {AT_DEPARTMENT: DEPARTMENT_LEGAL, AT_GOVERNMENT: REVIEWER}
    during = (AT_DEPARTMENT, AT_GOVERNMENT)
    requires = (legality.independent, legality.accepted, legality.findings_complete)
    signs = True

    def move(self, record: Any, case: Case) -> Transition | None:
        """Lawful goes on; anything else goes back to drafting."""
        if not record.may_go_on:
            return Case.send_back
        if case.state == AT_GOVERNMENT:
            return Case.pass_review
        return None

    def requirements(self, state: str, move: Transition | None = None) -> list[Any]:
        """Show what a lawful conclusion would need."""
        return super().requirements(state, move or Case.pass_review)

    def fill(self, record: m.LegalityReview, facts: Facts) -> None:
        """Say at which level it was reviewed."""
        department = facts.case.state == AT_DEPARTMENT
        record.level = Level.DEPARTMENT if department else Level.GOVERNMENT
