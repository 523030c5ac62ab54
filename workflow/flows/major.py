"""The to-do list of a major decision: who does what next.

Gateways read the case's state and records, which the law has already set; nothing is
decided here.
"""

from collections.abc import Callable
from typing import Any

from django.utils.translation import gettext_lazy as _
from viewflow import this
from viewflow.workflow import lock
from viewflow.workflow.base import Flow
from viewflow.workflow.nodes import StartHandle

from decisions import models as m
from decisions.facts import Facts
from decisions.record import Record
from decisions.rules import steps
from decisions.states import State
from workflow import acts
from workflow.flows.duty import Duty
from workflow.flows.gateways import Finish, Fork, Gate, Meet
from workflow.models import CaseFlow

Condition = Callable[[Any], bool]


def at(*states: State) -> Condition:
    """Return whether the case has come to one of `states`."""
    return lambda activation: activation.process.caseflow.case.state in states


def due(record: type[Record], step: str = "") -> Condition:
    """Return whether a step applies to the draft and does not already stand for it."""

    def outstanding(activation: Any) -> bool:
        facts: Facts = activation.process.caseflow.case.facts
        applies = not step or steps.applies(facts, step)
        return applies and facts.standing(record) is None

    return outstanding


def risk_open(activation: Any) -> bool:
    """Return whether the risk of the draft still has to be found controllable."""
    facts: Facts = activation.process.caseflow.case.facts
    determination = facts.standing(m.RiskDetermination)
    found = determination is not None and determination.controllable
    return steps.applies(facts, "risk") and not found


def steps_open(activation: Any) -> bool:
    """Return whether what was left out still has to be confirmed."""
    return not steps.confirmed.met(activation.process.caseflow.case.facts)


PUBLIC_INPUT_DUE = due(m.AdoptionReport, "is_public")
HEARING_DUE = due(m.HearingSigning, "hearing")
EXPERTS_DUE = due(m.ExpertConclusion, "technical")
FAIR_COMPETITION_DUE = due(m.FairCompetitionReview, "market")
DUE = (steps_open, PUBLIC_INPUT_DUE, HEARING_DUE, EXPERTS_DUE, FAIR_COMPETITION_DUE, risk_open)


def any_due(activation: Any) -> bool:
    """Return whether anything is left to consult on."""
    return any(condition(activation) for condition in DUE)


def is_major(activation: Any) -> bool:
    """Return whether the matter was classified as a major decision."""
    return activation.process.caseflow.case.procedure == m.Procedure.MAJOR  # type: ignore[no-any-return]  # viewflow has no types


