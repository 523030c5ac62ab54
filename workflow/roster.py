"""Who does what in a case: the party that an act asks for, its unit, the persons in post."""

import datetime as dt
from collections.abc import Iterable
from functools import reduce
from operator import or_

from django.db.models import Q
from django.utils.translation import gettext as _

from decisions.models import Case
from decisions.parties import Party
from people.models import Tenure, Unit
from workflow.acts import Act, registry
from workflow.posts import may

NAMED = 3
"""How many persons are named of those who may do an act."""


class Roster:
    """The posts that take part in a case, with who holds them on a day."""

    def __init__(self, case: Case, day: dt.date) -> None:
        """Read units and posts once for all the acts."""
        self.case = case
        parties = {party for act in registry.values() if (party := act.party(case))}
        self.tenures = _holders(parties, case, day)
        self.units = {unit.pk: unit.name for unit in _units(case)}

    def able(self, act: Act) -> list[Tenure]:
        """Return everybody who may do `act`."""
        return [tenure for tenure in self.tenures if may(act, self.case, tenure)]

    def who(self, act: Act) -> str:
        """Return who does an act: the persons with their unit, else the party."""
        party = act.party(self.case)
        if party is None:
            return ""
        named = [f"{held.post.unit.name} {held.person.name}" for held in self.able(act)[:NAMED]]
        return _("、").join(named) if named else self._party(party)

    def _party(self, party: Party) -> str:
        unit = self.units.get(party.unit_id(self.case) or 0)
        return f"{unit}·{party}" if unit else str(party)


def _holders(parties: Iterable[Party], case: Case, day: dt.date) -> list[Tenure]:
    """Return who holds a post of one of `parties`, in the unit of the case where it names one."""
    asked = [_post(party, case) for party in parties]
    return list(Tenure.objects.named().on(day).filter(reduce(or_, asked)))


def _post(party: Party, case: Case) -> Q:
    role = Q(post__role=party.role)
    return role & Q(post__unit=party.unit_id(case)) if party.unit else role


def _units(case: Case) -> Iterable[Unit]:
    """Return the units that take part in the case."""
    keys = (
        case.undertaking_unit_id, case.executing_unit_id,
        case.assessor_unit_id, case.evaluator_unit_id,
    )  # fmt: skip
    return Unit.objects.filter(pk__in=[key for key in keys if key])
