"""Keeping a dossier once it is sealed: receipt, hold, appraisal, disposal. Basis: 档案法."""

from typing import ClassVar

from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import gettext_lazy as _

from decisions.record import Record, Row

FIXED_TERMS = (("D30", _("30年")), ("D10", _("10年")))
"""How long a dossier is kept that is not kept for ever, by the code in its archival code."""


class TransferReceipt(Record):
    """What the state archive sends back: which package it has taken in. Basis: 档案法第十五条."""

    LONG = ("document",)

    document = models.TextField(
        _("回执全文"),
        max_length=20_000,
        help_text=_("粘贴档案馆回执文件的全文，JSON或者XML。"),
    )
    number = models.CharField(_("回执号"), max_length=40, editable=False)
    archive = models.CharField(_("接收档案馆"), max_length=80, editable=False)
    archival_code = models.CharField(_("档号"), max_length=40, editable=False)
    package_digest = models.CharField(_("所收移交包摘要"), max_length=140, editable=False)
    received_on = models.DateField(_("接收日期"), editable=False)

    class Meta(Record.Meta):
        verbose_name = _("移交回执")


class Hold(Record):
    """A bar to disposal while somebody may still need the dossier. Basis: 档案法第二十一条."""

    ground = models.TextField(_("限制处置的理由"), max_length=3000)
    basis = models.CharField(_("依据文件和文号"), max_length=200)

    class Meta(Record.Meta):
        verbose_name = _("限制处置")


class HoldLift(Record):
    """The end of a hold."""

    hold = models.ForeignKey(Hold, models.PROTECT, related_name="+", verbose_name=_("解除哪一项"))
    reason = models.TextField(_("解除理由"), max_length=3000)

    class Meta(Record.Meta):
        verbose_name = _("解除限制处置")


class Appraisal(Record):
    """What is to become of a dossier whose term has run out. Basis: 档案法实施条例第二十四条."""

    class Outcome(models.TextChoices):
        KEEP = "keep", _("延长保管期限")
        PERMANENT = "permanent", _("改为永久保管")
        DISPOSE = "dispose", _("建议销毁")

    outcome = models.CharField(_("鉴定意见"), max_length=10, choices=Outcome.choices)
    term = models.CharField(
        _("新的保管期限"), max_length=4, choices=FIXED_TERMS, blank=True,
        help_text=_("延长保管期限的才填写，从鉴定的次年起算。"),
    )  # fmt: skip
    reason = models.TextField(_("鉴定理由"), max_length=5000)
    due_on = models.DateField(_("到期日"), null=True, editable=False)

    class Meta(Record.Meta):
        verbose_name = _("到期鉴定")

    def clean(self) -> None:
        """Only a longer keeping has a new term, and it has one."""
        if (self.outcome == self.Outcome.KEEP) != bool(self.term):
            raise ValidationError({"term": _("延长保管期限的写明新的期限，其他的不写。")})


class Appraiser(Row):
    """A member of the panel that appraised."""

    of = models.ForeignKey(Appraisal, models.PROTECT, related_name="panel")
    person = models.ForeignKey(
        "people.Person", models.PROTECT, related_name="+", verbose_name=_("鉴定人")
    )
    opinion = models.CharField(_("意见"), max_length=500, blank=True)

    class Meta:
        verbose_name = _("鉴定小组成员")


class DisposalApproval(Record):
    """The answer to a proposal to destroy a dossier. Basis: 档案法实施条例第二十四条."""

    approved = models.BooleanField(_("同意销毁"))
    number = models.CharField(_("批准文号"), max_length=40, blank=True)
    reason = models.TextField(_("审批意见"), max_length=3000)

    class Meta(Record.Meta):
        verbose_name = _("销毁审批")


class Disposal(Record):
    """The destruction of a dossier's files; its ledger, digests and this line stay for ever."""

    method = models.CharField(_("销毁方式"), max_length=200)
    summary = models.TextField(_("销毁说明"), max_length=3000)
    files = models.PositiveIntegerField(_("销毁文件数"), editable=False)
    shared = models.PositiveIntegerField(_("因其他卷宗使用而保留的文件数"), editable=False)

    class Meta(Record.Meta):
        verbose_name = _("卷宗销毁")
        constraints: ClassVar = [
            *Record.Meta.constraints,
            models.UniqueConstraint(fields=["case"], name="a_dossier_is_disposed_of_once"),
        ]


class Supervisor(Row):
    """Who watched the destruction. Basis: 档案法实施条例第二十四条."""

    of = models.ForeignKey(Disposal, models.PROTECT, related_name="supervisors")
    person = models.ForeignKey(
        "people.Person", models.PROTECT, related_name="+", verbose_name=_("监销人")
    )

    class Meta:
        verbose_name = _("监销人")
