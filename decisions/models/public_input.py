"""The public is asked, and answered. Basis: 条例第十四条、第十五条、第十八条；区规划第10项."""

from typing import ClassVar

from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from decisions.record import Record, Row, in_order


class PublicInput(Record):
    """The notice: draft, explanation, ways and deadline, published together. Basis: 条例第十五条."""

    notice = models.TextField(_("公告"), max_length=10_000)
    opens_on = models.DateField(_("公布日期"))
    closes_on = models.DateField(_("截止日期"), help_text=_("当日24:00截止，公布当天不计。"))
    places = models.TextField(_("公布载体"), max_length=2000, blank=True)
    ways = models.TextField(_("提意见的方式"), max_length=2000, blank=True)
    shortened_reason = models.TextField(
        _("缩短期限的理由"),
        max_length=2000,
        blank=True,
        help_text=_("不足30日的，公告中必须写明。"),
    )

    class Meta(Record.Meta):
        verbose_name = _("公开征求意见公告")
        constraints: ClassVar = [
            *Record.Meta.constraints,
            models.CheckConstraint(
                condition=Q(closes_on__gte=F("opens_on")), name="public_input_closes_after_it_opens"
            ),
        ]

    def clean(self) -> None:
        """The days are in order."""
        in_order(self, "opens_on", "closes_on", _("截止日期不能早于公布日期。"))


class Comment(Record):
    """One opinion, from whom it came and by which way."""

    MANY = True

    class Stance(models.TextChoices):
        SUPPORT = "support", _("赞成")
        SUGGEST = "suggest", _("建议修改")
        OPPOSE = "oppose", _("不赞成")
        ASK = "ask", _("提问")

    class Way(models.TextChoices):
        PORTAL = "portal", _("网上")
        LETTER = "letter", _("信函")
        EMAIL = "email", _("电子邮件")
        PHONE = "phone", _("电话")

    stance = models.CharField(_("态度"), max_length=8, choices=Stance.choices)
    text = models.TextField(_("意见和理由"), max_length=3000)
    name = models.CharField(_("称呼"), max_length=40, blank=True)
    contact = models.CharField(_("电话或邮箱"), max_length=80, blank=True)
    may_name = models.BooleanField(_("同意公布意见时写称呼"), default=False)
    way = models.CharField(_("渠道"), max_length=8, choices=Way.choices, default=Way.PORTAL)
    receipt = models.CharField(_("回执码"), max_length=16, unique=True, editable=False)

    class Meta(Record.Meta):
        verbose_name = _("公众意见")

    def shown_name(self) -> str:
        """Return the name that may be published: the writer's only with consent."""
        return self.name if self.may_name and self.name else str(_("一位市民"))


class Channel(Record):
    """Another way in which the public was heard: a symposium, a visit, a survey."""

    class Kind(models.TextChoices):
        SYMPOSIUM = "symposium", _("座谈会")
        FIELD_VISIT = "field_visit", _("实地走访")
        QUESTIONNAIRE = "questionnaire", _("问卷调查")
        OPINION_POLL = "opinion_poll", _("民意调查")

    kind = models.CharField(_("方式"), max_length=16, choices=Kind.choices)
    group = models.ForeignKey(
        "decisions.AffectedGroup",
        models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("听取的群体"),
    )
    held_on = models.DateField(_("日期"))
    attendance = models.PositiveIntegerField(_("参加人数"))
    summary = models.TextField(_("听取意见情况"), max_length=10_000)

    class Meta(Record.Meta):
        verbose_name = _("其他听取意见方式")


class PublicInputClosing(Record):
    """The end of the comment period."""

    summary = models.TextField(_("征求意见情况"), max_length=5000)

    class Meta(Record.Meta):
        verbose_name = _("征求意见结束")


class CommentAnswering(Record):
    """One sitting of answering: some opinions, each disposed of. Basis: 条例第十八条."""

    MANY = True

    summary = models.TextField(_("研究情况"), max_length=3000, blank=True)

    class Meta(Record.Meta):
        verbose_name = _("公众意见处理")


class Answer(Row):
    """What was done with one opinion, and why."""

    MANY = True

    class Disposition(models.TextChoices):
        ADOPTED = "adopted", _("采纳")
        PARTLY_ADOPTED = "partly_adopted", _("部分采纳")
        NOT_ADOPTED = "not_adopted", _("不予采纳")
        EXPLAINED = "explained", _("解释说明")
        OUT_OF_SCOPE = "out_of_scope", _("与本事项无关")

    of = models.ForeignKey(CommentAnswering, models.PROTECT, related_name="answers")
    comment = models.OneToOneField(
        Comment, models.PROTECT, related_name="answer", verbose_name=_("公众意见")
    )
    disposition = models.CharField(_("处理结果"), max_length=16, choices=Disposition.choices)
    reason = models.TextField(_("理由"), max_length=2000, blank=True)

    class Meta:
        verbose_name = _("意见处理结果")
        constraints: ClassVar = [
            models.CheckConstraint(
                condition=~Q(disposition="not_adopted", reason=""),
                name="not_adopted_has_its_reason",
            )
        ]

    def clean(self) -> None:
        """What is not adopted has its reason. Basis: 条例第十八条."""
        if self.disposition == self.Disposition.NOT_ADOPTED and not self.reason:
            raise ValidationError({"reason": _("不予采纳的，写明理由。")})


class AdoptionReport(Record):
    """How the opinions were used, published; also when there were none. Basis: 区规划第10项."""

    text = models.TextField(_("意见采纳情况"), max_length=20_000)
    place = models.CharField(_("公布载体"), max_length=200)

    class Meta(Record.Meta):
        verbose_name = _("意见采纳情况报告")
