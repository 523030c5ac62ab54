"""The hearing. Basis: 条例第十六条、第十七条."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from decisions.record import Record, Row


class HearingNotice(Record):
    """The announcement: time, place, how participants are chosen."""

    held_at = models.DateTimeField(_("听证时间"))
    place = models.CharField(_("听证地点"), max_length=120)
    selection = models.TextField(_("参加人遴选办法"), max_length=3000)

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


class HearingDelivery(Record):
    """The delivery of the materials to the participants."""

    delivered_on = models.DateField(_("送达日期"))
    receipts = models.TextField(_("送达回证"), max_length=3000)

    class Meta(Record.Meta):
        verbose_name = _("听证材料送达")


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

    signed = models.PositiveSmallIntegerField(_("签名人数"))
    refusals = models.TextField(_("拒签情况"), max_length=2000, blank=True)
    report = models.TextField(_("听证报告"), max_length=20_000)

    class Meta(Record.Meta):
        verbose_name = _("听证笔录签名")
