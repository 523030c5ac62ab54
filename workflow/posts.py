"""In which post a person does an act, and who else may."""

import datetime as dt
from collections.abc import Iterable, Sequence

from decisions.models import Case
from decisions.parties import Party
from people.models import Person, Tenure
from workflow.acts import Act


def may(act: Act, case: Case | None, tenure: Tenure | None) -> bool:
    """Say whether the holder of `tenure` is who the act asks for."""
    party = act.party(case)
    return party is not None and tenure is not None and party.includes(tenure, case)


def acting(act: Act, case: Case | None, tenures: Sequence[Tenure], person: Person) -> Tenure | None:
    """Return the tenure in which `person` does `act`: one that fits, else any.

    Somebody who holds no post any more acts in the last one held; the door refuses that,
    and the record says who it was.
    """
    fitting = [tenure for tenure in tenures if may(act, case, tenure)]
    if found := [*fitting, *tenures]:
        return found[0]
    return Tenure.objects.named().filter(person=person).last()


def holders(parties: Iterable[Party], day: dt.date) -> list[Tenure]:
    """Return everybody who on `day` holds a post with the role of one of `parties`."""
    roles = {role for party in parties for role in party.roles}
    return list(Tenure.objects.named().on(day).filter(post__role__in=roles))
