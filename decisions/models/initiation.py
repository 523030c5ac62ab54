"""From a proposal to the decision to start. Basis: 条例第十条、第十一条."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from decisions.models.case import Procedure
from decisions.record import Record, Row


class Proposal(Record):
    """A proposal, argued. Basis: 条例第十条."""

    class Source(models.TextChoices):
        LEADER = "leader", _("领导人员提出")
        DEPARTMENT = "department", _("部门、下级政府提出")
        PUBLIC = "public", _("代表、委员、公民、法人提出")

    title = models.CharField(_("事项名称"), max_length=120)
    source = models.CharField(_("建议来源"), max_length=12, choices=Source.choices)
    problem = models.TextField(_("要解决的问题"), max_length=5000)
    reasons = models.TextField(
        _("理由和依据"),
        max_length=5000,
        blank=True,
        help_text=_("部门、下级政府提出的，理由、依据、必要性、可行性和初步方案都要论证。"),
    )
    necessity = models.TextField(_("必要性和可行性"), max_length=5000, blank=True)
    first_plan = models.TextField(_("初步方案"), max_length=5000, blank=True)

    class Meta(Record.Meta):
        verbose_name = _("决策事项建议")


class PreliminaryStudy(Record):
    """The study of the proposal. Basis: 条例第十条."""

    opinion = models.TextField(_("研究论证意见"), max_length=5000)
    recommended = models.BooleanField(_("建议启动"), default=True)

    class Meta(Record.Meta):
        verbose_name = _("研究论证意见")


class Classification(Record):
    """The class of the matter and its reason. Basis: 条例第三条；区规划第10项."""

    class Kind(models.TextChoices):
        POLICY = "policy", _("重大公共政策和措施")
        PLAN = "plan", _("重要规划")
        RESOURCES = "resources", _("重要自然资源、文化资源开发利用")
        WORKS = "works", _("重大公共建设项目")
        OTHER = "other", _("其他重大事项")

    class Exclusion(models.TextChoices):
        MACRO_CONTROL = "macro_control", _("财政、货币等宏观调控决策")
        LAW_MAKING = "law_making", _("政府立法决策")
        EMERGENCY = "emergency", _("突发事件应急处置决策")
        OTHER_LAW = "other_law", _("其他法律、法规另有决策程序")

    procedure = models.CharField(
        _("类别"),
        max_length=12,
        choices=Procedure.choices,
        default=Procedure.MAJOR,
        blank=True,
        help_text=_("不选的，按重大行政决策办理。"),
    )
    kind = models.CharField(
        _("事项种类"),
        max_length=12,
        choices=Kind.choices,
        blank=True,
        help_text=_("重大行政决策须写明属于哪一种。"),
    )
    exclusion = models.CharField(
        _("不适用重大决策程序的情形"), max_length=16, choices=Exclusion.choices, blank=True
    )
    reason = models.TextField(_("分类理由"), max_length=2000)

    class Meta(Record.Meta):
        verbose_name = _("事项分类")

    def clean(self) -> None:
        """What is not said to be less is a major decision."""
        self.procedure = self.procedure or Procedure.MAJOR


class Initiation(Record):
    """The organ's decision to start, and who undertakes the matter. Basis: 条例第十条、第十一条."""

    document_number = models.CharField(_("启动文号"), max_length=40, blank=True)
    decision = models.TextField(_("启动决定"), max_length=2000)
    lead_unit = models.ForeignKey(
        "people.Unit", models.PROTECT, related_name="+", verbose_name=_("牵头承办单位")
    )

    class Meta(Record.Meta):
        verbose_name = _("启动决定")


class CoUndertaker(Row):
    """One more unit that undertakes the matter under the lead. Basis: 条例第十一条."""

    of = models.ForeignKey(Initiation, models.PROTECT, related_name="co_undertakers")
    unit = models.ForeignKey(
        "people.Unit", models.PROTECT, related_name="+", verbose_name=_("共同承办单位")
    )

    class Meta:
        verbose_name = _("共同承办单位")


class Declination(Record):
    """The decision not to start. Basis: 条例第十条."""

    reason = models.TextField(_("不予启动的理由"), max_length=2000)

    class Meta(Record.Meta):
        verbose_name = _("不予启动决定")


class StatuteRebinding(Record):
    """Counsel's decision that the rules of another day govern the case. Basis: 条例第二十八条."""

    reference_day = models.DateField(
        _("新的基准日"), help_text=_("事项适用这一天在施行的规定，此前的办理不变。")
    )
    reason = models.TextField(_("重新确定的理由"), max_length=2000)

    class Meta(Record.Meta):
        verbose_name = _("适用规定的重新确定")
