"""What each act plainly hands in: everything here is invented."""

from typing import Any

PLAIN: dict[str, dict[str, Any]] = {
    "propose": {
        "title": "海珠区电动自行车通行管理措施", "source": "department", "problem": "人车混行。",
        "reasons": "道路交通安全法。", "necessity": "必要可行。", "first_plan": "分路段管理。",
    },
    "study_proposal": {"opinion": "建议启动。", "recommended": True},
    "file_research_report": {"summary": "调研了12个路段。", "laws": "道路交通安全法。"},
    "file_options": {
        "conclusion": "推荐方案二。",
        "options": [
            {"title": "全天限行", "content": "全区全天。", "merits": "简单，影响大。"},
            {"title": "分路段限行", "content": "部分路段。", "merits": "影响小。", "preferred": True},
        ],
    },
    "file_draft": {
        "title": "海珠区电动自行车通行管理措施（草案）",
        "explanation": "起草说明。", "material": True,
    },
    "determine_steps": {
        "is_public": True, "technical": True, "risk": True, "opinion": "逐项认定。",
        "omissions": [
            {"step": "hearing", "ground": "没有规定要求听证。"},
            {"step": "market", "ground": "不涉及经营者。"},
            {"step": "congress", "ground": "不属于报告事项。"},
        ],
    },
    "confirm_steps": {"confirmed": True, "reason": "认定恰当。"},
    "receive_comment": {"stance": "suggest", "text": "建议设过渡期。", "way": "portal"},
    "close_public_input": {"summary": "期满。"},
    "publish_adoption_report": {"text": "收到2条，采纳1条。", "place": "区政府网站"},
    "declare_interest": {"statement": "与本事项没有直接利害关系。"},
    "file_expert_opinion": {"view": "feasible", "opinion": "方案可行。"},
    "conclude_expert_argument": {"summary": "专家认为可行。", "adoption": "全部采纳。"},
    "file_risk_assessment": {
        "stability": "低。", "environment": "低。", "economy": "低。", "level": "low",
        "response_plan": "专班处置。", "departments_heard": "听取了3个部门的意见。",
        "points": [{"description": "骑手意见", "level": "low", "prevention": "设过渡期。"}],
    },
    "adopt_risk_assessment": {
        "under_rules": "重大建设项目稳定风险评估办法",
        "stability": "低。", "environment": "低。", "economy": "低。", "level": "low",
        "response_plan": "专班处置。", "departments_heard": "听取了3个部门的意见。",
        "points": [{"description": "施工扰民", "level": "low", "prevention": "限时施工。"}],
    },
    "determine_risk": {"controllable": True, "reason": "防范措施到位。"},
    "submit_for_legality_review": {"bases": "道路交通安全法。", "procedure_statement": "已履行。"},
    "accept_legality_file": {"checklist": "材料齐全。"},
    "return_legality_file": {"missing": "缺程序说明。"},
    "file_counsel_opinion": {"view": "agree", "opinion": "同意。"},
    "record_department_meeting": {"attendance": "班子成员7人。", "agreed": True, "minutes": "同意。"},
    "submit_for_deliberation": {"request": "提请审议。", "papers": "上会材料7件。"},
    "confirm_minutes": {"number": "海府纪〔2026〕11号", "text": "会议通过。", "confirmed_by": 8},
    "report_to_congress": {"report": "已报告。"},
    "file_evaluation": {"effect": "秩序好转。", "public_view": "多数满意。", "advice": "继续。"},
    "conclude_follow_up": {"outcome": "keep", "reason": "效果好。"},
    "clean_up_document": {"outcome": "keep", "reason": "仍然需要。"},
    "report_execution": {"period": "第一季度", "progress": "已设标志。"},
    "suspend_execution": {"ground": "circumstances", "reason": "情况变化。"},
    "resume_execution": {"meeting": "17届160次常务会议", "reason": "影响消除。"},
    "confirm_amendment": {"editorial": True, "reason": "只改了两处用词。"},
    "close_case": {"summary": "办结。"},
    "terminate_case": {"reason": "不再需要。"},
    "decline": {"reason": "时机不成熟。"},
    "rebind_statutes": {"reference_day": "2026-03-02", "reason": "提出建议时已有的规定更严。"},
    "list_matter": {"year": 2026, "item": 3, "planned_finish": "2026-12-31"},
    "publish_catalogue": {"place": "区政府网站"},
    "adjust_catalogue": {
        "year": 2026, "item": 3, "planned_finish": "2027-06-30",
        "change": "changed", "reason": "工作需要。",
    },
    "publish_hearing_participants": {
        "place": "区政府网站",
        "participants": [{"name": "黄某", "side": "骑手"}, {"name": "李某", "side": "居民"}],
    },
    "record_hearing": {"host": "关颖欣", "recorder": "何清", "transcript": "如实记录。"},
    "file_fair_competition_review": {
        "first_review": "初审通过。", "heard": "听取5家。", "conclusion": "compliant",
        "explanation": "没有限制竞争。",
    },
    "record_channel": {
        "kind": "symposium", "attendance": 20, "summary": "多数赞成。",
    },
    "withhold_publication": {"disclosure": "on_request", "ground": "含内部执法安排。"},
    "file_for_record": {"filed_with": "广州市人民政府"},
    "open_inquiry": {"subject": "决策程序。", "ground": "审计发现。"},
    "file_finding": {"finding": "程序合法。", "persons": "无。"},
    "report_problem": {"problem": "标志不足。", "advice": "增设。"},
    "receive_objection": {"source": "来信", "text": "绕行太远。", "handling": "转执行单位。"},
    "transfer_dossier": {"archive": "海珠区档案馆", "receipt_number": "海档交〔2026〕1号"},
    "place_hold": {"ground": "正在倒查。", "basis": "海审函〔2026〕3号"},
    "lift_hold": {"reason": "倒查已经结束。"},
    "appraise_dossier": {"outcome": "dispose", "reason": "没有继续保存的价值。"},
    "approve_disposal": {"approved": True, "reason": "同意销毁。"},
    "dispose_dossier": {"method": "从存储中删除", "summary": "按批准的清册销毁。"},
    "seal_supplement": {"title": "决策后评估材料"},
}  # fmt: skip


TODAY = {
    "consent_to_catalogue": ("consented_on",),
    "publish_catalogue": ("published_on",),
    "record_channel": ("held_on",),
    "report_to_congress": ("reported_on",),
    "file_for_record": ("filed_on",),
    "record_department_meeting": ("held_on",),
}
"""The columns that are simply the day of the act."""

ATTACHED = {"adopt_risk_assessment": "评估报告.txt"}
"""The file without which an act is not complete."""


def findings(**changes: str) -> dict[str, str]:
    """Return a lawful review, but for `changes`."""
    return {
        "number": "海司审〔2026〕12号",
        "authority": "conforms", "authority_reason": "属于法定职权。",
        "procedure": "conforms", "procedure_reason": "程序完备。",
        "content": "conforms", "content_reason": "内容合法。",
        "conclusion": "lawful", **changes,
    }  # fmt: skip
