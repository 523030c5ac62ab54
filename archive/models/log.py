"""The ledger's transparency log: its leaves, its tree, its checkpoints. Rows are only added."""

from typing import ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _

from archive.models.ledger import LedgerEntry


class LogLeaf(models.Model):
    """The place of a ledger row in the log. Case by case rows are numbered; here all are."""

    index = models.BigIntegerField(_("序号"), primary_key=True)
    entry = models.OneToOneField(
        LedgerEntry, models.PROTECT, related_name="leaf", verbose_name=_("台账")
    )
    hash = models.BinaryField(_("叶摘要"), max_length=32)

    class Meta:
        ordering = ("index",)
        verbose_name = _("检查点的叶")

    def __str__(self) -> str:
        return f"{self.index}: {self.entry_id}"


class LogNode(models.Model):
    """The hash over one full tile of the level below, so that proofs need not hash the ledger."""

    level = models.PositiveSmallIntegerField(_("层"))
    index = models.BigIntegerField(_("序号"))
    hash = models.BinaryField(_("结点摘要"), max_length=32)

    class Meta:
        ordering = ("level", "index")
        verbose_name = _("检查点的结点")
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["level", "index"], name="log_has_one_tree"),
        ]

    def __str__(self) -> str:
        return f"{self.level}/{self.index}"


class LogCheckpoint(models.Model):
    """A signed statement of how large the log was, and of its root. Basis: C2SP tlog-checkpoint."""

    size = models.BigIntegerField(_("条数"), unique=True)
    root = models.BinaryField(_("根摘要"), max_length=32)
    at = models.DateTimeField(_("签署时间"))
    key = models.CharField(_("验证密钥"), max_length=300)
    note = models.TextField(_("签署文本"))
    reach = models.BigIntegerField(_("台账最大编号"))
    """The greatest key of a row that it covers; smaller ones may still come."""

    class Meta:
        ordering = ("size",)
        verbose_name = _("台账检查点")

    def __str__(self) -> str:
        return f"{self.size} {self.at:%Y-%m-%d %H:%M}"

    @property
    def root_hex(self) -> str:
        """Return the root as people read it aloud."""
        return bytes(self.root).hex()


class LogCosignature(models.Model):
    """The signature of a witness under a checkpoint. Basis: C2SP tlog-cosignature."""

    checkpoint = models.ForeignKey(
        LogCheckpoint, models.PROTECT, related_name="cosignatures", verbose_name=_("台账检查点")
    )
    witness = models.CharField(_("见证人验证密钥"), max_length=300)
    line = models.TextField(_("签名"))
    at = models.DateTimeField(_("见证时间"))

    class Meta:
        ordering = ("at",)
        verbose_name = _("检查点见证")
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["checkpoint", "witness"], name="a_witness_signs_a_checkpoint_once"
            ),
        ]

    def __str__(self) -> str:
        return self.witness
