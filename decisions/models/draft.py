"""The draft under decision: versioned, hashed, and the thing that each step is done on."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from decisions.record import Record


class Draft(Record):
    """One version. Its `root` is the last version that changed the matter, often itself."""

    LONG = ("text",)

    version = models.PositiveIntegerField(_("版本"), editable=False)
    title = models.CharField(_("草案名称"), max_length=120)
    text = models.TextField(_("草案全文"), max_length=200_000)
    explanation = models.TextField(
        _("起草说明"), max_length=20_000, blank=True, help_text=_("公布征求意见和送审时必须有。")
    )
    material = models.BooleanField(
        _("实质性修改"),
        default=True,
        help_text=_("改变权利义务、范围、时段或者措施的，是实质性修改。"),
    )
    reason = models.TextField(_("修改理由"), max_length=2000, blank=True)
    digest = models.CharField(_("摘要"), max_length=80, editable=False)

    class Meta(Record.Meta):
        verbose_name = _("决策草案")
