"""The to-do list of a general decision: the full procedure, less what only major ones need."""

from typing import Any

from django.utils.translation import gettext_lazy as _
from viewflow import this
from viewflow.workflow.base import Flow
from viewflow.workflow.nodes import StartHandle

from decisions.states import State
from workflow import acts
from workflow.flows.duty import Duty
from workflow.flows.major import (
    FullProcedure,
)

Absent: Any = None
"""A duty of the full procedure that a shorter one does without."""


class ShorterProcedure(FullProcedure):
    """What a general decision and a normative document have in common.

    It begins when the matter is classified. Options and the report to the Party committee are
    asked of major decisions only.
    """

    start = StartHandle(this.begin).Next(this.initiate)
    study_proposal = studied = classify = classified_as_major = Absent
    file_research_report = Duty(acts.research.FileResearchReport, State.INITIATED).Next(
        this.file_draft
    )
    file_options = Absent
    confirm_minutes = Duty(acts.deliberation.ConfirmMinutes).Next(this.issue_decision)
    report_to_party_committee = Absent
    issue_decision = Duty(acts.publication.IssueDecision).Next(this.publish_decision)


class GeneralDecisionFlow(ShorterProcedure, Flow):
    """The duties of a general decision: it may be closed once it is published."""

    process_title = _("一般行政决策")

    publish_decision = Duty(acts.publication.PublishDecision).Next(this.close_case)
    withhold_publication = Duty(acts.publication.WithholdPublication).Next(this.close_case)
    assign_execution = commission_evaluation = file_evaluation = Absent
    resume_execution = Duty(acts.execution.ResumeExecution).Next(this.close_case)
    close_case = Duty(
        acts.closing.CloseCase, State.PUBLISHED, State.EXECUTING, State.EVALUATED
    ).Next(this.seal_dossier)
