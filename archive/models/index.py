"""The index of the archive. It holds nothing of its own: `manage.py reindex_archive` makes it anew."""

from typing import ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _


class SearchRow(models.Model):
    """What a sealed dossier is found by, and what a list shows of it: no other table is asked.

    The tokens themselves stand where the database looks them up (`archive/search/engines`), and
    are always those of the columns here. Newer dossiers have higher keys.
    """

    dossier = models.OneToOneField(
        "archive.Dossier",
        models.DO_NOTHING,
        primary_key=True,
        db_constraint=False,
        related_name="found_by",
    )
    version = models.PositiveSmallIntegerField(db_index=True)
    organ = models.ForeignKey(
        "people.Organ", models.DO_NOTHING, db_constraint=False, db_index=False, related_name="+"
    )
    year = models.PositiveSmallIntegerField()
    title = models.CharField(max_length=160)
    case_number = models.CharField(max_length=20)
    case_key = models.CharField(max_length=20, db_index=True)
    document_number = models.CharField(max_length=40, blank=True)
    document_key = models.CharField(max_length=40, blank=True, db_index=True)
    archival_code = models.CharField(max_length=40)
    archival_key = models.CharField(max_length=40, db_index=True)
    unit = models.CharField(max_length=80)
    issued_on = models.DateField(null=True)
    sealed_at = models.DateTimeField()
    digest = models.CharField(max_length=80)
    facets = models.TextField()
    """What else it is found by: tokens with a space on either side."""
    text = models.TextField()
    """The normalised text: title, numbers and names first, a line each, then the papers."""

    class Meta:
        verbose_name = _("检索索引")
        indexes: ClassVar = [models.Index(fields=["year", "dossier"], name="search_by_year")]

    def __str__(self) -> str:
        return self.archival_code


class Deviation(models.Model):
    """A kind of special circumstance that some dossier has."""

    name = models.CharField(_("特别情形"), max_length=60, unique=True)

    class Meta:
        verbose_name = _("特别情形")

    def __str__(self) -> str:
        return self.name


class Amount(models.Model):
    """A sum of money named in a dossier, in yuan."""

    dossier = models.ForeignKey(
        "archive.Dossier",
        models.DO_NOTHING,
        db_constraint=False,
        db_index=False,
        related_name="amounts",
    )
    yuan = models.DecimalField(max_digits=18, decimal_places=2)

    class Meta:
        verbose_name = _("金额")
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["dossier", "yuan"], name="an_amount_once_a_dossier")
        ]

    def __str__(self) -> str:
        return f"{self.yuan}"


class RequirementMet(models.Model):
    """A requirement that a case met late, or only after it had been refused for it."""

    dossier = models.ForeignKey(
        "archive.Dossier",
        models.DO_NOTHING,
        db_constraint=False,
        db_index=False,
        related_name="late_requirements",
    )
    organ = models.ForeignKey(
        "people.Organ", models.DO_NOTHING, db_constraint=False, db_index=False, related_name="+"
    )
    requirement = models.CharField(_("要求"), max_length=80)
    due_on = models.DateField(_("到期日"), null=True)
    met_at = models.DateTimeField(_("满足时间"), null=True)
    late_days = models.PositiveIntegerField(_("迟延天数"), default=0)
    first_refused_at = models.DateTimeField(_("首次被拒绝"), null=True)
    refused_times = models.PositiveIntegerField(_("被拒绝次数"), default=0)

    class Meta:
        verbose_name = _("迟延满足的要求")
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["organ", "requirement", "dossier"], name="a_requirement_once_a_dossier"
            )
        ]

    def __str__(self) -> str:
        return f"{self.requirement} {self.dossier_id}"
