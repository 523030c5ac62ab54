"""A signed and timestamped file that is never changed, and the timestamps added to it later."""

import datetime as dt

from django.db import models
from django.utils.translation import gettext_lazy as _

from decisions.models import Blob
from decisions.record import Record


class Sealed(Record):
    """A record with a file that was signed when it was made. Basis: 电子签名法第十三条."""

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
        abstract = True

    @property
    def code(self) -> str:
        """What it is called in a list."""
        raise NotImplementedError

    @property
    def newest(self) -> Blob:
        """The file with its latest timestamp; what was sealed is the beginning of it."""
        return self._renewed(self.blob.renewals.all())

    def as_of(self, at: dt.datetime) -> Blob:
        """Return the file with the latest timestamp that it had at a moment."""
        return self._renewed(self.blob.renewals.filter(at__lte=at))

    def _renewed(self, renewals: "models.QuerySet[Renewal]") -> Blob:
        renewal = renewals.select_related("blob").last()
        return renewal.blob if renewal else self.blob


class Renewal(models.Model):
    """A further timestamp over a sealed file, added before the last one's certificate ends.

    It keeps the proof alive and says nothing about the case: nobody decides it, the case does not
    move, and its ledger has no row for it. It is what an archive does to its own shelves, so it
    stands in a list of its own, to which rows are only ever added.
    """

    case = models.ForeignKey(
        "decisions.Case", models.PROTECT, related_name="+", verbose_name=_("事项")
    )
    sealed = models.ForeignKey(
        Blob, models.PROTECT, related_name="renewals", verbose_name=_("封存的文件")
    )
    at = models.DateTimeField(_("时间戳时间"))
    blob = models.ForeignKey(Blob, models.PROTECT, related_name="+", verbose_name=_("续期后的文件"))
    expires = models.DateTimeField(_("时间戳证书到期"))

    class Meta:
        ordering = ("pk",)
        verbose_name = _("时间戳续期")

    def __str__(self) -> str:
        return f"{self.sealed_id} {self.at:%Y-%m-%d}"
