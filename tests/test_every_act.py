"""What holds for every act: whose it is, where it can be done, and that it counts once."""

import datetime as dt
import uuid

import pytest

from archive.models import LedgerEntry
from decisions.models import Case
from decisions.parties import Party
from people.models import Tenure
from tests.refusals import recorded, tables
from tests.story import ASIDES, BEATS, Story
from workflow.acts import Act, registry
from workflow.door import perform
from workflow.intake import Invalid
from workflow.refusals import NotInPost, Refused, Repeated, WrongState

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("stamped", "years_on")]
STRANGERS = {"propose": "zhouhuimin"}
"""Who holds no post for an act; for every other act an undertaker of a unit not concerned."""

of_an_official = pytest.mark.parametrize("act", [n for n, act in registry.items() if act.by])
every = pytest.mark.parametrize("act", registry)
not_opening = pytest.mark.parametrize("act", [n for n, act in registry.items() if act.states])


def reached(told: Story, act: str) -> tuple[Case | None, str | None]:
    """Return the case on which `act` can be done, and who does it; None where it opens one."""
    by = told.reach(act)
    told.now += dt.timedelta(hours=1)
    return (told.known_case if told.case else None), by


@of_an_official
def test_it_is_refused_to_whoever_does_not_hold_its_post(told: Story, act: str) -> None:
    """Somebody in another post, and somebody who has given the post up."""
    case, by = reached(told, act)
    actor, rows = told.actor(str(by), act), tables()
    actor.ends_on = told.today - dt.timedelta(days=1)
    actor.save()
    for nobody in (told.actor(STRANGERS.get(act, "zhuominer"), act), actor):
        with pytest.raises(NotInPost):
            perform(act, case, nobody, {}, told.now)
        assert recorded(case) == (act, {"door.post"})
        assert tables() == rows


@not_opening
def test_it_is_refused_where_the_case_does_not_stand_there(told: Story, act: str) -> None:
    told.until(elsewhere(registry[act]))
    told.now += dt.timedelta(hours=1)
    case, rows = told.known_case, tables()
    with pytest.raises(WrongState):
        perform(act, case, holder(told, act), {}, told.now)
    assert recorded(case) == (act, {"door.state"})
    assert tables() == rows


def elsewhere(act: Act) -> str:
    """Return how far to tell a story so that `act` cannot be done, but its party is known."""
    by = [act.by] if isinstance(act.by, Party) else []
    named_later = any(p.unit not in ("", "undertaking_unit") for p in by)
    return "close_case" if "proposed" in act.states or named_later else "propose"


def holder(told: Story, act: str) -> Tenure | None:
    """Return somebody who may do `act` to the case as it stands; None for the public."""
    party = registry[act].party(told.known_case)
    names = {beat.by for beat in BEATS if beat.by} | {"guanyingxin", "wenqiwen", "zhouhuimin"}
    held = (told.actor(name, act) for name in sorted(names))
    return next(t for t in held if party.includes(t, told.known_case)) if party else None


@every
def test_left_empty_it_leaves_nothing_and_filled_in_it_counts_once(told: Story, act: str) -> None:
    case, by = reached(told, act)
    rows, entries, form = tables(), LedgerEntry.objects.count(), uuid.uuid4()
    with pytest.raises(Invalid):
        perform(act, case, told.actor(by, act) if by else None, {}, told.now, once=form)
    assert (tables(), LedgerEntry.objects.count()) == (rows, entries)

    told.do(act, by, once=form)
    rows = tables()
    with pytest.raises(Repeated):
        told.do(act, by, once=form)
    assert recorded(told.known_case) == (act, {"door.once"})
    assert tables() == rows


def test_an_act_that_opens_a_case_cannot_be_done_to_one_that_is_there(told: Story) -> None:
    told.until("initiate")
    with pytest.raises(WrongState):
        told.do("propose", "huoqishan", title="另一件事")
    assert told.known_case.title != "另一件事"


def test_no_other_act_opens_a_case(told: Story) -> None:
    with pytest.raises(WrongState):
        told.do("study_proposal", "chenhaining")
    assert not Case.objects.exists()
    assert recorded(None) == ("study_proposal", {"door.state"})


def test_an_act_is_refused_before_the_last_one_and_in_the_future(told: Story) -> None:
    told.until("propose")
    long_ago = told.now - dt.timedelta(days=1)
    some_day = told.now + dt.timedelta(days=36_500)
    actor = told.actor("chenhaining", "study_proposal")
    for moment in (long_ago, some_day):
        with pytest.raises(Refused) as refused:
            perform("study_proposal", told.known_case, actor, {}, moment)
        assert refused.value.ids == ("door.order",)


def test_every_act_is_told_by_the_story_or_beside_it(told: Story) -> None:
    """So that no act is left out of the tests above."""
    assert {beat.act for beat in BEATS} | set(ASIDES) == set(Act.registry)
