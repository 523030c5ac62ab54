"""What a profile may set: every number and gate of the law, declared once."""

from dataclasses import dataclass
from enum import StrEnum

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from decisions.basis import Basis, plan, regulation

Text = str | Promise
Source = Basis | Text


class Unit(StrEnum):
    """What a parameter is counted in."""

    CALENDAR_DAYS = "calendar_days"
    WORKING_DAYS = "working_days"
    COUNT = "count"
    SHARE = "share"
    FLAG = "flag"
    YEARS = "years"


class Stricter(StrEnum):
    """Which of two values asks for more."""

    HIGHER = "higher"
    LOWER = "lower"


DAYS, WORKING = Unit.CALENDAR_DAYS, Unit.WORKING_DAYS
LARGEST = {DAYS: 3660, WORKING: 2500, Unit.COUNT: 10_000, Unit.SHARE: 1, Unit.YEARS: 100}
LOWER = Stricter.LOWER
EXPERT_RULES, NORMATIVE_RULES = _("专家论证办法"), _("规范性文件管理规定")


@dataclass(frozen=True)
class Parameter:
    """One number or gate: what it is counted in, its bounds, and which value is stricter."""

    name: str
    title: Text
    unit: Unit
    basis: Source | tuple[Source, ...]
    stricter: Stricter = Stricter.HIGHER
    may_relax: bool = False
    """Whether a local rule may ask for less than the general one."""
    minimum: int = 0

    @property
    def sources(self) -> list[str]:
        """The rules that it goes back to, in the reader's language."""
        found = self.basis if isinstance(self.basis, tuple) else (self.basis,)
        return [str(source) for source in found]

    @property
    def maximum(self) -> int:
        """The largest value that makes sense."""
        return LARGEST.get(self.unit, 1)

    @property
    def is_period(self) -> bool:
        """Say whether it is a number of days."""
        return self.unit in (DAYS, WORKING)


def flag(name: str, title: Text, basis: Source | tuple[Source, ...]) -> Parameter:
    """Declare a gate: what the law lets, a local rule may make obligatory."""
    return Parameter(name, title, Unit.FLAG, basis)


DECLARED = (
    # public input and hearing
    Parameter("comment_days", _("公开征求意见期限"), DAYS, regulation(15), minimum=1),
    Parameter(
        "comment_days_normative", _("规范性文件公开征求意见期限"), DAYS,
        NORMATIVE_RULES, minimum=1,
    ),
    flag("adoption_feedback", _("公布意见采纳情况"), (regulation(18), plan(10))),
    flag(
        "hearing_when_direct_interests", _("涉及直接利益或者存在较大分歧必须听证"),
        (regulation(16), _("听证规定")),
    ),
    Parameter("hearing_notice_days", _("听证会提前公告"), DAYS, regulation(16)),
    Parameter("hearing_material_days", _("听证材料提前送达"), DAYS, regulation(16)),
    # catalogue, research, experts, risk
    flag("catalogue_required", _("须列入决策事项目录"), (regulation(3), plan(10))),
    Parameter("options_min", _("比较方案个数下限"), Unit.COUNT, (regulation(12), plan(11))),
    Parameter(
        "department_opinion_days", _("部门回复意见期限"), DAYS, regulation(13), may_relax=True
    ),
    flag("experts_always", _("一律组织专家论证"), (regulation(19), EXPERT_RULES)),
    Parameter("expert_min", _("论证专家人数下限"), Unit.COUNT, EXPERT_RULES),
    flag("risk_always", _("一律进行风险评估"), (regulation(22), plan(10))),
    # review and deliberation
    flag("department_gate", _("部门会议前先由部门法制机构审查"), plan(11)),
    Parameter("legality_days", _("合法性审查时间"), WORKING, regulation(26), minimum=1),
    Parameter(
        "legality_days_normative", _("规范性文件合法性审核时间"), WORKING,
        _("国办发〔2018〕115号"), minimum=1,
    ),
    Parameter("quorum", _("会议出席人数下限"), Unit.SHARE, Basis("meeting_rules")),
    # publication, execution, evaluation
    Parameter(
        "publication_days", _("公布期限"), WORKING,
        (regulation(32), _("政府信息公开条例第二十六条")), LOWER,
    ),
    Parameter(
        "feedback_days", _("执行情况反馈间隔"), DAYS, (regulation(34), plan(12)), LOWER,
        may_relax=True, minimum=1,
    ),
    flag("evaluation_always", _("一律组织决策后评估"), (regulation(36), plan(12))),
    Parameter(
        "evaluation_objections", _("触发评估的异议条数"), Unit.COUNT, regulation(36), LOWER,
        may_relax=True, minimum=1,
    ),
    Parameter(
        "evaluation_after_days", _("执行多久以后评估"), DAYS, regulation(36), LOWER,
        may_relax=True, minimum=1,
    ),
    # keeping the dossier
    Parameter(
        "appraisal_members_min", _("到期鉴定人数下限"), Unit.COUNT, Basis("archives_rules", 24),
        minimum=2,
    ),
    Parameter(
        "disposal_wait_days", _("批准销毁后的等待期"), DAYS, Basis("archives_rules", 24), minimum=1
    ),
    Parameter(
        "disposal_supervisors_min", _("监销人数下限"), Unit.COUNT, Basis("archives_rules", 24),
        minimum=2,
    ),
    # normative documents
    Parameter(
        "validity_years_max", _("规范性文件有效期上限"), Unit.YEARS, NORMATIVE_RULES,
        LOWER, minimum=1,
    ),
    Parameter(
        "expiry_reminder_days", _("有效期届满前提醒"), DAYS, NORMATIVE_RULES,
        may_relax=True,
    ),
)  # fmt: skip

registry = {parameter.name: parameter for parameter in DECLARED}
