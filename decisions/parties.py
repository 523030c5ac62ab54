"""Who may act: a role, and where the law names one, the unit of the case that must hold it."""

from dataclasses import dataclass

from django.utils.translation import gettext as _

from decisions.models import Case
from people.models import Role, Tenure


@dataclass(frozen=True)
class Party:
    """A role in the case's organ; `unit` names the column whose unit must hold it, if any.

    `also` is another party that may act as well.
    """

    role: Role
    unit: str = ""
    also: "Party | None" = None

    @property
    def roles(self) -> tuple[Role, ...]:
        """Every role that may act."""
        return (self.role, *(self.also.roles if self.also else ()))

    def unit_id(self, case: Case) -> int | None:
        """Return the id of the unit of `case` that must act, None where any may."""
        return getattr(case, f"{self.unit}_id") if self.unit else None

    def includes(self, tenure: Tenure, case: Case | None) -> bool:
        """Say whether the holder of `tenure` is this party of `case`."""
        if self.also is not None and self.also.includes(tenure, case):
            return True
        if tenure.post.role != self.role:
            return False
        unit = tenure.post.unit
        if case is None or unit.organ_id != case.organ_id:
            return case is None
        return not self.unit or unit.pk == self.unit_id(case)

    def key(self, case: Case) -> str:
        """Return the key under which this party's tasks are listed."""
        unit = self.unit_id(case)
        return f"{self.role}@{unit}" if unit else f"{self.role}@organ {case.organ_id}"

    def __str__(self) -> str:
        """Return the role in the reader's language."""
        named = str(self.role.label)
        return (
            _("%(one)s或者%(other)s") % {"one": named, "other": self.also} if self.also else named
        )


def keys(tenure: Tenure) -> tuple[str, str]:
    """Return the keys of the tasks that the holder of `tenure` may do."""
    role, unit = tenure.post.role, tenure.post.unit
    return f"{role}@organ {unit.organ_id}", f"{role}@{unit.pk}"


HEAD = Party(Role.ADMINISTRATIVE_HEAD)
LEADER = Party(Role.LEADER_IN_CHARGE)
OFFICE = Party(Role.GOVERNMENT_OFFICE)
UNDERTAKER = Party(Role.UNDERTAKER, "undertaking_unit")
UNDERTAKER_OR_OFFICE = Party(Role.UNDERTAKER, "undertaking_unit", OFFICE)
DEPARTMENT_LEGAL = Party(Role.DEPARTMENT_LEGAL, "undertaking_unit")
DEPARTMENT_HEAD = Party(Role.DEPARTMENT_HEAD, "undertaking_unit")
HEARING_ORGANISER = Party(Role.HEARING_ORGANISER)
EXPERT = Party(Role.EXPERT)
ASSESSOR = Party(Role.RISK_ASSESSOR, "assessor_unit")
MARKET_REGULATOR = Party(Role.MARKET_REGULATOR)
REVIEWER = Party(Role.LEGALITY_REVIEWER)
COUNSEL = Party(Role.LEGAL_COUNSEL)
EXECUTOR = Party(Role.UNDERTAKER, "executing_unit")
EVALUATOR = Party(Role.EVALUATOR, "evaluator_unit")
RECORDS_OFFICE = Party(Role.RECORDS_OFFICE)
AUDITOR = Party(Role.AUDITOR)
AUDITOR_OR_REVIEWER = Party(Role.AUDITOR, "", REVIEWER)
HEAD_OR_OFFICE = Party(Role.ADMINISTRATIVE_HEAD, "", OFFICE)
