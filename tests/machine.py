"""Everybody tries everything: every act, as every person, in any order, with any data.

After each step the statute is asked, not the program, whether a case may stand where it does.
"""

import datetime as dt
from collections.abc import Iterator, Mapping
from contextlib import AbstractContextManager, contextmanager, suppress
from typing import Any

import time_machine
from django.db import transaction
from django.db.models import Count, Q
from django.test import Client
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule

from decisions.models import Case, Procedure
from people.models import Tenure
from tests.anything import Change, changed, changes, texts
from tests.clerk import Clerk, Numbered, able
from tests.desk import flat
from tests.entrances import entrances, standing, tried
from tests.statute import lacks
from tests.story import BEATS
from tests.tally import Tally
from workflow.acts import Act, registry
from workflow.door import perform
from workflow.flows.map import ENDS
from workflow.intake import Invalid
from workflow.refusals import Refused

SOME_DAY = dt.datetime(2060, 1, 4, tzinfo=dt.UTC)
"""Far enough on that no act of a run lies in the future."""
HOUR = dt.timedelta(hours=1)
tally = Tally()

numbers = st.sampled_from(["", "", "", "", "HZ-2026-001", "HZ-2026-999", "null"])
misnamed = st.sampled_from(["", "", "", "", "", "propose", "receive_comment", "no_such_act"])
addresses = st.tuples(numbers, misnamed)
"""Whose page is posted to: a case's number, or this case's own; an act, or the one filled in."""
WHOEVER_MAY = "whoever may"
anybody = st.one_of(st.just(WHOEVER_MAY), st.none(), st.integers(0, 200))
procedures = st.sampled_from(Procedure.values)
anywhere = st.sampled_from(sorted(registry))
acts = st.sampled_from(sorted(registry))
with_changes = acts.flatmap(lambda name: st.tuples(st.just(name), changes(registry[name])))


