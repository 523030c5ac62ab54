"""Keeping the stock of normative documents in order. Basis: 区规划第9项."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from decisions.record import Record


class DocumentCleanUp(Record):
    """What a clean-up made of the document, and why. Basis: 区规划第9项."""

    class Outcome(models.TextChoices):
        KEEP = "keep", _("继续有效")
        REVISE = "revise", _("予以修订")
        REPEAL = "repeal", _("予以废止")
        LAPSED = "lapsed", pgettext_lazy("clean-up", "宣布失效")

    outcome = models.CharField(_("清理结果"), max_length=8, choices=Outcome.choices)
    reason = models.TextField(_("清理理由"), max_length=5000)

    class Meta(Record.Meta):
        verbose_name = _("规范性文件清理")
