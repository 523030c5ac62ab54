"""What can be seen to be wrong with a file before anything of it is played."""

import datetime as dt
from collections.abc import Iterator
from typing import Any

from django.core.exceptions import ValidationError
from django.utils import timezone
from django.utils.translation import gettext as _

from decisions.requirements import registry as requirements
from decisions.states import State
from workflow.acts import Act, registry
from workflow.door import CLOCK_SKEW
from workflow.forms import in_our_time
from workflow.replay.asked import asked
from workflow.replay.checking import problems
from workflow.replay.document import Document
from workflow.replay.unreadable import Amiss, Place, Problem


def moment(text: str) -> dt.datetime:
    """Return a moment, of Shanghai where no offset is given. Raises ValueError."""
    found = dt.datetime.fromisoformat(text)
    return found if found.tzinfo else timezone.make_aware(found)


def untrue(found: Document) -> Iterator[Problem]:
    """Yield what a schema does not know: names, moments, and what each act asks for."""
    now = timezone.now() + CLOCK_SKEW
    last = None
    for number, said in enumerate(found.value["acts"]):
        place: Place = ("acts", number)
        try:
            act = _act(said, number)
            last = _in_time(said, last, now)
            _known(said)
            _truly_invented(said)
        except Amiss as amiss:
            yield Problem(found.line((*place, *amiss.place)), amiss.reason)
            continue
        if "data" in said:
            yield from problems(asked(act), found, (*place, "data"))


def _act(said: dict[str, Any], number: int) -> Act:
    act = registry.get(said["act"])
    if act is None:
        raise Amiss(("act",), _("没有叫“%(act)s”的行为。") % said)
    if number == 0 and act.states:
        raise Amiss(("act",), _("第一项须是提出建议（propose），由它立案。"))
    return act


def _in_time(said: dict[str, Any], last: dt.datetime | None, now: dt.datetime) -> dt.datetime:
    """Return when the act was last done; refuse what goes back in time or is still to come."""
    for name in ("at", "until"):
        if name not in said:
            continue
        try:
            told = moment(said[name])
            in_our_time(told)
        except ValidationError as fault:
            raise Amiss((name,), " ".join(fault.messages)) from None
        except ValueError:
            raise Amiss((name,), _("没有这个时间。")) from None
        if last and told < last:
            raise Amiss((name,), _("时间早于前面一项。"))
        if told > now:
            raise Amiss((name,), _("时间还没有到。"))
        last = told
    if last is None:
        raise LookupError("at")
    return last


def _known(said: dict[str, Any]) -> None:
    """Refuse a state and a requirement that do not exist."""
    if said.get("state", State.PROPOSED) not in State.values:
        raise Amiss(("state",), _("没有“%(state)s”这个状态。") % said)
    for number, id in enumerate(said.get("refused", ())):
        if id not in requirements and not id.startswith("door."):
            raise Amiss(("refused", number), _("没有“%(id)s”这项要求。") % {"id": id})


def _truly_invented(said: dict[str, Any]) -> None:
    """Refuse a claim that something is made up which is not there."""
    claimed = said.get("invented", ())
    for number, name in enumerate(claimed if isinstance(claimed, list) else ()):
        if name not in said and name not in said.get("data", {}):
            raise Amiss(("invented", number), _("没有“%(name)s”这一项。") % {"name": name})
