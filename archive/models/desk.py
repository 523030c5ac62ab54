"""What the auditor's desk leaves behind: questions, samples, verifications. Only ever added."""

from typing import ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _


class Asked(models.Model):
    """What somebody asked for or drew, in which post, when."""

    tenure = models.ForeignKey(
        "people.Tenure", models.PROTECT, related_name="+", verbose_name=_("经办人")
    )
    at = models.DateTimeField(_("时间"), db_index=True)
    sought = models.TextField(_("条件"), max_length=2000)
    """What was looked for, in words."""
    address = models.TextField(_("条件"), max_length=2000, blank=True)
    """The same as it stands in an address, so that it can be asked again."""

    class Meta:
        abstract = True
        ordering = ("-at", "-pk")


class SearchLog(Asked):
    """One question to the archive, and how much it found."""

    class Kind(models.TextChoices):
        SEARCH = "search", _("检索卷宗")
        PERSON = "person", _("查人员")
        REQUIREMENT = "requirement", _("查要求")
        EXPORT = "export", _("导出")

    kind = models.CharField(_("查询"), max_length=12, choices=Kind.choices)
    found = models.PositiveIntegerField(_("本页结果"))
    more = models.BooleanField(_("还有更多"), default=False)

    class Meta(Asked.Meta):
        verbose_name = _("查询记录")

    def __str__(self) -> str:
        return self.sought


class Sample(Asked):
    """A sample of the dossiers, drawn so that anybody can draw it again."""

    seed = models.CharField(_("种子"), max_length=80)
    population = models.PositiveIntegerField(_("总体件数"))
    newest = models.PositiveBigIntegerField(_("总体中最后封存的卷宗"), default=0)

    class Meta(Asked.Meta):
        verbose_name = _("抽样")

    def __str__(self) -> str:
        return f"{self.pk} {self.seed}"


class SampleItem(models.Model):
    """A dossier that was drawn."""

    sample = models.ForeignKey(Sample, models.PROTECT, related_name="items")
    position = models.PositiveIntegerField(_("序号"))
    dossier = models.ForeignKey("archive.Dossier", models.PROTECT, related_name="+")
    draw = models.CharField(_("抽签值"), max_length=64)

    class Meta:
        ordering = ("position",)
        verbose_name = _("抽中的卷宗")
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["sample", "position"], name="a_place_in_a_sample_once"),
            models.UniqueConstraint(fields=["sample", "dossier"], name="a_dossier_drawn_once"),
        ]

    def __str__(self) -> str:
        return f"{self.position} {self.draw}"


class VerificationRun(Asked):
    """A verification of many dossiers, done by the worker one after another."""

    total = models.PositiveIntegerField(_("件数"))
    sample = models.ForeignKey(
        Sample, models.PROTECT, null=True, related_name="runs", verbose_name=_("抽样")
    )

    class Meta(Asked.Meta):
        verbose_name = _("批量核验")

    def __str__(self) -> str:
        return f"{self.pk}"


class VerificationItem(models.Model):
    """A dossier to be verified in a run."""

    run = models.ForeignKey(VerificationRun, models.PROTECT, related_name="items")
    position = models.PositiveIntegerField(_("序号"))
    dossier = models.ForeignKey("archive.Dossier", models.PROTECT, related_name="+")

    class Meta:
        ordering = ("position",)
        verbose_name = _("待核验的卷宗")
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["run", "position"], name="a_place_in_a_run_once"),
        ]

    def __str__(self) -> str:
        return f"{self.run_id} {self.position}"


class VerificationResult(models.Model):
    """What was found of one dossier in a run."""

    item = models.OneToOneField(VerificationItem, models.PROTECT, related_name="result")
    at = models.DateTimeField(_("核验时间"))
    intact = models.BooleanField(_("完好"))
    findings = models.TextField(_("发现的问题"), blank=True)

    class Meta:
        verbose_name = _("核验结果")

    def __str__(self) -> str:
        return f"{self.item_id} {self.intact}"
