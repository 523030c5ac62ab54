"""Legality review, at the department and at the government. Basis: 条例第二十五条至第二十八条."""

from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import gettext_lazy as _

from decisions.record import Record


class Level(models.TextChoices):
    """Who reviews: the department's own legal unit first, then the government's reviewer."""

    DEPARTMENT = "department", _("部门")
    GOVERNMENT = "government", _("政府")


class LegalitySubmission(Record):
    """The file sent to review: bases, and a statement that procedure was followed."""

    level = models.CharField(
        _("层级"),
        max_length=12,
        choices=Level.choices,
        blank=True,
        help_text=_("不选的，当地规定须先经部门审核的重大行政决策送部门，其他送政府。"),
    )
    bases = models.TextField(_("法律、法规、政策依据"), max_length=10_000)
    procedure_statement = models.TextField(_("履行程序情况说明"), max_length=10_000)

    class Meta(Record.Meta):
        verbose_name = _("送审")


class LegalityReturn(Record):
    """The file sent back for completion. Basis: 条例第二十六条."""

    missing = models.TextField(_("需要补正的材料"), max_length=3000)

    class Meta(Record.Meta):
        verbose_name = _("退回补正")


class LegalityAcceptance(Record):
    """The file taken in, which starts the clock. Basis: 条例第二十六条."""

    checklist = models.TextField(_("收件清单"), max_length=3000)

    class Meta(Record.Meta):
        verbose_name = _("收件")


class CounselOpinion(Record):
    """Counsel's or a public lawyer's opinion. Basis: 条例第二十八条；区规划第13项."""

    class View(models.TextChoices):
        AGREE = "agree", _("同意")
        CHANGE = "change", _("建议修改")
        OBJECT = "object", _("不同意")

    view = models.CharField(_("意见"), max_length=8, choices=View.choices)
    opinion = models.TextField(_("法律意见"), max_length=10_000)

    class Meta(Record.Meta):
        verbose_name = _("法律顾问意见")


class LegalityReview(Record):
    """The reviewer's three findings and the conclusion. Basis: 条例第二十五条、第二十七条."""

    class Finding(models.TextChoices):
        CONFORMS = "conforms", _("符合")
        CHANGE = "change", _("须修改")
        FAILS = "fails", _("不符合")

    class Conclusion(models.TextChoices):
        LAWFUL = "lawful", _("合法")
        LAWFUL_AFTER_CHANGE = "lawful_after_change", _("修改后合法")
        UNLAWFUL = "unlawful", _("不合法")
        EXPLORATORY = "exploratory_risk_stated", _("探索性改革，明示法律风险")

    level = models.CharField(_("层级"), max_length=12, choices=Level.choices, editable=False)
    number = models.CharField(_("审查意见书编号"), max_length=40)
    authority = models.CharField(_("权限"), max_length=12, choices=Finding.choices)
    authority_reason = models.TextField(_("权限：理由和依据"), max_length=3000, blank=True)
    procedure = models.CharField(_("程序"), max_length=12, choices=Finding.choices)
    procedure_reason = models.TextField(_("程序：理由和依据"), max_length=3000, blank=True)
    content = models.CharField(_("内容"), max_length=12, choices=Finding.choices)
    content_reason = models.TextField(_("内容：理由和依据"), max_length=3000, blank=True)
    conclusion = models.CharField(_("审查结论"), max_length=24, choices=Conclusion.choices)
    legal_risk = models.TextField(
        _("明示的法律风险"),
        max_length=3000,
        blank=True,
        help_text=_("结论为探索性改革的，必须写明。"),
    )

    class Meta(Record.Meta):
        verbose_name = _("合法性审查意见")

    def clean(self) -> None:
        """The conclusion follows from the findings, and a risk is stated where there is one."""
        findings = {self.authority, self.procedure, self.content}
        if self.conclusion == self.Conclusion.LAWFUL and findings != {self.Finding.CONFORMS}:
            raise ValidationError({"conclusion": _("有一项不是“符合”的，结论不能是合法。")})
        if self.conclusion == self.Conclusion.EXPLORATORY and not self.legal_risk:
            raise ValidationError({"legal_risk": _("结论为探索性改革的，写明法律风险。")})

    @property
    def may_go_on(self) -> bool:
        """Say whether the matter may be submitted for discussion. Basis: 条例第二十五条."""
        return self.conclusion in (self.Conclusion.LAWFUL, self.Conclusion.EXPLORATORY)
