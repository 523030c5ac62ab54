"""What is kept of a dossier's checks, and the papers sealed to it later."""

from typing import ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _

from archive.models.dossier import Dossier
from archive.models.sealed import Sealed


class PropertyResult(models.Model):
    """What one check of the four properties found, at one stage. Basis: DA/T 70-2018."""

    class Stage(models.TextChoices):
        FILING = "filing", _("归档")
        TRANSFER = "transfer", _("移交")

    class Outcome(models.TextChoices):
        HOLDS = "holds", _("合格")
        FAILS = "fails", _("不合格")
        NOT_APPLICABLE = "not_applicable", _("不适用")
        NOT_RUN = "not_run", _("没有检测")

    dossier = models.ForeignKey(
        Dossier, models.PROTECT, related_name="properties", verbose_name=_("卷宗")
    )
    stage = models.CharField(_("环节"), max_length=10, choices=Stage.choices)
    at = models.DateTimeField(_("检测时间"))
    code = models.CharField(_("项目编号"), max_length=16)
    outcome = models.CharField(_("检测结果"), max_length=16, choices=Outcome.choices)
    explanation = models.TextField(_("说明"), max_length=2000)

    class Meta:
        ordering = ("at", "pk")
        verbose_name = _("四性检测结果")
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["dossier", "stage", "at", "code"], name="a_check_has_one_result"
            )
        ]

    def __str__(self) -> str:
        return f"{self.code} {self.outcome}"


class Supplement(Sealed):
    """Later papers, sealed to a dossier that itself never changes. Basis: 档案法第十四条."""

    title = models.CharField(_("补充卷宗题名"), max_length=120)
    note = models.TextField(_("备考"), max_length=2000, blank=True)
    dossier = models.ForeignKey(
        Dossier, models.PROTECT, related_name="supplements", editable=False, verbose_name=_("卷宗")
    )
    number = models.PositiveSmallIntegerField(_("补充序号"), editable=False)
    since = models.PositiveIntegerField(_("从第几号记录起"), editable=False)
    dossier_digest = models.CharField(_("卷宗摘要"), max_length=80, editable=False)
    previous_digest = models.CharField(
        _("上一份补充卷宗摘要"), max_length=80, blank=True, editable=False
    )

    class Meta(Sealed.Meta):
        verbose_name = _("补充卷宗")
        constraints: ClassVar = [
            *Sealed.Meta.constraints,
            models.UniqueConstraint(fields=["dossier", "number"], name="supplements_are_numbered"),
        ]

    @property
    def code(self) -> str:
        """What it is called in a list."""
        return f"{self.dossier.archival_code} {self.number}"
