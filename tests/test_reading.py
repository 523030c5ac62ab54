"""What one statement reads of a case is what each kind's own query reads, column by column."""

import datetime as dt
from typing import Any

from django.apps import apps
from django.db import connection
from django.db.models import Model
from django.test.utils import CaptureQueriesContext

from archive.models import Volume
from archive.triggers import append_only
from decisions.facts import Facts, asked_before
from decisions.models import (
    Answer,
    Comment,
    CommentAnswering,
    Draft,
    ExpertOpinion,
    PublicInput,
)
from decisions.reading import kinds, on_record
from decisions.record import Record, Row
from tests.story import ASIDES, Story, person, unit

MASS = {Comment, CommentAnswering, Answer}


def told_with_every_aside() -> list[Story]:
    """Tell a plain case to its end, one for each act beside the plain way, and some with more."""
    jointly = Story().before("initiate")
    jointly.do("initiate", "fanglicheng", co_undertakers=[{"unit": unit("SFJ")}])
    touching = Story().before("determine_steps")
    groups = [{"name": "骑手"}]
    bodies = [{"unit": unit("SFJ"), "answer_by": touching.today + dt.timedelta(days=5)}]
    touching.do("determine_steps", "huoqishan", groups=groups, bodies=bodies)
    told = [Story().until("transfer_dossier"), jointly, touching]
    for act in ASIDES:
        story = Story()
        story.do(act, story.reach(act))
        told.append(story)
    return told


def columns(instance: Model) -> dict[str, Any]:
    """Return what was read of an instance, with the type of each value."""
    deferred = instance.get_deferred_fields()
    names = {f.attname for f in instance._meta.concrete_fields} - deferred
    return {name: (type(value := getattr(instance, name)), value) for name in names}


def plainly(model: type[Model], case: int) -> list[Model]:
    """Return a case's rows of a kind by its own query."""
    found: Any = model._default_manager.defer(*getattr(model, "LONG", ()))
    if issubclass(model, Row):
        return list(found.filter(of__case=case).order_by("pk"))
    return list(found.filter(case=case).order_by("seq"))


def test_one_statement_reads_what_each_kind_reads_by_itself(
    district: None, stamped: None, years_on: None
) -> None:
    seen: set[type[Model]] = set()
    for story in told_with_every_aside():
        case = story.known_case.pk
        for model, found in on_record(case, kinds()).items():
            alone = plainly(model, case)
            assert [columns(one) for one in found] == [columns(one) for one in alone], model
            seen |= {model} if found else set()
    # No story here is long enough for a dossier of several volumes.
    assert seen == set(kinds()) - {Volume}


def test_every_kind_is_read_together_but_those_of_which_there_are_thousands() -> None:
    tables = set(append_only())
    every = {model for model in apps.get_models() if issubclass(model, Record | Row)}
    assert set(kinds()) == every - MASS
    assert {model._meta.db_table for model in every} <= tables


def test_a_moment_comes_back_in_utc(told: Story) -> None:
    told.until("open_public_input")
    (notice,) = on_record(told.known_case.pk, [PublicInput, Draft])[PublicInput]
    assert notice.at == told.now
    assert notice.at.tzinfo is dt.UTC


def test_a_whole_draft_is_fetched_only_by_whoever_opens_it(told: Story) -> None:
    told.until("file_draft")
    (draft,) = on_record(told.known_case.pk, [Draft, PublicInput])[Draft]
    assert draft.get_deferred_fields() == {"text"}
    assert draft.text == Draft.objects.get().text != ""


def test_a_whole_case_is_read_in_one_query(told: Story) -> None:
    told.until("close_case")
    facts = Facts(told.known_case, told.now)
    with CaptureQueriesContext(connection) as caught:
        facts.whole()
        for model in kinds():
            if issubclass(model, Record):
                facts.all(model)
    assert len(caught) == 1


def test_opinions_are_never_taken_for_absent(told: Story) -> None:
    told.until("answer_comments")
    facts = Facts(told.known_case, told.now).whole()
    assert len(facts.all(Comment)) == 2
    (sitting,) = facts.all(CommentAnswering)
    assert len(facts.rows_of(sitting, Answer)) == 2


def test_an_act_asks_at_once_for_what_it_asked_for_before(district: None) -> None:
    asked_before.clear()
    first, again = counted("submit_for_deliberation"), counted("submit_for_deliberation")
    assert again < first
    assert counted("submit_for_deliberation") == again


def counted(act: str) -> int:
    """Return how many queries an act takes."""
    story = Story()
    by = story.reach(act)
    with CaptureQueriesContext(connection) as caught:
        story.do(act, by)
    return len(caught)


def test_who_did_an_act_is_found_among_all_that_was_read(told: Story) -> None:
    """Lines are read together with the records, and nobody did them."""
    told.until("file_expert_opinion")
    facts = Facts(told.known_case, told.now).whole()
    opinion = facts.latest(ExpertOpinion)
    assert opinion
    assert facts.person_of(opinion) == person("shenhuaijin")
