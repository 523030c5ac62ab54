"""Legality review, at both levels, of exactly this draft. Basis: 条例第二十五条至第二十八条."""

import datetime as dt
from itertools import count
from typing import Any

import chinese_calendar

from tests.statute.duties import duty
from tests.statute.papers import File, day

REVIEW_DAYS = 7
"""Working days. Basis: 条例第二十六条."""
FINDINGS = ("authority", "procedure", "content")


def review(file: File, level: str) -> Any:
    """Return the last review, at a level, of exactly the present draft."""
    if file.draft is None:
        return None
    since = [one for one in file.all("legalityreview") if one["seq"] > file.draft["seq"]]
    of_level = [one for one in since if one["level"] == level]
    return of_level[-1] if of_level else None


def lawful(found: Any) -> bool:
    """Say whether a matter so reviewed may be discussed. Basis: 条例第二十五条."""
    if found is None:
        return False
    if found["conclusion"] == "exploratory_risk_stated":
        return bool(found["legal_risk"].strip())
    return bool(found["conclusion"] == "lawful")


def is_working(one: dt.date) -> bool:
    """Say whether offices work on a day; by weekdays where its year is not announced."""
    try:
        return bool(chinese_calendar.is_workday(one))
    except NotImplementedError:
        return one.weekday() < 5


def working_days(start: dt.date, end: dt.date) -> int:
    """Count the working days after `start`, up to and with `end`."""
    days = (start + dt.timedelta(days=n) for n in count(1))
    found = 0
    for one in days:
        if one > end:
            return found
        found += is_working(one)
    return found


@duty("区规划第11项", since="legality_review", procedures=["major"])
def the_departments_own_legal_unit_found_it_lawful(file: File) -> bool:
    return lawful(review(file, "department"))


@duty("区规划第11项", since="legality_review", procedures=["major"])
def the_departments_meeting_agreed_after_that(file: File) -> bool:
    first = next(
        (
            one
            for one in file.all("legalityreview")
            if one["level"] == "department" and one["seq"] > file.draft["seq"] and lawful(one)
        ),
        None,
    )
    met = file.on_draft("departmentmeeting")
    return bool(first and met and met["agreed"] and met["seq"] > first["seq"])


@duty("条例第二十五条、区规划第11项", since="reviewed")
def the_government_found_exactly_this_draft_lawful(file: File) -> bool:
    return lawful(review(file, "government"))


@duty("条例第二十六条", since="reviewed")
def the_file_was_handed_in_and_taken_in(file: File) -> bool:
    found = review(file, "government")
    handed_in = file.last("legalitysubmission", before=found) if found else None
    if handed_in is None or file.last("legalityacceptance", handed_in, found) is None:
        return False
    return bool(handed_in["bases"].strip() and handed_in["procedure_statement"].strip())


@duty("条例第二十六条", since="reviewed")
def the_reviewer_had_seven_working_days(file: File) -> bool:
    found = review(file, "government")
    taken_in = file.last("legalityacceptance", before=found) if found else None
    return bool(taken_in and working_days(day(taken_in["at"]), day(found["at"])) >= REVIEW_DAYS)


@duty("条例第二十七条", since="reviewed")
def authority_procedure_and_content_each_have_a_finding(file: File) -> bool:
    found = review(file, "government")
    return (
        bool(found)
        and all(found[one] and found[f"{one}_reason"].strip() for one in FINDINGS)
        and (found["conclusion"] != "lawful" or {found[one] for one in FINDINGS} == {"conforms"})
    )


@duty("区规划第18项", since="reviewed")
def whoever_reviewed_it_had_no_part_in_it(file: File) -> bool:
    found = review(file, "government")
    kinds = ("proposal", "researchreport", "draft")
    authors = {file.person(paper) for kind in kinds for paper in file.all(kind)}
    return bool(
        found
        and file.person(found) not in authors
        and file.unit(found) != file.case["undertaking_unit_id"]
    )
