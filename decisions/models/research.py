"""Research, options, the departments' opinions, and which steps apply. Basis: 条例第十二条、第十三条."""

from typing import ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _

from decisions.record import Record, Row


class ResearchReport(Record):
    """The research report and the combed list of laws and policies. Basis: 条例第十二条."""

    summary = models.TextField(_("调研情况和结论"), max_length=20_000)
    laws = models.TextField(_("法律、法规、政策依据"), max_length=10_000, blank=True)
    cost_benefit = models.TextField(_("成本效益分析"), max_length=5000, blank=True)

    class Meta(Record.Meta):
        verbose_name = _("调查研究报告")


class OptionComparison(Record):
    """The options laid side by side. Basis: 条例第十二条；区规划第11项."""

    conclusion = models.TextField(_("比较结论"), max_length=5000)

    class Meta(Record.Meta):
        verbose_name = _("多方案比较")


class Option(Row):
    """One option."""

    of = models.ForeignKey(OptionComparison, models.PROTECT, related_name="options")
    title = models.CharField(_("方案"), max_length=80)
    content = models.TextField(_("主要内容"), max_length=5000)
    merits = models.TextField(_("利弊"), max_length=3000)
    preferred = models.BooleanField(_("推荐"), default=False)

    class Meta:
        verbose_name = _("方案")


class DepartmentOpinion(Record):
    """What a touched department said, and how a dispute was dealt with. Basis: 条例第十三条."""

    unit = models.ForeignKey(
        "people.Unit", models.PROTECT, related_name="+", verbose_name=_("被征求意见单位")
    )
    agreed = models.BooleanField(
        _("同意"), default=True, help_text=_("不同意又没有协商一致的，写明分歧怎样研究处理。")
    )
    opinion = models.TextField(_("意见"), max_length=5000)
    response = models.TextField(_("研究处理情况"), max_length=5000, blank=True)

    class Meta(Record.Meta):
        verbose_name = _("部门意见")


class StepDetermination(Record):
    """Which conditional steps apply to the draft; each omission with its ground.

    Basis: 条例第十四条、第十六条、第十九条；公平竞争审查条例第十四条.
    """

    is_public = models.BooleanField(_("向社会公开征求意见"), default=True)
    direct_interests = models.BooleanField(_("直接涉及特定群体的切身利益"), default=False)
    hearing = models.BooleanField(_("举行听证会"), default=False)
    technical = models.BooleanField(_("组织专家论证"), default=True)
    risk = models.BooleanField(_("开展风险评估"), default=True)
    market = models.BooleanField(_("开展公平竞争审查"), default=False)
    congress = models.BooleanField(_("报告人大常委会"), default=False)

    opinion = models.TextField(_("认定意见"), max_length=3000)

    CONDITIONAL: ClassVar = ("is_public", "hearing", "technical", "risk", "market", "congress")
    """The steps that a matter can do without, each on its own ground."""

    class Meta(Record.Meta):
        verbose_name = _("程序适用认定")

    @property
    def omitted(self) -> list[str]:
        """Return the steps that were determined not to apply."""
        return [step for step in self.CONDITIONAL if not getattr(self, step)]


class Omission(Row):
    """One step left out, and the ground of it. Basis: 条例第十四条、第十六条、第十九条、第二十二条."""

    class Step(models.TextChoices):
        IS_PUBLIC = "is_public", _("公开征求意见")
        HEARING = "hearing", _("听证会")
        TECHNICAL = "technical", _("专家论证")
        RISK = "risk", _("风险评估")
        MARKET = "market", _("公平竞争审查")
        CONGRESS = "congress", _("报告人大常委会")

    of = models.ForeignKey(StepDetermination, models.PROTECT, related_name="omissions")
    step = models.CharField(_("不开展的步骤"), max_length=12, choices=Step.choices)
    ground = models.TextField(_("依据和理由"), max_length=3000)

    class Meta:
        verbose_name = _("不开展的步骤")


class AffectedGroup(Row):
    """A group of people whose interests are touched, and who must be spoken with."""

    of = models.ForeignKey(StepDetermination, models.PROTECT, related_name="groups")
    name = models.CharField(_("受影响的群体"), max_length=80)

    class Meta:
        verbose_name = _("受影响的群体")

    def __str__(self) -> str:
        return self.name


class TouchedBody(Row):
    """A department or lower government whose duties are touched. Basis: 条例第十三条."""

    of = models.ForeignKey(StepDetermination, models.PROTECT, related_name="bodies")
    unit = models.ForeignKey(
        "people.Unit", models.PROTECT, related_name="+", verbose_name=_("涉及的单位")
    )
    answer_by = models.DateField(_("答复期限"), help_text=_("逾期不答复的，视为没有意见。"))

    class Meta:
        verbose_name = _("须征求意见的单位")


class StepConfirmation(Record):
    """The word of somebody outside the undertaking unit on what it left out."""

    confirmed = models.BooleanField(_("同意认定"), default=True)
    reason = models.TextField(_("核对意见"), max_length=3000)

    class Meta(Record.Meta):
        verbose_name = _("程序适用认定的确认")
