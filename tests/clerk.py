"""A diligent clerk: does what is due next, and mends what is found missing, as the page says."""

import datetime as dt
from collections.abc import Callable, Mapping
from typing import Any

from decisions.models import Case
from people.models import Tenure
from tests.agreement import open_duties
from tests.story import ASIDES, BEATS, Story
from workflow.acts import Act, registry
from workflow.door import Receipt
from workflow.refusals import Refused, Unmet

USUAL = {beat.act: beat.by for beat in BEATS} | {act: aside.by for act, aside in ASIDES.items()}
"""Who does an act in the plain story."""
NUMBERS = {"document_number", "archival_code"}
A_MONTH = dt.timedelta(days=31)
HOUR = dt.timedelta(hours=1)
Knock = Callable[[Act, Tenure | None, Mapping[str, Any]], Receipt]


def able(act: Act, case: Case | None, day: dt.date) -> Tenure | None:
    """Return somebody who may do an act: whoever does it in the story, or else the first."""
    party = act.party(case)
    if party is None:
        return None
    held = Tenure.objects.named().on(day).filter(post__role=party.role)
    fitting = [tenure for tenure in held if party.includes(tenure, case)]
    usual = [tenure for tenure in fitting if tenure.person.username == USUAL.get(act.name)]
    return next(iter([*usual, *fitting]), None)


class Numbered(Story):
    """A story among others: no two papers in it bear one number."""

    def data(self, act: str) -> dict[str, Any]:
        """Return what an act plainly hands in, under a number of its own."""
        found = super().data(act)
        for name in NUMBERS & found.keys():
            case = self.known_case
            found[name] = f"{found[name]}-{case.pk}-{case.length}"[-40:]
        return found


class Clerk:
    """Takes a case on, step by step, with plain data."""

    def __init__(self, story: Story, knock: Knock) -> None:
        """Act in a story, knocking at the door by `knock`."""
        self.story, self.knock = story, knock

    def take_on(self, choice: int) -> None:
        """Do one of the duties that are open; what it lacks, mend; what takes time, wait for."""
        duties = sorted(open_duties(self.story.known_case))
        if duties:
            self.achieve(registry[act_of(duties[choice % len(duties)])])

    def achieve(self, act: Act, depth: int = 3) -> None:
        """Do an act, or the first thing that it lacks."""
        try:
            self.do(act)
        except Unmet as refusal:
            mends = [registry[one.mend] for one in refusal.requirements if one.mend != act.name]
            state = self.story.known_case.state
            within = [mend for mend in mends if state in mend.states]
            if within and depth:
                self.achieve(within[0], depth - 1)
            else:
                self.story.now += A_MONTH
        except Refused:
            self.story.now += HOUR

    def do(self, act: Act) -> Receipt:
        """Knock with an act's plain data, by whoever may do it. Raises Refused."""
        self.story.now += HOUR
        actor = able(act, self.story.known_case, self.story.today)
        return self.knock(act, actor, self.story.data(act.name))


def act_of(duty: str) -> str:
    """Return the name of the act that is done at a node of the flow."""
    from workflow.flows.motion import duties

    return next(node.act.name for node in duties() if node.name == duty)
