"""Playing a case from its file: broken off and taken up again, off script, moved in time."""

import datetime as dt

import pytest
from django.core.management import CommandError, call_command
from django.utils import timezone

from archive.models import LedgerEntry
from people.models import Organ
from workflow.demonstration import WEEK, Line, OffScript, Script, moved
from workflow.management.commands import demo

SMALL = demo.CASES / "school-places.toml"


class BrokenOffError(Exception):
    """Somebody pressed Ctrl+C."""


def test_a_playing_that_was_broken_off_is_taken_up_again(district: None) -> None:
    def stop(line: Line) -> None:
        if line["name"] == "close_public_input":
            raise BrokenOffError

    with pytest.raises(BrokenOffError):
        Script(SMALL).play(stop)
    begun = Script(SMALL)
    assert 0 < len(begun.waiting) < len(begun.lines)
    case = begun.play()
    assert case.length == len(begun.lines) == LedgerEntry.objects.filter(case=case).count()


def test_an_act_refused_otherwise_than_written_stops_the_playing(district: None) -> None:
    script = Script(SMALL)
    script.lines = [{**script.lines[0]}, {**script.lines[2], "name": "initiate", "data": {}}]
    with pytest.raises(OffScript, match=r"door\.post"):
        script.play()


def test_an_act_accepted_though_written_as_refused_stops_the_playing(district: None) -> None:
    script = Script(SMALL)
    script.lines = [script.lines[0], {**script.lines[1], "refused": ["door.post"]}]
    with pytest.raises(OffScript, match="study_proposal"):
        script.play()


def test_a_present_day_case_is_moved_by_whole_weeks_to_the_day_of_its_playing(
    district: None,
) -> None:
    first, last = Script(SMALL).lines[0]["at"], Script(SMALL).lines[-1]["at"]
    assert first.weekday() == 0
    assert dt.timedelta() <= timezone.localdate() - last.date() < 4 * WEEK


def test_moving_reaches_every_date() -> None:
    day = dt.date(2026, 3, 2)
    given = {"at": dt.datetime(2026, 3, 2, 9), "rows": [{"day": day, "text": "原文"}]}  # noqa: DTZ001  # as in a file
    assert moved(given, WEEK) == {
        "at": dt.datetime(2026, 3, 9, 9),  # noqa: DTZ001  # as in a file
        "rows": [{"day": dt.date(2026, 3, 9), "text": "原文"}],
    }


def test_no_demonstration_among_the_people_of_a_real_district(district: None) -> None:
    Organ.objects.update(code="XX")
    with pytest.raises(CommandError, match="not loaded"):
        call_command("demo")
