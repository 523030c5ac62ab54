"""Evidence: files kept by their content, each tied to the act that handed it in."""

from typing import ClassVar

from django.db import models
from django.urls import reverse
from django.utils.translation import gettext_lazy as _


class Blob(models.Model):
    """One content, kept once, under its digest. Its name and title belong to the evidence."""

    digest = models.CharField(_("摘要"), max_length=80, unique=True)
    size = models.PositiveBigIntegerField(_("字节数"))
    media_type = models.CharField(_("类型"), max_length=100)
    path = models.CharField(_("存储位置"), max_length=200)

    class Meta:
        verbose_name = _("文件内容")

    def __str__(self) -> str:
        return self.digest


class Evidence(models.Model):
    """One file handed in with one act of a case."""

    case = models.ForeignKey(
        "decisions.Case", models.PROTECT, related_name="evidence", verbose_name=_("事项")
    )
    seq = models.PositiveIntegerField(_("记录号"))
    position = models.PositiveSmallIntegerField(_("顺序"))
    blob = models.ForeignKey(Blob, models.PROTECT, related_name="+", verbose_name=_("文件内容"))
    title = models.CharField(_("题名"), max_length=200)
    filename = models.CharField(_("文件名"), max_length=200)

    class Meta:
        ordering = ("seq", "position")
        verbose_name = _("材料")
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["case", "seq", "position"], name="evidence_in_order")
        ]

    def __str__(self) -> str:
        return self.title

    def get_absolute_url(self) -> str:
        """Return where it can be downloaded."""
        return reverse("workflow:evidence", args=[self.pk])
