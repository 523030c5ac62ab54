"""Fair-competition review. Basis: 公平竞争审查条例第十四条至第十八条."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from decisions.record import Record


class FairCompetitionReview(Record):
    """The regulator's conclusion, with the drafter's own first review."""

    class Conclusion(models.TextChoices):
        COMPLIANT = "compliant", _("符合规定")
        EXCEPTION = "exception", _("适用例外规定")
        BREACH = "breach", _("不符合规定")

    first_review = models.TextField(_("起草单位初审意见"), max_length=5000)
    heard = models.TextField(_("听取经营者意见情况"), max_length=5000)
    conclusion = models.CharField(_("审查结论"), max_length=12, choices=Conclusion.choices)
    explanation = models.TextField(_("结论说明"), max_length=5000)
    no_alternative = models.TextField(
        _("没有影响更小的替代方案的说明"), max_length=3000, blank=True
    )
    ends = models.CharField(
        _("实施期限或者终止条件"),
        max_length=200,
        blank=True,
        help_text=_("适用例外规定的，两项都要写明。"),
    )

    class Meta(Record.Meta):
        verbose_name = _("公平竞争审查结论")
