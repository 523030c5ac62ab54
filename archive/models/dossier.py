"""The sealed dossier, what was added to it since, and the record of each look at it."""

import datetime as dt

from django.db import models
from django.utils.translation import gettext_lazy as _

from decisions.models import Blob
from decisions.record import Record, Row


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
        Blob, models.PROTECT, related_name="+", editable=False, verbose_name=_("卷宗文件")
    )
    ledger_head = models.CharField(_("封存时链首"), max_length=80, editable=False)
    pages = models.PositiveIntegerField(_("页数"), editable=False)
    unsigned_digest = models.CharField(
        _("签章前摘要"), max_length=80, blank=True, editable=False,
        help_text=_("同样的事项重新排印，得到同样的摘要"),
    )  # fmt: skip
    manifest_digest = models.CharField(_("清单摘要"), max_length=80, blank=True, editable=False)
    signer = models.CharField(_("签章证书"), max_length=400, blank=True, editable=False)
    signer_serial = models.CharField(_("证书序列号"), max_length=64, blank=True, editable=False)
    signer_fingerprint = models.CharField(_("证书指纹"), max_length=80, blank=True, editable=False)
    stamped_at = models.DateTimeField(_("时间戳时间"), null=True, editable=False)
    tsa_expires = models.DateTimeField(_("时间戳证书到期"), null=True, editable=False)

    class Meta(Record.Meta):
        verbose_name = _("卷宗封存")

    @property
    def newest(self) -> Blob:
        """The file with its latest timestamp; what was sealed is the beginning of it."""
        renewal = self.renewals.select_related("blob").last()
        return renewal.blob if renewal else self.blob

    @property
    def proved_until(self) -> dt.datetime | None:
        """When the certificate of the latest timestamp ends; None for one without a timestamp."""
        renewal = self.renewals.last()
        return renewal.expires if renewal else self.tsa_expires


class Volume(Row):
    """A further file of a long dossier; its digests stand in the first, which is signed."""

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


class Renewal(models.Model):
    """A further timestamp over a sealed dossier, added before the last one's certificate ends.

    It keeps the proof alive and says nothing about the case: nobody decides it, the case does not
    move, and its ledger has no row for it. It is what an archive does to its own shelves, so it
    stands in a list of its own, to which rows are only ever added.
    """

    dossier = models.ForeignKey(
        Dossier, models.PROTECT, related_name="renewals", verbose_name=_("卷宗")
    )
    at = models.DateTimeField(_("时间戳时间"))
    blob = models.ForeignKey(Blob, models.PROTECT, related_name="+", verbose_name=_("卷宗文件"))
    expires = models.DateTimeField(_("时间戳证书到期"))

    class Meta:
        ordering = ("pk",)
        verbose_name = _("时间戳续期")

    def __str__(self) -> str:
        return f"{self.dossier_id} {self.at:%Y-%m-%d}"


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

    dossier = models.ForeignKey(
        Dossier, models.PROTECT, related_name="retrievals", verbose_name=_("卷宗")
    )
    tenure = models.ForeignKey(
        "people.Tenure", models.PROTECT, related_name="+", verbose_name=_("调阅人")
    )
    at = models.DateTimeField(_("调阅时间"))
    purpose = models.CharField(_("调阅事由"), max_length=200)

    class Meta:
        ordering = ("-at",)
        verbose_name = _("卷宗调阅")

    def __str__(self) -> str:
        return f"{self.dossier_id} {self.at:%Y-%m-%d %H:%M}"
