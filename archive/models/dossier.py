"""The sealed dossier, what stands beside it, and the record of each look at it."""

from typing import ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _

from archive.models.sealed import Sealed
from decisions.models import Blob
from decisions.record import Row


class Dossier(Sealed):
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

    class Meta(Sealed.Meta):
        verbose_name = _("卷宗封存")

    @property
    def code(self) -> str:
        """What it is called in a list."""
        return self.archival_code


class Volume(Row):
    """A further file of a long dossier; its digests stand in the first, which is signed."""

    LATER = True

    of = models.ForeignKey(Dossier, models.PROTECT, related_name="volumes", verbose_name=_("卷宗"))
    number = models.PositiveSmallIntegerField(_("分册号"), editable=False)
    blob = models.ForeignKey(
        Blob, models.PROTECT, related_name="+", editable=False, verbose_name=_("分册文件")
    )
    pages = models.PositiveIntegerField(_("页数"), editable=False)

    class Meta:
        ordering = ("number",)
        verbose_name = _("分册")

    def __str__(self) -> str:
        return f"{self.of_id} {self.number}"


class OutsideSeal(models.Model):
    """A seal put to a dossier's manifest by a device of the government's own, kept beside it.

    SM2 signatures cannot stand inside a PDF that anybody's reader verifies; so the file that the
    device made goes into the dossier's package as it is. Basis: 电子签名法第十四条; GM/T 0003.
    """

    dossier = models.ForeignKey(
        Dossier, models.PROTECT, related_name="seals", verbose_name=_("卷宗")
    )
    at = models.DateTimeField(_("登记时间"))
    filename = models.CharField(_("文件名"), max_length=200)
    blob = models.ForeignKey(Blob, models.PROTECT, related_name="+", verbose_name=_("签章文件"))
    manifest_digest = models.CharField(_("清单摘要"), max_length=80)

    class Meta:
        ordering = ("pk",)
        verbose_name = _("外部签章")

    def __str__(self) -> str:
        return f"{self.dossier_id} {self.filename}"


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
