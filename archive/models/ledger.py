"""The ledger: one row an act or refusal, each holding the hash of the row before it."""

from typing import ClassVar

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _


class LedgerEntry(models.Model):
    """One act done, or refused. Rows are only ever added; the database refuses the rest.

    Actor, post and unit are kept as they were called that day, besides the tenure itself.
    """

    class Outcome(models.TextChoices):
        ACCEPTED = "accepted", _("已办理")
        REFUSED = "refused", _("被拒绝")

    case = models.ForeignKey(
        "decisions.Case", models.PROTECT, null=True, related_name="ledger", verbose_name=_("事项")
    )
    seq = models.PositiveIntegerField(_("记录号"))
    act = models.CharField(_("行为"), max_length=48)
    outcome = models.CharField(_("结果"), max_length=8, choices=Outcome.choices)
    at = models.DateTimeField(_("发生时间"))
    recorded_at = models.DateTimeField(_("记录时间"))
    tenure = models.ForeignKey(
        "people.Tenure", models.PROTECT, null=True, related_name="+", verbose_name=_("任职")
    )
    actor = models.CharField(_("经办人"), max_length=40)
    post = models.CharField(_("岗位"), max_length=40)
    unit = models.CharField(_("单位"), max_length=80)
    state_before = models.CharField(_("办理前状态"), max_length=20)
    state_after = models.CharField(_("办理后状态"), max_length=20)
    draft_hash = models.CharField(_("草案摘要"), max_length=80, blank=True)
    data_digest = models.CharField(_("内容摘要"), max_length=80, blank=True)
    unmet = models.CharField(_("未满足的要求"), max_length=1000, blank=True)
    once = models.UUIDField(_("一次性编号"), null=True, unique=True)
    # Blank where nothing was imported, so that no digest of another row changes.
    imported_from = models.CharField(_("导入文件摘要"), max_length=80, blank=True)
    previous_hash = models.CharField(_("前条摘要"), max_length=80, blank=True)
    hash = models.CharField(_("本条摘要"), max_length=80)
    # Blank in the rows of before; no digest is made of it.
    sm3 = models.CharField(_("本条国密摘要"), max_length=80, blank=True)

    class Meta:
        ordering = ("case", "seq")
        verbose_name = _("台账")
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["case", "seq"], name="ledger_has_no_fork"),
            models.CheckConstraint(
                condition=Q(outcome="accepted", unmet="") | Q(outcome="refused"),
                name="accepted_means_nothing_unmet",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.case_id}#{self.seq} {self.act}"

    @property
    def accepted(self) -> bool:
        """Say whether the act was done."""
        return self.outcome == self.Outcome.ACCEPTED

    @property
    def unmet_ids(self) -> list[str]:
        """Return the ids of the requirements for which the act was refused."""
        return self.unmet.split()
