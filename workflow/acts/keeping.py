"""Keeping a sealed dossier: hold, appraisal, disposal. Basis: 档案法；档案法实施条例."""

from functools import partial
from typing import Any

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from archive.keeping import disposal as destruction
from archive.keeping import retention
from decisions import models as m
from decisions.facts import Facts
from decisions.parties import AUDITOR_OR_REVIEWER, HEAD_OR_OFFICE, RECORDS_OFFICE
from decisions.rules import disposal, hold
from decisions.states import State
from people.models import Person, Tenure
from workflow.acts.base import Act

KEPT = (State.ARCHIVED,)


def colleagues(facts: Facts) -> Any:
    """Return who holds a post of the organ on the day of the act."""
    held = Tenure.objects.on(facts.day).filter(post__unit__organ=facts.case.organ_id)
    return Person.objects.filter(pk__in=held.values("person")).order_by("pk")


def holds_in_force(facts: Facts) -> Any:
    """Return the holds of the case that nobody has lifted."""
    lifted = m.HoldLift.objects.filter(case=facts.case.pk).values("hold")
    return m.Hold.objects.filter(case=facts.case.pk).exclude(pk__in=lifted).order_by("seq")


class PlaceHold(Act):
    """Bar the disposal of a dossier that somebody still needs. Basis: 档案法第二十一条."""

    title, step, by, record = _("限制处置"), m.Step.CLOSING, AUDITOR_OR_REVIEWER, m.Hold
    during, requires = KEPT, (disposal.not_done,)


class LiftHold(Act):
    """End a hold; another does it than who placed it. Basis: 区规划第18项."""

    title, step, by, record = _("解除限制处置"), m.Step.CLOSING, AUDITOR_OR_REVIEWER, m.HoldLift
    during, requires = KEPT, (hold.placed, hold.lifted_by_another)
    choices = {"hold": holds_in_force}


class AppraiseDossier(Act):
    """Say what becomes of a dossier whose term is over. Basis: 档案法实施条例第二十四条."""

    title, step, by, record = _("到期鉴定"), m.Step.CLOSING, RECORDS_OFFICE, m.Appraisal
    rows, choices = (m.Appraiser,), {"person": colleagues}
    during, signs = KEPT, True
    requires = (disposal.not_done, disposal.due, disposal.panel)

    def fill(self, record: m.Appraisal, facts: Facts) -> None:
        """Say when the term ran out."""
        record.due_on = retention.due_on(facts.case)


class ApproveDisposal(Act):
    """Answer the proposal to destroy a dossier. Basis: 档案法实施条例第二十四条."""

    title, step, by, record = _("审批销毁"), m.Step.CLOSING, HEAD_OR_OFFICE, m.DisposalApproval
    during, signs = KEPT, True
    requires = (disposal.not_done, disposal.proposed, disposal.approved_by_another)


class DisposeDossier(Act):
    """Destroy the dossier's files; the ledger stays. Basis: 档案法实施条例第二十四条."""

    title, step, by, record = _("销毁卷宗"), m.Step.CLOSING, RECORDS_OFFICE, m.Disposal
    rows, choices = (m.Supervisor,), {"person": colleagues}
    during, signs = KEPT, True
    requires = (
        disposal.not_done, disposal.approved, disposal.waited, disposal.not_held, disposal.supervised,
    )  # fmt: skip

    def fill(self, record: m.Disposal, facts: Facts) -> None:
        """Count what is destroyed, and what stays because others use it."""
        files = destruction.files_of(facts.case)
        record.files, record.shared = len(files.own), len(files.shared)

    def afterwards(self, record: m.Disposal, facts: Facts) -> None:
        """Destroy the files, once all else is on record for good."""
        transaction.on_commit(partial(destruction.destroy, record.case))