class Everybody(RuleBasedStateMachine):
    """The district, and everybody in it who does whatever comes to mind."""

    def __init__(self) -> None:
        """Begin a transaction that ends with the run."""
        super().__init__()
        self.around: AbstractContextManager[Any] = transaction.atomic()
        self.around.__enter__()
        self.clock = time_machine.travel(SOME_DAY, tick=False)
        self.now = self.clock.start()
        self.checked: dict[int, tuple[str, int]] = {}

    def teardown(self) -> None:
        """Undo everything."""
        self.clock.stop()
        transaction.set_rollback(True)
        self.around.__exit__(None, None, None)

    @initialize(act=anywhere, procedure=procedures)
    def begin_somewhere(self, act: str, procedure: str) -> None:
        """Tell a plain story up to somewhere; each act of it passes the door too."""
        told = any(beat.act == act and procedure in beat.only for beat in BEATS)
        self.story = Numbered(procedure if told else "major")
        self.clerk = Clerk(self.story, self.knock)
        with suppress(Refused):
            by = self.story.reach(act)
            self.see()
            self.story.do(act, by)

    @precondition(lambda self: self.story.known_case.state in ENDS)
    @rule(act=anywhere, procedure=procedures)
    def take_up_another_case(self, act: str, procedure: str) -> None:
        """One case is at its end; another is opened."""
        self.begin_somewhere(act, procedure)

    # at the door

    def knock(self, act: Act, actor: Tenure | None, data: Mapping[str, Any], case: Any = "") -> Any:
        """Do an act and count it. Raises Refused or Invalid, and nothing else."""
        case = self.story.known_case if case == "" else case
        tally.tried += 1
        try:
            receipt = perform(act, case, actor, data, self.story.now)
        except Refused as refusal:
            tally.refused.update(refusal.ids)
            raise
        except Invalid:
            tally.unreadable[act.name] += 1
            raise
        tally.done[act.name] += 1
        return receipt

    def _somebody(self, act: Act, who: Any) -> Tenure | None:
        """Return whoever may do an act, or anybody by number; None is the public."""
        if who == WHOEVER_MAY:
            return able(act, self.story.known_case, self.story.today)
        held = Tenure.objects.named().order_by("pk")
        return None if who is None else held[who % held.count()]

    def _try(self, act: Act, actor: Tenure | None, wanted: list[Change]) -> None:
        data = changed(act, self._plain(act), wanted, self.story.today)
        try:
            self.knock(act, actor, data)
        except (Refused, Invalid):
            return

    def _plain(self, act: Act) -> Mapping[str, Any]:
        return self.story.data(act.name)

    @rule(
        crowd=st.lists(
            st.tuples(with_changes, anybody, st.integers(-1, 60)), min_size=1, max_size=4
        )
    )
    def a_crowd_tries_anything(self, crowd: list[Any]) -> None:
        """Officials, or the public, do any act with any data at any time."""
        for (name, wanted), who, days in crowd:
            self.story.now += dt.timedelta(days=days)
            self._try(registry[name], self._somebody(registry[name], who), wanted)
            self.see()

    @rule(place=st.integers(0, 50), data=st.data(), days=st.integers(0, 40))
    def whoever_may_does_what_can_be_done_here(self, place: int, data: Any, days: int) -> None:
        """Somebody in the right post does an act that this state knows, with any data."""
        state = self.story.known_case.state
        here = [act for name, act in sorted(registry.items()) if state in act.states]
        if not here:
            return
        act = here[place % len(here)]
        self.story.now += HOUR + dt.timedelta(days=days)
        self._try(act, self._somebody(act, WHOEVER_MAY), data.draw(changes(act)))

    @rule(choices=st.lists(st.integers(0, 5), min_size=1, max_size=4))
    def the_clerk_goes_on(self, choices: list[int]) -> None:
        """The next plain steps are taken."""
        for choice in choices:
            try:
                self.clerk.take_on(choice)
            except Invalid:
                self.story.now += HOUR
            self.see()

    @invariant()
    def see(self) -> None:
        """The statute finds nothing missing where any case stands."""
        done = Count("ledger", filter=Q(ledger__outcome="accepted"))
        stands: Any = Case.objects.annotate(done=done).values_list("pk", "state", "done")
        for pk, state, number in stands:
            if self.checked.get(pk) != (state, number):
                self.checked[pk] = state, number
                assert not lacks(pk), (state, lacks(pk))
                tally.reach(state)

    # through the site

    @rule(tried=with_changes, who=anybody, to=addresses, days=st.integers(0, 40))
    def somebody_forges_an_address(self, tried: Any, who: Any, to: Any, days: int) -> None:
        """The page of any act on any case is posted to by anybody, whatever it offers."""
        name, wanted = tried
        number, act = to
        case = self.story.known_case
        self.story.now += HOUR + dt.timedelta(days=days)
        posted = flat(
            changed(registry[name], self._plain(registry[name]), wanted, self.story.today)
        )
        actor = self._somebody(registry[name], who)
        with self.at_the_storys_moment():
            browser = Client()
            if actor:
                browser.force_login(actor.person)
            address = f"/cases/{number or case.number}/{act or name}/"
            answer = browser.post(address, {"seen_draft": case.draft_hash, **posted})
        tally.answers[f"{answer.status_code} to the page of an act"] += 1
        assert answer.status_code < 500, address

    @rule(number=numbers, text=texts, days=st.integers(0, 40))
    def the_public_writes(self, number: str, text: str, days: int) -> None:
        """Anybody posts an opinion to the page of any case."""
        self.story.now += HOUR + dt.timedelta(days=days)
        with self.at_the_storys_moment():
            address = f"/public/{number or self.story.known_case.number}/"
            answer = Client().post(address, {"stance": "suggest", "text": text})
        tally.answers[f"{answer.status_code} to the public"] += 1
        assert answer.status_code < 500, address

    @contextmanager
    def at_the_storys_moment(self) -> Iterator[None]:
        """Set the clock to the story's own moment; the site acts now."""
        self.now.move_to(self.story.now)
        try:
            yield
        finally:
            self.now.move_to(SOME_DAY)

    # round the door

    @rule(name=st.sampled_from(sorted(entrances)), number=st.integers(0, 1000))
    def somebody_goes_round_the_door(self, name: str, number: int) -> None:
        """A side entrance is tried; case, papers and ledger stay as they were."""
        before = standing()
        tally.entrances[name] += 1
        tried(name, self.story.known_case, number)
        assert standing() == before, name
        self.checked.clear()
