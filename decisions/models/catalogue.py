"""The matter's place in the yearly catalogue. Basis: 条例第三条；区规划第10项."""

from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.utils.translation import gettext_lazy as _

from decisions.record import Record


class CatalogueEntry(Record):
    """What a catalogue says of one matter."""

    year = models.PositiveSmallIntegerField(
        _("年度"), validators=[MinValueValidator(2000), MaxValueValidator(2100)]
    )
    item = models.PositiveSmallIntegerField(_("目录序号"), validators=[MinValueValidator(1)])
    planned_finish = models.DateField(_("计划完成日期"))
    hearing = models.BooleanField(
        _("听证事项"), default=False, help_text=_("列入听证事项目录的，应当举行听证会。")
    )

    class Meta(Record.Meta):
        abstract = True


class CatalogueListing(CatalogueEntry):
    """The matter's entry in the draft catalogue of a year."""

    class Meta(Record.Meta):
        verbose_name = _("列入目录")


class CatalogueConsent(Record):
    """The Party committee's consent to the entry."""

    document_number = models.CharField(_("同意文号"), max_length=40, blank=True)
    consented_on = models.DateField(_("同意日期"))

    class Meta(Record.Meta):
        verbose_name = _("目录报党委同意")


class CataloguePublication(Record):
    """The publication of the catalogue with the entry."""

    place = models.CharField(_("公布载体"), max_length=200)
    published_on = models.DateField(_("公布日期"))

    class Meta(Record.Meta):
        verbose_name = _("目录公布")


class CatalogueAdjustment(CatalogueEntry):
    """The entry as it shall stand after a change in the course of the year."""

    class Change(models.TextChoices):
        ADDED = "added", _("增列")
        CHANGED = "changed", _("变更")
        REMOVED = "removed", _("移出")

    change = models.CharField(_("调整方式"), max_length=8, choices=Change.choices)
    reason = models.TextField(_("调整理由"), max_length=2000)

    class Meta(Record.Meta):
        verbose_name = _("目录调整")
