"""A diligent clerk: does what is due next, and mends what is found missing, as the page says."""

import datetime as dt
from collections.abc import Callable, Mapping
from typing import Any

from decisions.models import Case
from people.models import Tenure
from tests.story import ASIDES, BEATS, Story
from workflow.acts import Act, registry
from workflow.door import Receipt
from workflow.flows.duty import Duty
from workflow.flows.listed import open_tasks
from workflow.refusals import Refused, Unmet

USUAL = {beat.act: beat.by for beat in BEATS} | {act: aside.by for act, aside in ASIDES.items()}
"""Who does an act in the plain story."""
CODES = {"archival_code"}
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
        if self.case and self.known_case.state != "proposed":
            self.procedure = self.known_case.procedure
        found = super().data(act)
        serial = self.known_case.pk * 1000 + self.known_case.length if self.case else 0
        for name in CODES & found.keys():
            found[name] = f"{found[name]}-{serial}"[-40:]
        if "document_number" in found:
            kind = "规" if self.procedure == "normative" else ""
            found["document_number"] = f"海府{kind}〔2026〕{serial}号"
        if act == "file_draft":
            found["text"] = f"{found['text']}第{serial}稿。"
        if "unified_number" in found:
            found["unified_number"] = f"HZ022026{serial % 10_000:04}"
        return found


class Clerk:
    """Takes a case on, step by step, with plain data."""

    def __init__(self, story: Story, knock: Knock) -> None:
        """Act in a story, knocking at the door by `knock`."""
        self.story, self.knock = story, knock

    def take_on(self, choice: int) -> None:
        """Do one of the duties that are open; what it lacks, mend; what takes time, wait for."""
        open_now = [task.flow_task for task in open_tasks(self.story.known_case)]
        due = sorted({duty.act.name for duty in open_now if isinstance(duty, Duty)})
        if due:
            self.achieve(registry[due[choice % len(due)]])

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
