"""Research, options, the departments' opinions, and which steps apply. Basis: 条例第十二条、第十三条."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from decisions.record import Record, Row


class ResearchReport(Record):
    """The research report and the combed list of laws and policies. Basis: 条例第十二条."""

    summary = models.TextField(_("调研情况和结论"), max_length=20_000)
    laws = models.TextField(_("法律、法规、政策依据"), max_length=10_000)
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
    agreed = models.BooleanField(_("同意"), default=True)
    opinion = models.TextField(_("意见"), max_length=5000)
    response = models.TextField(_("研究处理情况"), max_length=5000, blank=True)

    class Meta(Record.Meta):
        verbose_name = _("部门意见")


class StepDetermination(Record):
    """Which conditional steps apply to the draft; each omission with its ground.

    Basis: 条例第十四条、第十六条、第十九条；公平竞争审查条例第十四条.
    """

    is_public = models.BooleanField(_("向社会公开征求意见"), default=True)
    hearing = models.BooleanField(_("举行听证会"), default=False)
    technical = models.BooleanField(_("组织专家论证"), default=True)
    market = models.BooleanField(_("开展公平竞争审查"), default=False)
    congress = models.BooleanField(_("报告人大常委会"), default=False)
    ground = models.TextField(_("每一项不开展的理由"), max_length=3000)

    class Meta(Record.Meta):
        verbose_name = _("程序适用认定")
