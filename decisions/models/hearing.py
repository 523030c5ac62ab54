"""The hearing. Basis: 条例第十六条、第十七条."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from decisions.record import Record, Row


class HearingNotice(Record):
    """The announcement: time, place, how participants are chosen."""

    held_at = models.DateTimeField(_("听证时间"))
    place = models.CharField(_("听证地点"), max_length=120)
    selection = models.TextField(_("参加人遴选办法"), max_length=3000, blank=True)
    sides = models.TextField(
        _("须有代表的各方面"), max_length=1000, blank=True, help_text=_("一行写一个方面。")
    )

    def sides_named(self) -> list[str]:
        """Return the sides that must be represented."""
        return [side.strip() for side in self.sides.splitlines() if side.strip()]

    class Meta(Record.Meta):
        verbose_name = _("听证公告")


class HearingList(Record):
    """The published list of participants."""

    place = models.CharField(_("公布载体"), max_length=200)

    class Meta(Record.Meta):
        verbose_name = _("听证参加人名单")


class HearingParticipant(Row):
    """One participant and the side that he or she stands for."""

    of = models.ForeignKey(HearingList, models.PROTECT, related_name="participants")
    name = models.CharField(_("姓名"), max_length=40)
    side = models.CharField(_("代表的方面"), max_length=80)

    class Meta:
        verbose_name = _("听证参加人")

    def __str__(self) -> str:
        return str(_("%(name)s（%(side)s）")) % {"name": self.name, "side": self.side}


class HearingDelivery(Record):
    """The delivery of the materials to the participants. Basis: 条例第十六条."""

    receipts = models.TextField(_("送达方式和回证"), max_length=3000)

    class Meta(Record.Meta):
        verbose_name = _("听证材料送达")


class HearingReceipt(Row):
    """The day on which one participant had the materials."""

    of = models.ForeignKey(HearingDelivery, models.PROTECT, related_name="deliveries")
    participant = models.ForeignKey(
        HearingParticipant, models.PROTECT, related_name="+", verbose_name=_("听证参加人")
    )
    delivered_on = models.DateField(_("送达日期"))

    class Meta:
        verbose_name = _("送达情况")


class HearingTranscript(Record):
    """What was said in the hearing."""

    LONG = ("transcript",)

    host = models.CharField(_("听证主持人"), max_length=40)
    recorder = models.CharField(_("听证记录员"), max_length=40)
    transcript = models.TextField(_("听证笔录"), max_length=50_000)

    class Meta(Record.Meta):
        verbose_name = _("听证笔录")


class HearingSigning(Record):
    """Who signed the transcript, and who refused. Basis: 条例第十七条."""

    report = models.TextField(_("听证报告"), max_length=20_000)

    class Meta(Record.Meta):
        verbose_name = _("听证笔录签名")


class HearingSignature(Row):
    """One participant's signature, or why there is none. Basis: 条例第十七条."""

    of = models.ForeignKey(HearingSigning, models.PROTECT, related_name="signatures")
    participant = models.ForeignKey(
        HearingParticipant, models.PROTECT, related_name="+", verbose_name=_("听证参加人")
    )
    signed = models.BooleanField(_("已签名"), default=True)
    refusal = models.CharField(
        _("没有签名的原因"), max_length=200, blank=True, help_text=_("拒绝签名的，如实注明。")
    )

    class Meta:
        verbose_name = _("签名情况")
