"""The to-do list of a normative document: it is filed for the record, then kept in order."""

from django.utils.translation import gettext_lazy as _
from viewflow import this
from viewflow.workflow.base import Flow

from decisions import models as m
from decisions.states import State
from workflow import acts
from workflow.flows.duty import Duty
from workflow.flows.gateways import Gate
from workflow.flows.general import ShorterProcedure
from workflow.flows.major import at, due


class NormativeDocumentFlow(ShorterProcedure, Flow):
    """The duties of a normative document. Its clean-up, years later, is nobody's next step."""

    process_title = _("行政规范性文件")

    publish_decision = Duty(acts.publication.PublishDecision).Next(this.to_be_filed)
    withhold_publication = Duty(acts.publication.WithholdPublication).Next(this.to_be_filed)
    to_be_filed = Gate(due(m.RecordFiling)).Then(this.file_for_record).Else(this.to_be_assigned)
    file_for_record = Duty(acts.publication.FileForRecord, State.PUBLISHED, State.EXECUTING).Next(
        this.to_be_assigned
    )
    to_be_assigned = (
        Gate(at(State.PUBLISHED)).Then(this.assign_execution).Else(this.commission_evaluation)
    )
    resume_execution = Duty(acts.execution.ResumeExecution).Next(this.to_be_filed)
