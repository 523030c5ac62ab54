"""The case, and the record that each step leaves; one module a step."""

from decisions.models.accountability import (
    Closing,
    Finding,
    Inquiry,
    Termination,
    Transfer,
)
from decisions.models.case import (
    Case,
    Procedure,
    Step,
)
from decisions.models.catalogue import (
    CatalogueAdjustment,
    CatalogueConsent,
    CatalogueListing,
    CataloguePublication,
)
from decisions.models.deliberation import (
    Agenda,
    AmendmentConfirmation,
    Deliberation,
    DeliberationSubmission,
    DepartmentMeeting,
    MemberView,
    Minutes,
)
from decisions.models.draft import (
    Draft,
)
from decisions.models.evaluation import (
    Evaluation,
    EvaluationCommission,
    FollowUp,
)
from decisions.models.evidence import (
    Blob,
    Evidence,
)
from decisions.models.execution import (
    ExecutionAssignment,
    ExecutionReport,
    Objection,
    ProblemReport,
    Resumption,
    Suspension,
)
from decisions.models.experts import (
    ExpertConclusion,
    ExpertOpinion,
    ExpertPanel,
    InterestDeclaration,
    OpinionAnswer,
    PanelMember,
)
from decisions.models.fair_competition import (
    FairCompetitionReview,
)
from decisions.models.hearing import (
    HearingDelivery,
    HearingList,
    HearingNotice,
    HearingParticipant,
    HearingReceipt,
    HearingSignature,
    HearingSigning,
    HearingTranscript,
)
from decisions.models.initiation import (
    Classification,
    CoUndertaker,
    Declination,
    Initiation,
    PreliminaryStudy,
    Proposal,
    StatuteRebinding,
)
from decisions.models.keeping import (
    Appraisal,
    Appraiser,
    Disposal,
    DisposalApproval,
    Hold,
    HoldLift,
    Supervisor,
    TransferReceipt,
)
from decisions.models.legality import (
    CounselOpinion,
    LegalityAcceptance,
    LegalityReturn,
    LegalityReview,
    LegalitySubmission,
    Level,
)
from decisions.models.normative import (
    DocumentCleanUp,
)
from decisions.models.public_input import (
    AdoptionReport,
    Answer,
    Channel,
    Comment,
    CommentAnswering,
    PublicInput,
    PublicInputClosing,
)
from decisions.models.publication import (
    CongressReport,
    Decision,
    PartyReport,
    Publication,
    RecordFiling,
    Withholding,
)
from decisions.models.research import (
    AffectedGroup,
    DepartmentOpinion,
    Omission,
    Option,
    OptionComparison,
    ResearchReport,
    StepConfirmation,
    StepDetermination,
    TouchedBody,
)
from decisions.models.risk import (
    RiskAssessment,
    RiskCommission,
    RiskDetermination,
    RiskLevel,
    RiskPoint,
)

__all__ = [
    "AdoptionReport", "AffectedGroup", "Agenda", "AmendmentConfirmation", "Answer", "Appraisal",
    "Appraiser", "Blob", "Case", "CatalogueAdjustment", "CatalogueConsent", "CatalogueListing",
    "CataloguePublication", "Channel", "Classification", "Closing", "CoUndertaker", "Comment",
    "CommentAnswering", "CongressReport", "CounselOpinion", "Decision", "Declination",
    "Deliberation", "DeliberationSubmission", "DepartmentMeeting", "DepartmentOpinion",
    "Disposal", "DisposalApproval", "DocumentCleanUp", "Draft", "Evaluation",
    "EvaluationCommission", "Evidence", "ExecutionAssignment", "ExecutionReport",
    "ExpertConclusion", "ExpertOpinion", "ExpertPanel", "FairCompetitionReview", "Finding",
    "FollowUp", "HearingDelivery", "HearingList", "HearingNotice", "HearingParticipant",
    "HearingReceipt", "HearingSignature", "HearingSigning", "HearingTranscript", "Hold",
    "HoldLift", "Initiation", "Inquiry", "InterestDeclaration", "LegalityAcceptance",
    "LegalityReturn", "LegalityReview", "LegalitySubmission", "Level", "MemberView", "Minutes",
    "Objection", "Omission", "OpinionAnswer", "Option", "OptionComparison", "PanelMember",
    "PartyReport", "PreliminaryStudy", "ProblemReport", "Procedure", "Proposal", "PublicInput",
    "PublicInputClosing", "Publication", "RecordFiling", "ResearchReport", "Resumption",
    "RiskAssessment", "RiskCommission", "RiskDetermination", "RiskLevel", "RiskPoint",
    "StatuteRebinding", "Step", "StepConfirmation", "StepDetermination", "Supervisor",
    "Suspension", "Termination", "TouchedBody", "Transfer", "TransferReceipt", "Withholding",
]  # fmt: skip
