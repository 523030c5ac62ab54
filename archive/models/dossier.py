"""The sealed dossier, and the record of each look at it."""

from typing import ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _

from decisions.record import Record


class Dossier(Record):
    """The sealed dossier of a case. Basis: 条例第三十三条；档案法第三十九条."""

    class Retention(models.TextChoices):
        PERMANENT = "Y", _("永久")
        THIRTY_YEARS = "D30", _("30年")
        TEN_YEARS = "D10", _("10年")

    archival_code = models.CharField(_("档号"), max_length=40, unique=True)
    retention = models.CharField(
        _("保管期限"), max_length=4, choices=Retention.choices, default=Retention.PERMANENT
    )
    note = models.TextField(_("备考"), max_length=2000, blank=True)
    blob = models.ForeignKey(
        "decisions.Blob",
        models.PROTECT,
        related_name="+",
        editable=False,
        verbose_name=_("卷宗文件"),
    )
    ledger_head = models.CharField(_("封存时链首"), max_length=80, editable=False)
    pages = models.PositiveIntegerField(_("页数"), editable=False)

    class Meta(Record.Meta):
        verbose_name = _("卷宗封存")


class Retrieval(models.Model):
    """One look at, or copy of, a sealed dossier: who, in which post, when, what for."""

    class Kind(models.TextChoices):
        READING = "reading", _("在线阅读")
        COPY = "copy", _("下载副本")
        ORIGINAL = "original", _("下载原件")

    dossier = models.ForeignKey(
        Dossier, models.PROTECT, related_name="retrievals", verbose_name=_("卷宗")
    )
    tenure = models.ForeignKey(
        "people.Tenure", models.PROTECT, related_name="+", verbose_name=_("调阅人")
    )
    at = models.DateTimeField(_("调阅时间"), db_index=True)
    kind = models.CharField(
        _("调阅方式"), max_length=8, choices=Kind.choices, default=Kind.ORIGINAL
    )
    purpose = models.CharField(_("调阅事由"), max_length=200)

    class Meta:
        ordering = ("-at", "-pk")
        verbose_name = _("卷宗调阅")

    def __str__(self) -> str:
        return f"{self.dossier_id} {self.at:%Y-%m-%d %H:%M}"


class PageSeen(models.Model):
    """The first look at one page in the course of a reading."""

    retrieval = models.ForeignKey(Retrieval, models.PROTECT, related_name="pages")
    page = models.PositiveIntegerField(_("页"))
    at = models.DateTimeField(_("时间"))

    class Meta:
        ordering = ("pk",)
        verbose_name = _("看过的页")
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["retrieval", "page"], name="a_page_seen_first_once")
        ]

    def __str__(self) -> str:
        return f"{self.retrieval_id} {self.page}"
