"""The link between a case and the flow that lists its tasks."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class CaseFlow(models.Model):
    """The flow of one case. The case's state is the law; the flow is only the to-do list."""

    case = models.OneToOneField("decisions.Case", models.PROTECT, primary_key=True)
    process = models.OneToOneField("viewflow.Process", models.PROTECT)
    before = models.OneToOneField(
        "viewflow.Process",
        models.PROTECT,
        null=True,
        related_name="+",
        verbose_name=_("分类前的流程"),
    )
    """The process of the full procedure in which it was classified as something else."""

    class Meta:
        verbose_name = _("办理流程")

    def __str__(self) -> str:
        return str(self.case_id)
