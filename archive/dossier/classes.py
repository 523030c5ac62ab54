"""The 25 classes of papers that one decision leaves, in the order in which they are filed.

Every act belongs to exactly one of them. Basis: 条例第三十三条；DA/T 22-2015.
"""

from dataclasses import dataclass
from functools import cache

from archive.models import Dossier
from decisions.models import Procedure
from decisions.states import State

S = State
PERMANENT, THIRTY_YEARS = Dossier.Retention.PERMANENT, Dossier.Retention.THIRTY_YEARS
MAJOR, NORMATIVE = Procedure.MAJOR, Procedure.NORMATIVE


@dataclass(frozen=True)
class PaperClass:
    """One class: what is in it, which acts feed it, how long it is kept, when it may be empty."""

    number: int
    title: str
    acts: tuple[str, ...]
    since: S
    """The state from which on its papers can arise."""
    retention: Dossier.Retention = PERMANENT
    step: str = ""
    """The column of the determination that decides whether it is called for."""
    only: tuple[str, ...] = ()
    """The procedures that call for it; all of them where none is named."""
    none: str = ""
    """What an empty class says where the law asks for it only if something happens."""

    @property
    def code(self) -> str:
        """Its number in two digits: 05."""
        return f"{self.number:02}"


CLASSES = (
    PaperClass(1, "决策事项建议及研究论证材料", ("propose", "study_proposal", "classify"), S.PROPOSED),
    PaperClass(
        2, "决策事项目录的列入、调整和党委同意意见",
        ("list_matter", "consent_to_catalogue", "publish_catalogue", "adjust_catalogue"),
        S.PROPOSED, only=(MAJOR,), none="没有列入决策事项目录的记录",
    ),
    PaperClass(3, "启动决定及承办单位确定", ("initiate", "decline", "rebind_statutes"), S.CLASSIFIED),
    PaperClass(
        4, "调研报告、依据梳理清单、成本效益分析", ("file_research_report",), S.INITIATED,
        THIRTY_YEARS,
    ),
    PaperClass(
        5, "决策草案各送审稿及说明、多方案比较、程序适用认定",
        ("file_options", "file_draft", "determine_steps", "confirm_steps"), S.RESEARCHING,
    ),
    PaperClass(
        6, "征求部门、下级政府意见及分歧协调材料", ("record_department_opinion",), S.RESEARCHING,
        THIRTY_YEARS, none="没有征求部门、下级政府意见的记录",
    ),
    PaperClass(
        7, "公开征求意见公告、缩短期限说明", ("open_public_input", "close_public_input"),
        S.CONSULTING, step="is_public",
    ),
    PaperClass(
        8, "公众意见原件汇总、采纳情况说明及理由",
        ("receive_comment", "answer_comments", "publish_adoption_report"), S.CONSULTING,
        step="is_public",
    ),
    PaperClass(
        9, "座谈会、走访、问卷、民意调查材料", ("record_channel",), S.CONSULTING, THIRTY_YEARS,
        none="没有以座谈会、走访、问卷、民意调查听取意见的记录",
    ),
    PaperClass(
        10, "听证材料",
        ("announce_hearing", "publish_hearing_participants", "deliver_hearing_materials",
         "record_hearing", "sign_hearing_record"),
        S.CONSULTING, step="hearing",
    ),
    PaperClass(
        11, "专家论证材料",
        ("appoint_experts", "declare_interest", "file_expert_opinion",
         "conclude_expert_argument"),
        S.CONSULTING, step="technical",
    ),
    PaperClass(
        12, "风险评估材料",
        ("commission_risk_assessment", "file_risk_assessment", "adopt_risk_assessment",
         "determine_risk"),
        S.CONSULTING, step="risk",
    ),
    PaperClass(
        13, "公平竞争审查材料", ("file_fair_competition_review",), S.CONSULTING, step="market"
    ),
    PaperClass(
        14, "合法性审查材料",
        ("submit_for_legality_review", "accept_legality_file", "return_legality_file",
         "file_counsel_opinion", "conclude_legality_review"),
        S.CONSULTING,
    ),
    PaperClass(
        15, "提请审议的请示及材料清单", ("record_department_meeting", "submit_for_deliberation"),
        S.DEPARTMENT_REVIEW,
    ),
    PaperClass(
        16, "会议议程、会议记录（含不同意见）、会议纪要",
        ("schedule_deliberation", "record_deliberation", "confirm_amendment", "confirm_minutes"),
        S.SUBMITTED,
    ),
    PaperClass(
        17, "向党委请示报告及批复、向人大报告",
        ("report_to_party_committee", "report_to_congress"), S.DECIDED, only=(MAJOR,),
    ),
    PaperClass(18, "正式决策文件（正本、签发单）、文号登记", ("issue_decision",), S.DECIDED),
    PaperClass(
        19, "公布记录、解读材料、备案",
        ("publish_decision", "withhold_publication", "file_for_record"), S.ISSUED,
    ),
    PaperClass(
        20, "执行分工、执行情况报告", ("assign_execution", "report_execution"), S.PUBLISHED,
        THIRTY_YEARS, only=(MAJOR, NORMATIVE),
    ),
    PaperClass(
        21, "执行问题报告、公众异议及处理", ("report_problem", "receive_objection"), S.PUBLISHED,
        THIRTY_YEARS, none="没有执行问题的报告，也没有公众异议的登记",
    ),
    PaperClass(
        22, "中止、恢复、终止的决定及程序材料",
        ("suspend_execution", "resume_execution", "terminate_case"), S.PROPOSED,
        none="没有中止、恢复或者终止的决定",
    ),
    PaperClass(
        23, "决策后评估方案、报告、结果运用",
        ("commission_evaluation", "file_evaluation", "conclude_follow_up", "clean_up_document"),
        S.PUBLISHED, none="没有决策后评估的记录",
    ),
    PaperClass(
        24, "责任认定与追究材料", ("open_inquiry", "file_finding"), S.PUBLISHED,
        none="没有启动责任倒查",
    ),
    PaperClass(
        25, "系统过程记录", ("close_case", "seal_dossier", "transfer_dossier", "receive_transfer_receipt",
         "seal_supplement", "place_hold", "lift_hold", "appraise_dossier", "approve_disposal",
         "dispose_dossier"),
        S.PROPOSED,
    ),
)  # fmt: skip
SYSTEM = CLASSES[-1]
LONGEST = max(CLASSES, key=lambda one: one.retention == PERMANENT).retention
"""How long a dossier is kept: as long as the class that is kept longest."""


@cache
def class_of(act: str) -> PaperClass:
    """Return the class that an act's paper is filed in. Raises LookupError for a strange act."""
    for one in CLASSES:
        if act in one.acts:
            return one
    raise LookupError(act)
