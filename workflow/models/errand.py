"""What takes too long for a page: handed in, waiting for a worker, and what became of it."""

import datetime as dt
from typing import ClassVar, Self

from django.db import models
from django.db.models import Q
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

DEAD_AFTER = dt.timedelta(seconds=60)
"""A worker from which nothing was heard for so long is taken for dead."""


class Workers(models.QuerySet["Worker"]):
    """The workers, by what was heard of them."""

    def silent(self) -> Self:
        """Return those that are taken for dead."""
        return self.filter(beat_at__lt=timezone.now() - DEAD_AFTER)

    def living(self) -> Self:
        """Return those heard of lately."""
        return self.filter(beat_at__gte=timezone.now() - DEAD_AFTER)


class Worker(models.Model):
    """One running `manage.py work`, and when it was last heard of."""

    name = models.CharField(max_length=64, primary_key=True)
    beat_at = models.DateTimeField(default=timezone.now)

    objects = Workers.as_manager()

    class Meta:
        verbose_name = _("办理程序")

    def __str__(self) -> str:
        return self.name


class Errands(models.QuerySet["Errand"]):
    """The errands, by how far they have come."""

    def underway(self) -> Self:
        """Return those not yet answered."""
        return self.filter(state__in=Errand.UNDERWAY).select_related("tenure__person")


class Errand(models.Model):
    """An act that was handed in and takes long, on its way to the door.

    It is no record of the case: what the door answers stands in the ledger. Its key is what
    makes one form count once; `tries` grows each time that a worker takes it up, so that a
    worker taken for dead writes nothing over its successor.
    """

    class State(models.TextChoices):
        WAITING = "waiting", _("等待办理")
        RUNNING = "running", _("正在办理")
        LATER = "later", _("稍后再试")
        DONE = "done", _("已办理")
        REFUSED = "refused", _("没有办理")
        FAILED = "failed", _("没有办成")
        WITHDRAWN = "withdrawn", _("已撤回")

    NOBODY_AT_IT = (State.WAITING, State.LATER)
    UNDERWAY = (*NOBODY_AT_IT, State.RUNNING)

    id = models.UUIDField(_("一次性编号"), primary_key=True)
    act = models.CharField(_("行为"), max_length=48)
    case = models.ForeignKey(
        "decisions.Case", models.PROTECT, related_name="errands", verbose_name=_("事项")
    )
    tenure = models.ForeignKey(
        "people.Tenure", models.PROTECT, related_name="+", verbose_name=_("经办人")
    )
    data = models.JSONField(_("填写的内容"))
    attached = models.JSONField(_("附件"), default=list)
    """The files, each as the key of its content, its title and its name."""
    seen = models.CharField(_("看到的草案"), max_length=80, blank=True)
    language = models.CharField(_("语言"), max_length=10)
    handed_in_at = models.DateTimeField(_("提交时间"), default=timezone.now)

    state = models.CharField(_("状态"), max_length=9, choices=State.choices, default=State.WAITING)
    worker = models.ForeignKey(
        Worker, models.SET_NULL, null=True, related_name="+", verbose_name=_("办理程序")
    )
    tries = models.PositiveIntegerField(_("办理次数"), default=0)
    cuts = models.PositiveSmallIntegerField(_("中断次数"), default=0)
    next_try = models.DateTimeField(_("再试时间"), null=True)
    done = models.PositiveIntegerField(_("已完成"), default=0)
    total = models.PositiveIntegerField(_("总数"), default=0)
    said = models.JSONField(_("说明"), default=list)
    seq = models.PositiveIntegerField(_("记录号"), null=True)

    objects = Errands.as_manager()

    class Meta:
        verbose_name = _("后台办理")
        indexes: ClassVar = [models.Index(fields=["state", "handed_in_at"], name="errands_to_do")]
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["case", "act"],
                condition=Q(state__in=["waiting", "running", "later"]),
                name="one_errand_at_a_time",
            )
        ]

    def __str__(self) -> str:
        return f"{self.case_id} {self.act} {self.state}"

    def get_absolute_url(self) -> str:
        """Return where its progress is shown."""
        return reverse("workflow:errand", args=[self.pk])

    @property
    def is_underway(self) -> bool:
        """Whether it is not yet answered."""
        return self.state in self.UNDERWAY

    @property
    def may_be_withdrawn(self) -> bool:
        """Whether nobody is at it, so that it can be taken back."""
        return self.state in self.NOBODY_AT_IT

    @property
    def may_be_tried_again(self) -> bool:
        """Whether the same thing can be handed in once more."""
        return self.state in (self.State.FAILED, self.State.WITHDRAWN)
