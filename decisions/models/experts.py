"""Expert argumentation. Basis: 条例第十九条至第二十一条."""

from typing import ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _

from decisions.record import Record, Row


class ExpertPanel(Record):
    """Who argues, and how they were chosen. Basis: 条例第二十条."""

    subject = models.TextField(_("论证事项"), max_length=3000)
    selection = models.TextField(_("遴选情况"), max_length=3000)

    class Meta(Record.Meta):
        verbose_name = _("专家遴选")


class PanelMember(Row):
    """One expert of the panel."""

    of = models.ForeignKey(ExpertPanel, models.PROTECT, related_name="members")
    person = models.ForeignKey(
        "people.Person", models.PROTECT, related_name="+", verbose_name=_("专家")
    )
    field = models.CharField(_("专业领域"), max_length=80)

    class Meta:
        verbose_name = _("专家组成员")
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["of", "person"], name="an_expert_sits_once_on_a_panel")
        ]


class InterestDeclaration(Record):
    """An expert's word on direct interests. Basis: 条例第二十条."""

    has_interest = models.BooleanField(_("有直接利害关系"), default=False)
    statement = models.TextField(_("声明"), max_length=2000)

    class Meta(Record.Meta):
        verbose_name = _("利害关系声明")


class ExpertOpinion(Record):
    """An expert's written, signed opinion. Basis: 条例第十九条."""

    class View(models.TextChoices):
        FEASIBLE = "feasible", _("可行")
        FEASIBLE_AFTER_CHANGE = "feasible_after_change", _("修改后可行")
        NOT_FEASIBLE = "not_feasible", _("不可行")

    view = models.CharField(_("结论"), max_length=24, choices=View.choices)
    opinion = models.TextField(_("论证意见"), max_length=10_000)

    class Meta(Record.Meta):
        verbose_name = _("专家论证意见")

    def __str__(self) -> str:
        return f"{self.tenure.person} {self.get_view_display()}" if self.tenure else self.label()


class ExpertConclusion(Record):
    """What became of the experts' opinions. Basis: 条例第二十九条."""

    summary = models.TextField(_("论证情况"), max_length=10_000)
    adoption = models.TextField(_("意见采纳情况和理由"), max_length=10_000)

    class Meta(Record.Meta):
        verbose_name = _("专家论证报告")


class OpinionAnswer(Row):
    """What became of one expert's opinion, and why. Basis: 条例第二十九条."""

    class Disposition(models.TextChoices):
        ADOPTED = "adopted", _("采纳")
        PARTLY_ADOPTED = "partly_adopted", _("部分采纳")
        NOT_ADOPTED = "not_adopted", _("不予采纳")

    of = models.ForeignKey(ExpertConclusion, models.PROTECT, related_name="opinion_answers")
    opinion = models.ForeignKey(
        ExpertOpinion, models.PROTECT, related_name="+", verbose_name=_("专家意见")
    )
    disposition = models.CharField(_("采纳情况"), max_length=16, choices=Disposition.choices)
    reason = models.TextField(_("理由"), max_length=2000, blank=True)

    class Meta:
        verbose_name = _("专家意见采纳情况")
