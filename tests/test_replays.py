"""The replay files of `replays/`: real cases and boundary cases, each with the outcome it states."""

import json
from collections import Counter
from pathlib import Path
from typing import Any, NamedTuple

import pytest

from tests.replaying import replayed

FOLDER = Path(__file__).parent.parent / "replays"
FILES = sorted(FOLDER.glob("*.json"))
each = pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)


class End(NamedTuple):
    """How a file ends: in which state, with which refusals."""

    state: str
    refused: tuple[tuple[str, str], ...] = ()


ENDS = {
    "against-the-majority": End(
        "deliberated", (("record_deliberation", "deliberation.reason_against_majority"),)
    ),
    "c01-ebikes": End("executing"),
    "c02-tap-water-price": End("executing"),
    "c03-points-2017": End("consulting"),
    "c03-points-under-713": End(
        "consulting", (("open_public_input", "public_input.notice_days"),)
    ),
    "c13-livelihood-matters": End("consulting"),
    "c15-thirty-days-both-ways": End(
        "consulting", (("open_public_input", "public_input.notice_days"),)
    ),
    "c23-civil-affairs-plan": End(
        "consulting", (("open_public_input", "public_input.notice_days"),)
    ),
    "c24-soil-and-water": End("consulting"),
    "c25-no-opinions": End("consulting", (("publish_adoption_report", "public_input.held"),)),
    "c37-water-price-hearing": End("consulting"),
    "c38-five-year-plan": End("consulting"),
    "c42-wrong-step": End("consulting", (("commission_risk_assessment", "door.state"),)),
}  # fmt: skip
OPINIONS = {
    "c01-ebikes": 5040, "c13-livelihood-matters": 109, "c23-civil-affairs-plan": 1,
    "c24-soil-and-water": 62, "c25-no-opinions": 0, "c38-five-year-plan": 93,
}  # fmt: skip
"""How many people really said something."""


def acts_of(path: Path) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = json.loads(path.read_text())["acts"]
    return found


def named(path: Path, act: str) -> dict[str, Any]:
    """Return the last act of a name in a file."""
    return [said for said in acts_of(path) if said["act"] == act][-1]


def test_every_file_has_an_end() -> None:
    assert {path.stem for path in FILES} == set(ENDS)


@each
def test_it_plays_as_it_says(path: Path, db: None) -> None:
    end = ENDS[path.stem]
    code, out, _said = replayed(path, "--json")
    found = json.loads(out)
    refused = [act for act in found["acts"] if act["outcome"] == "refused"]
    assert [act for act in found["acts"] if not act["as_stated"]] == []
    assert tuple((act["act"], " ".join(act["unmet"])) for act in refused) == end.refused
    assert (code, found["acts"][-1]["state"]) == (int(bool(end.refused)), end.state)
    said = Counter(act["act"] for act in found["acts"])
    assert said["receive_comment"] == OPINIONS.get(path.stem, 0)


@pytest.mark.parametrize("stem", ["c15-thirty-days-both-ways", "c23-civil-affairs-plan"])
def test_thirty_days_are_counted_both_ways_and_one_is_the_law(stem: str, db: None) -> None:
    _code, out, _said = replayed(FOLDER / f"{stem}.json", "--json")
    acts = json.loads(out)["acts"]
    first, second = (act for act in acts if act["act"] == "open_public_input")
    assert "按公布当天也计算才满30日；法定计算不含当天，还差1日" in first["sentences"][0]
    assert second["outcome"] == "accepted"


@each
def test_what_is_made_up_in_it_is_marked(path: Path) -> None:
    said = json.loads(path.read_text())
    assert said["source"]
    assert all("invented" in part for part in (said["organ"], *said["units"], *said["acts"]))
    assert all(post["invented"] for unit in said["units"] for post in unit["posts"])


@each
def test_nobody_who_said_something_is_named_in_it(path: Path) -> None:
    for said in acts_of(path):
        if said["act"] == "receive_comment":
            assert not {"by", "name", "contact"} & {*said, *said["data"]}


# The real facts


@pytest.mark.parametrize(
    ("stem", "act", "facts"),
    [
        ("c01-ebikes", "open_public_input", ("2023-06-06", "2023-07-06")),
        ("c03-points-2017", "open_public_input", ("2017-11-03", "2017-11-24")),
        ("c13-livelihood-matters", "open_public_input", ("2025-09-02", "2025-10-08")),
        ("c25-no-opinions", "open_public_input", ("2024-03-29", "2024-04-29")),
        ("c38-five-year-plan", "open_public_input", ("2020-02-25", "2020-06-30")),
        ("c01-ebikes", "issue_decision", ("2023-10-31",)),
        ("c01-ebikes", "record_hearing", ("2023-07-10",)),
        ("c02-tap-water-price", "record_hearing", ("2024-05-09",)),
        ("c02-tap-water-price", "issue_decision", ("2025-04-29",)),
        ("c23-civil-affairs-plan", "publish_adoption_report", ("2021-09-08",)),
        ("c24-soil-and-water", "publish_adoption_report", ("2023-09-15",)),
        ("c37-water-price-hearing", "record_hearing", ("2020-12-18",)),
        ("c37-water-price-hearing", "publish_adoption_report", ("2020-12-30",)),
    ],
)
def test_a_day_that_is_a_fact_is_not_marked_as_invented(
    stem: str, act: str, facts: tuple[str, ...]
) -> None:
    said = named(FOLDER / f"{stem}.json", act)
    assert said["at"].startswith(facts[0])
    assert said["invented"] is not True
    assert not {"at", "opens_on", "closes_on"} & set(said["invented"])
    if len(facts) == 2:
        assert (said["data"]["opens_on"], said["data"]["closes_on"]) == facts
