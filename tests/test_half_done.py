"""The connection is lost in the middle of an act: nothing is half done."""

from typing import Any

import pytest
from django.db import OperationalError

from archive.models import LedgerEntry
from decisions.models import Case
from tests.refusals import tables
from tests.story import Story
from workflow.audit import differences

pytestmark = pytest.mark.django_db

WRITES = (
    "decisions.models.Case.save",
    "decisions.models.OptionComparison.save",
    "django.db.models.query.QuerySet.bulk_create",
    "archive.ledger.append",
    "archive.models.LedgerEntry.save",
    "workflow.flows.motion.follow",
    "viewflow.workflow.models.Task.save",
)
"""Whatever an act writes with."""


def lost(*_args: Any, **_kwargs: Any) -> None:
    raise OperationalError("server closed the connection unexpectedly")


def as_it_stands(told: Story) -> tuple[Any, ...]:
    """Return all that an act could have left."""
    case = Case.objects.values().get(pk=told.known_case.pk)
    return tables(), LedgerEntry.objects.count(), case


@pytest.mark.parametrize("write", WRITES)
def test_an_act_cut_short_leaves_nothing(
    told: Story, write: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    told.before("file_options")
    before = as_it_stands(told)
    with monkeypatch.context() as cut:
        cut.setattr(write, lost)
        with pytest.raises(OperationalError):
            told.do("file_options", "huoqishan")
    assert as_it_stands(told) == before
    told.do("file_options", "huoqishan")
    assert list(differences()) == []


@pytest.mark.parametrize("write", ["archive.ledger.append", "workflow.flows.motion.begin"])
def test_an_opening_cut_short_leaves_no_case(
    told: Story, write: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    rows = tables()
    with monkeypatch.context() as cut:
        cut.setattr(write, lost)
        with pytest.raises(OperationalError):
            told.do("propose", "huoqishan")
    assert (tables(), LedgerEntry.objects.count()) == (rows, 0)


def test_a_refusal_cut_short_leaves_nothing(told: Story, monkeypatch: pytest.MonkeyPatch) -> None:
    told.before("open_public_input")
    before = as_it_stands(told)
    with monkeypatch.context() as cut:
        cut.setattr("archive.ledger.append", lost)
        with pytest.raises(OperationalError):
            told.do("receive_comment")
    assert as_it_stands(told) == before
