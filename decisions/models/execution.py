"""Execution: who, how it goes, what went wrong. Basis: 条例第三十四条、第三十五条、第三十七条."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from decisions.record import Record


class ExecutionAssignment(Record):
    """Who executes what by when. Basis: 条例第三十四条."""

    executing_unit = models.ForeignKey(
        "people.Unit", models.PROTECT, related_name="+", verbose_name=_("执行单位")
    )
    tasks = models.TextField(_("任务分工"), max_length=10_000)
    due_on = models.DateField(_("完成期限"))

    class Meta(Record.Meta):
        verbose_name = _("执行分工")


class ExecutionReport(Record):
    """The executing unit's regular report. Basis: 条例第三十四条；区规划第12项."""

    period = models.CharField(_("报告期"), max_length=40)
    progress = models.TextField(_("执行情况"), max_length=10_000)
    late_reason = models.TextField(
        _("迟延报告的理由"), max_length=2000, blank=True, help_text=_("超过报告间隔的必填。")
    )

    class Meta(Record.Meta):
        verbose_name = _("执行情况报告")


class ProblemReport(Record):
    """A problem or changed circumstance, reported at once. Basis: 条例第三十五条."""

    problem = models.TextField(_("存在的问题"), max_length=5000)
    shortfall = models.BooleanField(_("实施效果明显达不到预期"), default=False)
    advice = models.TextField(_("处理建议"), max_length=5000)

    class Meta(Record.Meta):
        verbose_name = _("执行问题报告")


class Objection(Record):
    """An objection from the public to the decision in force. Basis: 条例第三十五条."""

    source = models.CharField(_("来源"), max_length=80)
    text = models.TextField(_("异议内容"), max_length=5000)
    handling = models.TextField(_("处理情况"), max_length=5000)

    class Meta(Record.Meta):
        verbose_name = _("公众异议")


class Suspension(Record):
    """The head's decision to suspend in an urgent case. Basis: 条例第三十七条."""

    class Ground(models.TextChoices):
        PROBLEM = "problem", _("执行中存在问题")
        CIRCUMSTANCES = "circumstances", _("客观情况发生重大变化")
        FORCE_MAJEURE = "force_majeure", _("不可抗力等严重影响执行")

    ground = models.CharField(_("情形"), max_length=16, choices=Ground.choices)
    reason = models.TextField(_("中止理由"), max_length=5000)

    class Meta(Record.Meta):
        verbose_name = _("中止执行决定")


class Resumption(Record):
    """The end of a suspension."""

    meeting = models.CharField(
        _("决定恢复的会议"),
        max_length=80,
        blank=True,
        help_text=_("行政首长先行中止的，由决策机关会议补办决定。"),
    )
    reason = models.TextField(_("恢复执行的理由"), max_length=5000)

    class Meta(Record.Meta):
        verbose_name = _("恢复执行决定")
