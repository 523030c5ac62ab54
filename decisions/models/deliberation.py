"""Collective deliberation. Basis: 条例第二十九条、第三十条；区规划第11项."""

from typing import ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _

from decisions.record import Record, Row


class DepartmentMeeting(Record):
    """The undertaking department's own meeting. Basis: 区规划第11项."""

    held_on = models.DateField(_("会议日期"))
    attendance = models.TextField(_("参会人员"), max_length=2000)
    agreed = models.BooleanField(_("同意上报"), default=True)
    minutes = models.TextField(_("讨论情况"), max_length=10_000)

    class Meta(Record.Meta):
        verbose_name = _("部门会议记录")


class DeliberationSubmission(Record):
    """The request to the organ to deliberate, with the papers. Basis: 条例第二十九条."""

    request = models.TextField(_("提请审议的请示"), max_length=5000)
    papers = models.TextField(_("上会材料清单"), max_length=3000)

    class Meta(Record.Meta):
        verbose_name = _("提请审议")


class Agenda(Record):
    """The matter's place on a meeting's agenda. Basis: 条例第三十条."""

    class Meeting(models.TextChoices):
        EXECUTIVE = "executive", _("政府常务会议")
        PLENARY = "plenary", _("政府全体会议")
        OTHER = "other", _("专题会议等其他会议")

    meeting = models.CharField(_("会议"), max_length=12, choices=Meeting.choices)
    number = models.CharField(_("会议届次"), max_length=40)
    planned_on = models.DateField(_("会议日期"))
    item = models.PositiveSmallIntegerField(_("议题序号"), default=1)

    class Meta(Record.Meta):
        verbose_name = _("列入会议议程")


class Deliberation(Record):
    """What the meeting discussed and decided. Basis: 条例第三十条."""

    class Outcome(models.TextChoices):
        APPROVED = "approved", _("通过")
        APPROVED_IN_PRINCIPLE = "approved_in_principle", _("原则通过并修改")
        REJECTED = "rejected", _("不予通过")
        DELIBERATE_AGAIN = "deliberate_again", _("再次讨论")
        POSTPONED = "postponed", _("暂缓")
        WITHDRAWN = "withdrawn", _("撤回")

    held_on = models.DateField(_("会议日期"))
    chair = models.ForeignKey(
        "people.Person", models.PROTECT, related_name="+", verbose_name=_("主持人")
    )
    attendees = models.TextField(_("列席人员"), max_length=2000, blank=True)
    outcome = models.CharField(_("会议结果"), max_length=24, choices=Outcome.choices)
    reason = models.TextField(
        _("行政首长作出决定的理由"),
        max_length=5000,
        blank=True,
        help_text=_("与多数意见不一致的必填，且须是会上说明的理由。"),
    )
    changes = models.TextField(
        _("会议决定的修改"),
        max_length=5000,
        blank=True,
        help_text=_("原则通过并修改的必填，逐处写明。"),
    )

    class Meta(Record.Meta):
        verbose_name = _("集体讨论会议记录")

    @property
    def approved(self) -> bool:
        """Say whether the draft was adopted as it stood."""
        return self.outcome == self.Outcome.APPROVED

    @property
    def changed(self) -> bool:
        """Say whether the draft was adopted with changes."""
        return self.outcome == self.Outcome.APPROVED_IN_PRINCIPLE


class MemberView(Row):
    """One member of the meeting: there or not, the turn to speak, the view, the words."""

    class Presence(models.TextChoices):
        PRESENT = "present", _("到会")
        ABSENT = "absent", _("请假")
        RECUSED = "recused", _("回避")

    class Stance(models.TextChoices):
        FOR = "for", _("同意")
        AGAINST = "against", _("不同意")
        OTHER = "other", _("其他意见")

    of = models.ForeignKey(Deliberation, models.PROTECT, related_name="views")
    person = models.ForeignKey(
        "people.Person", models.PROTECT, related_name="+", verbose_name=_("成员")
    )
    presence = models.CharField(
        _("到会情况"), max_length=8, choices=Presence.choices, default=Presence.PRESENT
    )
    turn = models.PositiveSmallIntegerField(_("发言次序"), null=True, blank=True)
    stance = models.CharField(_("态度"), max_length=8, choices=Stance.choices, blank=True)
    words = models.TextField(_("发言要点"), max_length=5000, blank=True)

    class Meta:
        verbose_name = _("成员意见")
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["of", "person"], name="a_member_has_one_seat")
        ]


class AmendmentConfirmation(Record):
    """Counsel's word on whether the meeting's changes are editorial. Basis: 条例第二十五条."""

    editorial = models.BooleanField(
        _("只是文字修改"), default=False, help_text=_("改变实质内容的，草案重新办理。")
    )
    reason = models.TextField(_("理由"), max_length=5000)

    class Meta(Record.Meta):
        verbose_name = _("会后修改的确认")


class Minutes(Record):
    """The minutes, confirmed by the members present."""

    number = models.CharField(_("纪要编号"), max_length=40)
    text = models.TextField(_("会议纪要"), max_length=10_000)
    confirmed_by = models.PositiveSmallIntegerField(_("核对签名人数"))

    class Meta(Record.Meta):
        verbose_name = _("会议纪要")
