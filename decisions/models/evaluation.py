"""Follow-up evaluation. Basis: 条例第三十六条；区规划第12项."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from decisions.record import Record


class EvaluationCommission(Record):
    """The charge to an evaluator. Basis: 条例第三十六条."""

    evaluator = models.ForeignKey(
        "people.Unit", models.PROTECT, related_name="+", verbose_name=_("评估机构")
    )
    trigger = models.TextField(_("评估的缘由和范围"), max_length=3000)

    class Meta(Record.Meta):
        verbose_name = _("决策后评估委托")


class Evaluation(Record):
    """The evaluator's report. Basis: 条例第三十六条."""

    effect = models.TextField(_("实施效果"), max_length=10_000)
    public_view = models.TextField(_("公众意见"), max_length=5000)
    advice = models.TextField(_("评估建议"), max_length=5000)

    class Meta(Record.Meta):
        verbose_name = _("决策后评估报告")


class FollowUp(Record):
    """What follows from the evaluation: keep, adjust or stop. Basis: 区规划第12项."""

    class Outcome(models.TextChoices):
        KEEP = "keep", _("继续执行")
        ADJUST = "adjust", _("调整决策")
        STOP = "stop", _("停止执行")

    outcome = models.CharField(_("评估结果运用"), max_length=8, choices=Outcome.choices)
    reason = models.TextField(_("理由"), max_length=5000, blank=True)

    class Meta(Record.Meta):
        verbose_name = _("评估结果运用")
