"""Organs, units, posts, persons, and who holds which post from when to when.

An act is done by a person *in a post of a unit*. Nobody is ever deleted: people
leave and units are closed, with a date.
"""

import datetime as dt
from typing import Any, ClassVar

from django.contrib.auth.base_user import AbstractBaseUser, BaseUserManager
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _


class Role(models.TextChoices):
    """The part that the law gives a post; an act asks for one of these."""

    ADMINISTRATIVE_HEAD = "administrative_head", _("行政首长")
    LEADER_IN_CHARGE = "leader_in_charge", _("分管负责人")
    GOVERNMENT_OFFICE = "government_office", _("政府办公室")
    UNDERTAKER = "undertaker", _("承办人")
    DEPARTMENT_LEGAL = "department_legal", _("部门法制机构")
    DEPARTMENT_HEAD = "department_head", _("部门负责人")
    HEARING_ORGANISER = "hearing_organiser", _("听证组织机关")
    EXPERT = "expert", _("专家")
    RISK_ASSESSOR = "risk_assessor", _("风险评估机构")
    MARKET_REGULATOR = "market_regulator", _("市场监督管理部门")
    LEGALITY_REVIEWER = "legality_reviewer", _("合法性审查部门")
    LEGAL_COUNSEL = "legal_counsel", _("法律顾问、公职律师")
    EVALUATOR = "evaluator", _("评估机构")
    RECORDS_OFFICE = "records_office", _("档案机构")
    AUDITOR = "auditor", _("审计机关")
    AUDIT_ADMIN = "audit_admin", _("审计管理员")


class Organ(models.Model):
    """A decision-making organ: the district government."""

    name = models.CharField(_("名称"), max_length=80, unique=True)
    code = models.CharField(_("代字"), max_length=4, unique=True)
    fonds_code = models.CharField(_("全宗号"), max_length=4)
    # cn/guangdong/guangzhou/haizhu: the rule-sets of each of these places apply.
    place = models.CharField(_("行政区划"), max_length=80, default="cn")

    def __str__(self) -> str:
        return self.name


class Unit(models.Model):
    """A department, an office, or an outside body that takes part."""

    organ = models.ForeignKey(Organ, models.PROTECT, related_name="units", verbose_name=_("机关"))
    code = models.CharField(_("代字"), max_length=12, unique=True)
    name = models.CharField(_("名称"), max_length=80)
    superior = models.ForeignKey(
        "self", models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("上级单位")
    )
    outside = models.BooleanField(_("机关以外的机构"), default=False)
    opened_on = models.DateField(_("设立日期"))
    closed_on = models.DateField(_("撤销日期"), null=True, blank=True)

    class Meta:
        ordering = ("pk",)
        constraints: ClassVar = [
            models.CheckConstraint(
                condition=Q(closed_on__isnull=True) | Q(closed_on__gte=F("opened_on")),
                name="unit_closes_after_it_opens",
            )
        ]

    def __str__(self) -> str:
        return self.name


class Post(models.Model):
    """A post of a unit, with the role that the law gives it."""

    unit = models.ForeignKey(Unit, models.PROTECT, related_name="posts", verbose_name=_("单位"))
    title = models.CharField(_("岗位"), max_length=40)
    role = models.CharField(_("职责"), max_length=24, choices=Role.choices)
    # 地方组织法第七十八条: the head and the deputy heads make up the executive meeting.
    in_executive_meeting = models.BooleanField(_("常务会议组成人员"), default=False)

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["unit", "title"], name="one_post_of_a_title_in_a_unit")
        ]

    def __str__(self) -> str:
        return f"{self.unit} {self.title}"


class PersonManager(BaseUserManager["Person"]):
    """Make persons with an account."""

    def create_user(self, username: str, password: str | None = None, **fields: Any) -> "Person":
        """Create and return a person who can log in with `password`."""
        person = self.model(username=username, **fields)
        person.set_password(password)
        person.save(using=self._db)
        return person


class Person(AbstractBaseUser):
    """A person with an account. There is no superuser: rights come from posts alone."""

    username = models.CharField(_("账号"), max_length=40, unique=True)
    name = models.CharField(_("姓名"), max_length=40)
    is_active = models.BooleanField(_("在用"), default=True)

    objects = PersonManager()

    USERNAME_FIELD = "username"
    REQUIRED_FIELDS: ClassVar = ["name"]

    def __str__(self) -> str:
        return self.name


class TenureQuerySet(models.QuerySet["Tenure"]):
    """Look tenures up by the day."""

    def on(self, day: dt.date) -> "TenureQuerySet":
        """Return those in force on `day`, both ends included."""
        open_end = Q(ends_on__isnull=True) | Q(ends_on__gte=day)
        return self.filter(open_end, starts_on__lte=day)

    def seated(self, organ: int) -> "TenureQuerySet":
        """Return those of the members of an organ's executive meeting."""
        return self.filter(post__in_executive_meeting=True, post__unit__organ=organ)

    def named(self) -> "TenureQuerySet":
        """Return them with person, post, unit and organ in the same query."""
        return self.select_related("person", "post__unit__organ")


class Tenure(models.Model):
    """A person's holding of a post, from a day to a day."""

    person = models.ForeignKey(
        Person, models.PROTECT, related_name="tenures", verbose_name=_("人员")
    )
    post = models.ForeignKey(Post, models.PROTECT, related_name="tenures", verbose_name=_("岗位"))
    starts_on = models.DateField(_("任职日期"))
    ends_on = models.DateField(_("免职日期"), null=True, blank=True)

    objects = TenureQuerySet.as_manager()

    class Meta:
        ordering = ("pk",)
        constraints: ClassVar = [
            models.CheckConstraint(
                condition=Q(ends_on__isnull=True) | Q(ends_on__gte=F("starts_on")),
                name="tenure_ends_after_it_starts",
            ),
            models.UniqueConstraint(
                fields=["person", "post", "starts_on"], name="one_tenure_of_a_post_from_a_day"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.person}（{self.post}）"

    def holds_on(self, day: dt.date) -> bool:
        """Say whether the post was held on `day`."""
        return self.starts_on <= day and (self.ends_on is None or day <= self.ends_on)
