"""The case: one matter on its way to a decision."""

import datetime as dt
from collections.abc import Iterable
from typing import Any, ClassVar

from django.db import models
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from decisions import statutes
from decisions.states import Lifecycle
from decisions.statutes import Law


class Step(models.TextChoices):
    """The steps of the procedure, in the order of a dossier."""

    CATALOGUE = "catalogue", _("决策事项目录")
    INITIATION = "initiation", _("决策启动")
    RESEARCH = "research", _("调查研究、拟订草案")
    PUBLIC_INPUT = "public_input", _("公众参与")
    HEARING = "hearing", _("听证会")
    EXPERTS = "experts", _("专家论证")
    RISK = "risk", _("风险评估")
    FAIR_COMPETITION = "fair_competition", _("公平竞争审查")
    LEGALITY = "legality", _("合法性审查")
    DELIBERATION = "deliberation", _("集体讨论决定")
    DECISION = "decision", _("决策公布")
    EXECUTION = "execution", _("执行")
    EVALUATION = "evaluation", _("决策后评估")
    CLOSING = "closing", _("归档")


class Procedure(models.TextChoices):
    """The class of the matter, which sets its procedure. Basis: 区规划第10项."""

    MAJOR = "major", _("重大行政决策")
    GENERAL = "general", _("一般行政决策")
    NORMATIVE = "normative", _("行政规范性文件")


class Case(Lifecycle):
    """One matter. It changes only through the door, together with a row of its ledger."""

    number = models.CharField(_("案号"), max_length=20, unique=True)
    title = models.CharField(_("事项名称"), max_length=120)
    procedure = models.CharField(
        _("类别"), max_length=12, choices=Procedure.choices, default=Procedure.MAJOR
    )
    organ = models.ForeignKey(
        "people.Organ", models.PROTECT, related_name="cases", verbose_name=_("决策机关")
    )
    undertaking_unit = models.ForeignKey(
        "people.Unit", models.PROTECT, related_name="undertaken", verbose_name=_("承办单位")
    )
    executing_unit = models.ForeignKey(
        "people.Unit",
        models.PROTECT,
        null=True,
        related_name="executed",
        verbose_name=_("执行单位"),
    )
    assessor_unit = models.ForeignKey(
        "people.Unit", models.PROTECT, null=True, related_name="+", verbose_name=_("风险评估机构")
    )
    evaluator_unit = models.ForeignKey(
        "people.Unit", models.PROTECT, null=True, related_name="+", verbose_name=_("评估机构")
    )
    place = models.CharField(_("行政区划"), max_length=80, default="cn")
    bound_on = models.DateField(_("适用规定的基准日"), null=True)
    """The day whose rules govern the case, once it is initiated; counsel may bind it anew."""
    opened_at = models.DateTimeField(_("提出时间"))
    moved_at = models.DateTimeField(_("最近办理时间"))
    draft = models.ForeignKey(
        "decisions.Draft", models.PROTECT, null=True, related_name="+", verbose_name=_("现行草案")
    )
    draft_hash = models.CharField(_("草案摘要"), max_length=80, blank=True)
    draft_root = models.PositiveIntegerField(_("草案根版本"), default=0)
    length = models.PositiveIntegerField(_("记录条数"), default=0)
    head = models.CharField(_("链首"), max_length=80, blank=True)
    imported_from = models.CharField(_("导入文件摘要"), max_length=80, blank=True)
    """The digest of the file from which the whole case was imported; blank for any other."""

    class Meta:
        ordering = ("-opened_at",)
        verbose_name = _("事项")
        indexes: ClassVar = [models.Index(fields=["state"], name="case_by_state")]
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["imported_from"],
                condition=~models.Q(imported_from=""),
                name="a_file_is_imported_once",
            )
        ]

    def __str__(self) -> str:
        return self.title

    def law(self, day: dt.date) -> Law:
        """Return the law that governs the case: of the day it was initiated, else of `day`."""
        return statutes.law(self.place, self.bound_on or day)

    def get_absolute_url(self) -> str:
        """Return the case's page."""
        return reverse("workflow:case", args=[self.number])

    def refresh_from_db(
        self,
        using: str | None = None,
        fields: Iterable[str] | None = None,
        from_queryset: models.QuerySet[Any] | None = None,
    ) -> None:
        """Read the row again; the protected state is laid aside meanwhile."""
        state = self.__dict__.pop("state", None)
        try:
            super().refresh_from_db(using, fields, from_queryset)
        finally:
            self.__dict__.setdefault("state", state)
