"""Research, options, departments, the draft, and which steps apply. Basis: 条例第十二条、第十三条."""

from typing import Any

from django.utils.translation import gettext_lazy as _

from decisions import models as m
from decisions.content import digest
from decisions.facts import Facts
from decisions.models import Case
from decisions.parties import REVIEWER, UNDERTAKER
from decisions.rules import draft, initiation, research, steps
from decisions.states import REDRAFTABLE, State
from workflow.acts.base import Act, Transition
from workflow.acts.initiation import open_units


class FileResearchReport(Act):
    """Hand in the research report and the list of laws and policies. Basis: 条例第十二条."""

    title, step, by, record = _("提交调研报告"), m.Step.RESEARCH, UNDERTAKER, m.ResearchReport
    during = (State.INITIATED, State.RESEARCHING)

    def move(self, record: Any, case: Case) -> Transition | None:
        """The first report begins research; a fuller one is filed while it lasts."""
        return Case.begin_research if case.state == State.INITIATED else None

    def requirements(self, state: str, move: Transition | None = None) -> list[Any]:
        """Show what the first report would need."""
        return super().requirements(state, move or Case.begin_research)


class FileOptions(Act):
    """Lay the options side by side. Basis: 条例第十二条；区规划第11项."""

    title, step, by, record = _("提交方案比较"), m.Step.RESEARCH, UNDERTAKER, m.OptionComparison
    rows, during = (m.Option,), (State.RESEARCHING,)
    requires = (initiation.decided,)


class RecordDepartmentOpinion(Act):
    """Record what a touched department said. Basis: 条例第十三条."""

    title, step, by = _("登记部门意见"), m.Step.RESEARCH, UNDERTAKER
    record = m.DepartmentOpinion
    during, helps = (State.RESEARCHING, State.CONSULTING), "file_draft"
    choices = {"unit": open_units}


class FileDraft(Act):
    """Hand in a version of the draft; a later version opens again what it changes.

    Basis: 条例第十二条、第二十四条、第二十五条.
    """

    title, step, by, record = _("提交草案"), m.Step.RESEARCH, UNDERTAKER, m.Draft
    during, leaps = (State.RESEARCHING, *REDRAFTABLE), True
    requires = (draft.reasoned, draft.changed, draft.procedure_rerun)

    def move(self, record: Any, case: Case) -> Transition | None:
        """Take the case back to drafting, if it had gone on.

        The wording that a meeting decided on is filed where the case stands.
        """
        if case.state == State.RESEARCHING:
            return None
        in_wording = case.state == State.AMENDING and not record.material
        return None if in_wording else Case.redraft

    def fill(self, record: m.Draft, facts: Facts) -> None:
        """Number and hash the version; say which version it stands on."""
        record.version = len(facts.all(m.Draft))
        record.digest = digest(record.text.encode())
        record.material = record.material or record.version == 1
        record.root = record.version if record.material else facts.case.draft_root

    def apply(self, case: Case, record: m.Draft) -> None:
        """Put the version before the case."""
        case.draft, case.draft_hash, case.draft_root = record, record.digest, record.root


class DetermineSteps(Act):
    """Settle which conditional steps apply, each omission with its ground. Basis: 条例第十四条."""

    title, step, by, record = _("认定适用步骤"), m.Step.RESEARCH, UNDERTAKER, m.StepDetermination
    rows = may_be_empty = (m.Omission, m.AffectedGroup, m.TouchedBody)
    requires = (draft.filed, research.reported, research.answer_term, steps.grounded)
    transition, choices = Case.consult, {"unit": open_units}


class ConfirmSteps(Act):
    """Confirm, from outside the undertaking unit, what was left out. Basis: 区规划第10项、第18项."""

    title, step, by, record = _("确认适用步骤"), m.Step.RESEARCH, REVIEWER, m.StepConfirmation
    during, requires, signs = (State.CONSULTING,), (steps.independent,), True

    def move(self, record: Any, case: Case) -> Transition | None:
        """What is not confirmed is determined anew."""
        return None if record.confirmed else Case.send_back
