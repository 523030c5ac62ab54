"""Risk: commissioned, assessed, determined. Basis: 条例第二十二条至第二十四条；区规划第10项."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from decisions.record import Record, Row


class RiskLevel(models.TextChoices):
    """How high a risk is."""

    HIGH = "high", _("高")
    MEDIUM = "medium", _("中")
    LOW = "low", _("低")


class RiskCommission(Record):
    """The charge to an assessor. Basis: 条例第二十三条."""

    assessor = models.ForeignKey(
        "people.Unit", models.PROTECT, related_name="+", verbose_name=_("评估机构")
    )
    scope = models.TextField(_("评估事项"), max_length=3000)
    no_interest = models.BooleanField(
        _("评估机构声明与本事项没有利害关系"), default=False, help_text=_("没有声明的，不能委托。")
    )

    class Meta(Record.Meta):
        verbose_name = _("风险评估委托")


class RiskAssessment(Record):
    """The assessor's report on stability, environment and economy. Basis: 条例第二十三条."""

    under_rules = models.CharField(
        _("依照的其他评估规定"),
        max_length=120,
        blank=True,
        help_text=_("已按有关规定评估过的，写明规定，并附评估报告。"),
    )
    stability = models.TextField(_("社会稳定风险"), max_length=10_000, blank=True)
    environment = models.TextField(_("环境风险"), max_length=10_000, blank=True)
    economy = models.TextField(_("经济风险"), max_length=10_000, blank=True)
    level = models.CharField(_("综合风险等级"), max_length=8, choices=RiskLevel.choices)
    departments_heard = models.TextField(_("听取部门意见情况"), max_length=5000, blank=True)
    response_plan = models.TextField(_("处置预案"), max_length=10_000, blank=True)

    class Meta(Record.Meta):
        verbose_name = _("风险评估报告")


class RiskPoint(Row):
    """One risk point and how it is prevented."""

    of = models.ForeignKey(RiskAssessment, models.PROTECT, related_name="points")
    description = models.CharField(_("风险点"), max_length=200)
    level = models.CharField(_("风险等级"), max_length=8, choices=RiskLevel.choices)
    prevention = models.TextField(_("防范措施"), max_length=2000, blank=True)

    class Meta:
        verbose_name = _("风险点")


class RiskDetermination(Record):
    """The finding whether the risk is controllable. Basis: 条例第二十四条."""

    controllable = models.BooleanField(_("风险可控"), default=False)
    reason = models.TextField(_("认定理由"), max_length=5000)

    class Meta(Record.Meta):
        verbose_name = _("风险可控性认定")
