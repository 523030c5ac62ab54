"""From decision to publication. Basis: 条例第八条、第三十一条、第三十二条；区规划第9项."""

from typing import ClassVar

from django.core.validators import MinValueValidator
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from decisions.record import Record, in_order


class PartyReport(Record):
    """The report to the Party committee, and its reply. Basis: 条例第三十一条."""

    reported_on = models.DateField(_("请示报告日期"))
    report = models.TextField(_("请示报告"), max_length=5000)
    replied_on = models.DateField(_("批复日期"))
    reply = models.TextField(_("批复意见"), max_length=5000)

    class Meta(Record.Meta):
        verbose_name = _("向党委请示报告")
        constraints: ClassVar = [
            *Record.Meta.constraints,
            models.CheckConstraint(
                condition=Q(replied_on__gte=F("reported_on")), name="party_reply_follows_report"
            ),
        ]

    def clean(self) -> None:
        """The days are in order."""
        in_order(self, "reported_on", "replied_on", _("批复日期不能早于请示报告日期。"))


class CongressReport(Record):
    """The report to the people's congress, where the law asks for one. Basis: 条例第八条."""

    reported_on = models.DateField(_("报告日期"))
    report = models.TextField(_("报告情况"), max_length=5000)

    class Meta(Record.Meta):
        verbose_name = _("向人大报告")


class Decision(Record):
    """The decision as issued: the authentic copy. Basis: 区规划第9项."""

    document_number = models.CharField(_("发文字号"), max_length=40, unique=True)
    title = models.CharField(_("文件标题"), max_length=160)
    signed_on = models.DateField(_("成文日期"))
    issued_on = models.DateField(_("印发日期"))
    recipients = models.CharField(_("主送机关"), max_length=200)
    unified_number = models.CharField(
        _("统一编号"),
        max_length=20,
        unique=True,
        null=True,
        blank=True,
        help_text=_("行政规范性文件须有统一编号，写明实施日期和有效期。"),
    )
    effective_on = models.DateField(_("实施日期"), null=True, blank=True)
    expires_on = models.DateField(
        _("失效日期"), null=True, blank=True, help_text=_("照文件写的填，不推算。")
    )
    validity_years = models.PositiveSmallIntegerField(
        _("有效期（年）"),
        null=True,
        blank=True,
        validators=[MinValueValidator(1)],
        help_text=_("文件只写有效期几年、没有写失效日期的，填年数。"),
    )

    class Meta(Record.Meta):
        verbose_name = _("决策文件")
        constraints: ClassVar = [
            *Record.Meta.constraints,
            models.CheckConstraint(
                condition=Q(issued_on__gte=F("signed_on")), name="decision_issued_after_signed"
            ),
            models.CheckConstraint(
                condition=Q(expires_on__gte=F("effective_on")), name="decision_expires_after_effect"
            ),
        ]

    def clean(self) -> None:
        """The days are in order."""
        in_order(self, "signed_on", "issued_on", _("印发日期不能早于成文日期。"))
        in_order(self, "effective_on", "expires_on", _("失效日期不能早于实施日期。"))


class Publication(Record):
    """Where and when the decision was published. Basis: 条例第三十二条."""

    in_gazette = models.BooleanField(_("政府公报"), default=False)
    on_website = models.BooleanField(_("政府网站"), default=True)
    places = models.TextField(_("公布载体"), max_length=2000)
    published_on = models.DateField(_("公布日期"))
    late_reason = models.TextField(
        _("迟延公布的理由"), max_length=2000, blank=True, help_text=_("超过公布期限的必填。")
    )
    interpretation = models.TextField(_("解读"), max_length=10_000)
    use_of_opinions = models.TextField(
        _("公众意见、专家意见的采纳情况"),
        max_length=5000,
        blank=True,
        help_text=_("征求过公众意见或者组织过专家论证的必填。"),
    )

    class Meta(Record.Meta):
        verbose_name = _("决策公布")


class Withholding(Record):
    """The decision that it is lawfully not public, with its ground. Basis: 条例第三十二条."""

    class Disclosure(models.TextChoices):
        ON_REQUEST = "on_request", _("依申请公开")
        WITHHELD = "withheld", _("不予公开")

    disclosure = models.CharField(_("公开属性"), max_length=12, choices=Disclosure.choices)
    ground = models.TextField(_("不主动公开的依据和理由"), max_length=3000)

    class Meta(Record.Meta):
        verbose_name = _("不主动公开")


class RecordFiling(Record):
    """The filing of the decision for the record with a body above. Basis: 区规划第9项、第16项."""

    filed_with = models.CharField(_("备案机关"), max_length=80)
    filed_on = models.DateField(_("报送日期"))

    class Meta(Record.Meta):
        verbose_name = _("备案")
