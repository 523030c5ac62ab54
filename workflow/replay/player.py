"""The player: dated lines, each done to one case through the single door."""

import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from django.utils import timezone

from decisions.models import Case
from people.models import Person, Tenure
from workflow.acts import Act
from workflow.door import perform
from workflow.posts import acting
from workflow.refusals import Refused
from workflow.replay.beside import Beside
from workflow.replay.casting import Casting, unknown
from workflow.replay.unreadable import Amiss


@dataclass(frozen=True)
class Line:
    """One act as a file tells it: what, when, by whom, with which data and papers."""

    act: Act
    at: dt.datetime
    by: str = ""
    """The account of who does it; blank for the public."""
    data: Mapping[str, Any] = field(default_factory=dict)
    evidence: Sequence[str | Mapping[str, Any]] = ()


class Player:
    """Plays lines into one case, which the first of them opens."""

    def __init__(self, beside: Beside, case: Case | None = None, imported_from: str = "") -> None:
        """Take the files at hand, the case if it was begun, and the mark of an import."""
        self.beside, self.case, self.imported_from = beside, case, imported_from

    def play(self, line: Line) -> Refused | None:
        """Do one act; return the refusal if it was refused.

        Raises Amiss where the line names what is not there, and Invalid where the act's form
        cannot read its data.
        """
        actor = tenure(line.by, line.act, self.case, line.at) if line.by else None
        data = Casting(line.act, self.case, self.beside).cast(line.data)
        papers = [
            self.beside.paper(named, ("evidence", number))
            for number, named in enumerate(line.evidence)
        ]
        try:
            self.case = perform(
                line.act, self.case, actor, data, line.at,
                attachments=papers, imported_from=self.imported_from,
            ).case  # fmt: skip
        except Refused as refusal:
            return refusal
        return None


def tenure(username: str, act: Act, case: Case | None, at: dt.datetime) -> Tenure | None:
    """Return the post in which somebody does `act`: one that fits, else any. Raises Amiss."""
    person = Person.objects.filter(username=username).first()
    if person is None:
        raise Amiss(("by",), unknown(Person, username))
    held = Tenure.objects.named().on(timezone.localdate(at)).filter(person=person)
    return acting(act, case, list(held), person)