class FullProcedure:
    """Every duty of the full procedure, and the way from each to the next.

    A flow is made of it together with viewflow's own class, which takes its nodes from all of its
    bases; a shorter procedure leaves duties out (None) and says where its ways lead instead.
    """

    # The door holds the case's own row; this lock only serves viewflow's own entrances.
    lock_impl = lock.SelectForUpdateLock(nowait=False, attempts=1)

    def has_manage_permission(self, user: Any, obj: Any = None) -> bool:
        """Nobody cancels, undoes or revives a task, whoever it is."""
        return False

    def begin(self, activation: Any, case: m.Case) -> Any:
        """Set the case before its first duty is listed."""
        activation.process.caseflow = CaseFlow(case=case)
        return activation.process

    # initiation
    start = StartHandle(this.begin).Next(this.study_proposal)
    study_proposal = Duty(acts.initiation.StudyProposal).Next(this.studied)
    studied = Gate(at(State.PROPOSED)).Then(this.classify).Else(this.initiate)
    classify = Duty(acts.initiation.Classify).Next(this.classified_as_major)
    # Any other matter goes on in the flow of its own procedure.
    classified_as_major = Gate(is_major).Then(this.initiate).Else(this.end)
    initiate = Duty(acts.initiation.Initiate).Next(this.file_research_report)
    decline = Duty(acts.initiation.Decline).Next(this.end)

    # research and drafting
    file_research_report = Duty(acts.research.FileResearchReport, State.INITIATED).Next(
        this.file_options
    )
    file_options = Duty(acts.research.FileOptions).Next(this.file_draft)
    file_draft = Duty(acts.research.FileDraft, State.RESEARCHING).Next(this.determine_steps)
    determine_steps = Duty(acts.research.DetermineSteps).Next(this.any_step_due)
    any_step_due = Gate(any_due).Then(this.consult).Else(this.submit_for_department_review)

    # consultation: what applies and does not yet stand for the draft, in parallel
    consult = (
        Fork()
        .Next(this.confirm_steps, case=steps_open)
        .Next(this.open_public_input, case=PUBLIC_INPUT_DUE)
        .Next(this.announce_hearing, case=HEARING_DUE)
        .Next(this.appoint_experts, case=EXPERTS_DUE)
        .Next(this.commission_risk_assessment, case=risk_open)
        .Next(this.file_fair_competition_review, case=FAIR_COMPETITION_DUE)
    )
    confirm_steps = Duty(acts.research.ConfirmSteps).Next(this.steps_confirmed)
    steps_confirmed = Gate(at(State.CONSULTING)).Then(this.consulted).Else(this.determine_steps)
    open_public_input = Duty(acts.public_input.OpenPublicInput).Next(this.close_public_input)
    close_public_input = Duty(acts.public_input.ClosePublicInput).Next(this.publish_adoption_report)
    publish_adoption_report = Duty(acts.public_input.PublishAdoptionReport).Next(this.consulted)
    announce_hearing = Duty(acts.hearing.AnnounceHearing).Next(this.publish_hearing_participants)
    publish_hearing_participants = Duty(acts.hearing.PublishHearingParticipants).Next(
        this.deliver_hearing_materials
    )
    deliver_hearing_materials = Duty(acts.hearing.DeliverHearingMaterials).Next(this.record_hearing)
    record_hearing = Duty(acts.hearing.RecordHearing).Next(this.sign_hearing_record)
    sign_hearing_record = Duty(acts.hearing.SignHearingRecord).Next(this.consulted)
    appoint_experts = Duty(acts.experts.AppointExperts).Next(this.conclude_expert_argument)
    conclude_expert_argument = Duty(acts.experts.ConcludeExpertArgument).Next(this.consulted)
    commission_risk_assessment = Duty(acts.risk.CommissionRiskAssessment).Next(
        this.file_risk_assessment
    )
    adopt_risk_assessment = Duty(acts.risk.AdoptRiskAssessment).Next(this.determine_risk)
    file_risk_assessment = Duty(acts.risk.FileRiskAssessment).Next(this.determine_risk)
    determine_risk = Duty(acts.risk.DetermineRisk).Next(this.consulted)
    file_fair_competition_review = Duty(acts.fair_competition.FileFairCompetitionReview).Next(
        this.consulted
    )
    consulted = Meet().Next(this.submit_for_department_review)

    # the department's review and meeting
    submit_for_department_review = Duty(
        acts.legality.SubmitForLegalityReview, State.CONSULTING
    ).Next(this.sent_to_department)
    sent_to_department = (
        Gate(at(State.DEPARTMENT_REVIEW))
        .Then(this.conclude_department_review)
        .Else(this.accept_legality_file)
    )
    conclude_department_review = Duty(
        acts.legality.ConcludeLegalityReview, State.DEPARTMENT_REVIEW
    ).Next(this.department_passed)
    department_passed = (
        Gate(at(State.DEPARTMENT_REVIEW)).Then(this.record_department_meeting).Else(this.file_draft)
    )
    record_department_meeting = Duty(acts.deliberation.RecordDepartmentMeeting).Next(
        this.department_agreed
    )
    department_agreed = (
        Gate(at(State.DEPARTMENT_REVIEW))
        .Then(this.submit_for_legality_review)
        .Else(this.file_draft)
    )

    # the government's review
    submit_for_legality_review = Duty(
        acts.legality.SubmitForLegalityReview, State.DEPARTMENT_REVIEW
    ).Next(this.accept_legality_file)
    accept_legality_file = Duty(acts.legality.AcceptLegalityFile).Next(
        this.conclude_legality_review
    )
    return_legality_file = Duty(acts.legality.ReturnLegalityFile).Next(this.returned_to_department)
    returned_to_department = (
        Gate(at(State.DEPARTMENT_REVIEW))
        .Then(this.submit_for_legality_review)
        .Else(this.submit_for_department_review)
    )
    conclude_legality_review = Duty(
        acts.legality.ConcludeLegalityReview, State.LEGALITY_REVIEW
    ).Next(this.review_passed)
    review_passed = (
        Gate(at(State.REVIEWED)).Then(this.submit_for_deliberation).Else(this.file_draft)
    )

    # deliberation
    submit_for_deliberation = Duty(acts.deliberation.SubmitForDeliberation).Next(
        this.schedule_deliberation
    )
    schedule_deliberation = Duty(acts.deliberation.ScheduleDeliberation).Next(
        this.record_deliberation
    )
    record_deliberation = Duty(acts.deliberation.RecordDeliberation).Next(this.adopted)
    adopted = Gate(at(State.DELIBERATED)).Then(this.confirm_minutes).Else(this.adopted_changed)
    adopted_changed = Gate(at(State.AMENDING)).Then(this.file_amended_text).Else(this.put_off)
    file_amended_text = Duty(acts.research.FileDraft, State.AMENDING).Next(this.text_amended)
    text_amended = Gate(at(State.AMENDING)).Then(this.confirm_amendment).Else(this.determine_steps)
    confirm_amendment = Duty(acts.deliberation.ConfirmAmendment).Next(this.amendment_settled)
    amendment_settled = Gate(at(State.DELIBERATED)).Then(this.confirm_minutes).Else(this.file_draft)
    put_off = Gate(at(State.SUBMITTED)).Then(this.schedule_deliberation).Else(this.file_draft)
    confirm_minutes = Duty(acts.deliberation.ConfirmMinutes).Next(this.report_to_party_committee)

    # decision
    report_to_party_committee = Duty(acts.publication.ReportToPartyCommittee).Next(
        this.issue_decision
    )
    issue_decision = Duty(acts.publication.IssueDecision, State.REPORTED).Next(
        this.publish_decision
    )
    publish_decision = Duty(acts.publication.PublishDecision).Next(this.assign_execution)
    withhold_publication = Duty(acts.publication.WithholdPublication).Next(this.assign_execution)

    # execution and evaluation
    assign_execution = Duty(acts.execution.AssignExecution).Next(this.commission_evaluation)
    suspend_execution = Duty(acts.execution.SuspendExecution).Next(this.resume_execution)
    resume_execution = Duty(acts.execution.ResumeExecution).Next(this.commission_evaluation)
    commission_evaluation = Duty(acts.evaluation.CommissionEvaluation, State.EXECUTING).Next(
        this.file_evaluation
    )
    file_evaluation = Duty(acts.evaluation.FileEvaluation, State.EXECUTING).Next(
        this.conclude_follow_up
    )
    conclude_follow_up = Duty(acts.evaluation.ConcludeFollowUp, State.EXECUTING).Next(this.kept)
    kept = Gate(at(State.EVALUATED)).Then(this.close_case).Else(this.file_draft)

    # closing
    close_case = Duty(acts.closing.CloseCase, State.EVALUATED).Next(this.seal_dossier)
    terminate_case = Duty(acts.closing.TerminateCase).Next(this.seal_dossier)
    seal_dossier = Duty(acts.closing.SealDossier).Next(this.transfer_dossier)
    transfer_dossier = Duty(acts.closing.TransferDossier).Next(this.end)
    end = Finish()


class MajorDecisionFlow(FullProcedure, Flow):
    """The duties of a major administrative decision, from proposal to filing."""

    process_title = _("重大行政决策")
