"""What every record of a step has in common."""

from collections.abc import Collection
from typing import ClassVar

from django.core.exceptions import ValidationError
from django.db import models
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _


class Said(models.Model):
    """What somebody hands in; the database holds its constraints, `clean` says them in words."""

    MANY: ClassVar = False
    """Whether a case may have thousands: they are counted, never read with the rest."""

    class Meta:
        abstract = True

    def validate_constraints(self, exclude: Collection[str] | None = None) -> None:
        """Ask the database nothing beforehand: it refuses by itself what breaks a constraint."""


class Record(Said):
    """The paper that an act leaves behind: never edited, only superseded by a later one.

    `(case, seq)` names the act in the case's ledger; evidence of the same act bears it too.
    """

    case = models.ForeignKey(
        "decisions.Case", models.PROTECT, related_name="+", verbose_name=_("事项")
    )
    seq = models.PositiveIntegerField(_("记录号"))
    tenure = models.ForeignKey(
        "people.Tenure", models.PROTECT, null=True, related_name="+", verbose_name=_("经办人")
    )
    at = models.DateTimeField(_("时间"))
    draft = models.ForeignKey(
        "decisions.Draft", models.PROTECT, null=True, related_name="+", verbose_name=_("针对草案")
    )
    root = models.PositiveIntegerField(
        _("草案根版本"), default=0, help_text=_("最近一次实质性修改所在的版本")
    )

    OWN: ClassVar = frozenset({"id", "case", "seq", "tenure", "at", "draft", "root"})
    """The columns that the door fills; the rest is what the act's form asks for."""
    LONG: ClassVar[tuple[str, ...]] = ()
    """The columns that hold a whole document, read only by whoever opens it."""

    class Meta:
        abstract = True
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["case", "seq"], name="one_%(class)s_an_act")
        ]

    def __str__(self) -> str:
        return f"{self._meta.verbose_name} {self.seq}"

    @classmethod
    def label(cls) -> str:
        """Return what a record of this kind is called, in the reader's language."""
        return str(cls._meta.verbose_name)


class Row(Said):
    """One line of a record that has several: an option, a member's view, a risk point.

    A subclass has a foreign key `of` to its record.
    """

    LATER: ClassVar = False
    """Whether the kind came when records without it were kept: where there is none, a digest is
    computed as it was before."""

    class Meta:
        abstract = True


def in_order(record: models.Model, earlier: str, later: str, sentence: Promise) -> None:
    """Raise ValidationError with `sentence` on `later` where it lies before `earlier`."""
    first, last = getattr(record, earlier), getattr(record, later)
    if first and last and last < first:
        raise ValidationError({later: sentence})
