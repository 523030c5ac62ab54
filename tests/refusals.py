"""Seeing an act refused: with which ids, and that nothing but the refusal is left behind."""

from typing import Any

import pytest
from django.apps import apps

from archive.models import LedgerEntry, LogCheckpoint, LogLeaf, LogNode
from decisions.models import Blob, Case
from decisions.record import Record
from decisions.requirements import gather, registry
from tests.story import Story
from workflow.refusals import Refused


def tables() -> dict[str, int]:
    """Return how many rows every table has, but for the ledger's and its log's.

    Nor of the contents of files, which are kept before an act is considered.
    """
    left_out = (LedgerEntry, LogLeaf, LogNode, LogCheckpoint, Blob)
    models = [m for m in apps.get_models(include_auto_created=True) if m not in left_out]
    return {model._meta.label: model._default_manager.count() for model in models}


def see_refused(story: Story, act: str, by: str | None, *ids: str, **how: Any) -> Refused:
    """Try an act; see exactly `ids` unmet, the attempt on record, and nothing else changed."""
    before, rows = story.known_case, tables()
    with pytest.raises(Refused) as refused:
        story.do(act, by, **how)
    assert set(refused.value.ids) == set(ids)
    assert recorded(before) == (act, set(ids))
    assert tables() == rows
    after = story.known_case
    assert (after.state, after.draft_hash, after.moved_at) == (
        before.state, before.draft_hash, before.moved_at,
    )  # fmt: skip
    return refused.value


def recorded(case: Case | None) -> tuple[str, set[str]]:
    """Return act and ids of the last row of a case's ledger, which is a refusal."""
    entry = LedgerEntry.objects.filter(case=case).latest("pk")
    assert entry.outcome == LedgerEntry.Outcome.REFUSED
    return entry.act, set(entry.unmet_ids)


def met(told: Story, requirement: str) -> bool:
    """Say whether the case meets a requirement, by the rule alone."""
    return registry[requirement].met(gather(told.known_case, told.now))


def without(told: Story, *kinds: type[Record]) -> Any:
    """Return the case with its facts, in which the records of some kinds are not to be seen."""
    case = told.known_case
    gather(case, told.now)._read.update({kind: [] for kind in kinds})
    return case


def skipping(told: Story, first: str, last: str, until: str) -> None:
    """Tell the story up to `until` without the beats from `first` to `last`."""
    told.before(first)
    told.told = told.place(last, 1) + 1
    told.before(until)
