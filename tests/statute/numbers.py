"""The law's numbers where a case stands in Haizhu, by the day whose rules govern it.

Where counsel has bound a case to the rules of another day, what was done before stands: a step
is asked what any of the rules asks that have governed the case.
"""

import datetime as dt
from typing import Any

from tests.statute.papers import File, day

ORDER_713 = dt.date(2019, 9, 1)
ORDER_39, ORDER_39_ENDED = dt.date(2011, 1, 1), dt.date(2022, 9, 30)
PLAN = dt.date(2016, 6, 17)
"""海府〔2016〕18号: its gates are stricter than the nation's."""

ORDER_52 = dt.date(2021, 4, 2)
"""Of normative documents; known by its use."""

MATERIAL_DAYS, PUBLICATION_DAYS = 7, 20
QUORUM = 0.5


def governing(file: File) -> list[dt.date]:
    """Return the days whose rules have governed the case; before the start, that of the case."""
    started = file.last("initiation")
    if started is None:
        return [day(file.case["opened_at"])]
    bound: list[Any] = [paper["reference_day"] for paper in file.all("statuterebinding")]
    return [day(started["at"]), *bound]


def planned(file: File) -> bool:
    """Say whether the plan's gates for major decisions have always governed the case."""
    return file.procedure == "major" and all(one >= PLAN for one in governing(file))


def comment_days(file: File) -> int:
    """Return how long the public is asked at least. Basis: 条例第十五条；广州市令第39号、第52号."""
    if file.procedure == "normative":
        return min(15 if one >= ORDER_52 else 30 for one in governing(file))
    return min(20 if ORDER_39 <= one < ORDER_713 else 30 for one in governing(file))


def expert_min(file: File) -> int:
    """Return how many experts argue at least. Basis: 广州市令第39号."""
    return min(5 if ORDER_39 <= one <= ORDER_39_ENDED else 1 for one in governing(file))


def review_days(file: File) -> int:
    """Return the working days of a legality review. Basis: 条例第二十六条；国办发〔2018〕115号."""
    return 5 if file.procedure == "normative" else 7
