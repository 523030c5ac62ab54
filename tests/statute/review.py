"""Legality review, at both levels, of exactly this draft. Basis: 条例第二十五条至第二十八条."""

import datetime as dt
from typing import Any

import chinese_calendar

from tests.statute.duties import duty
from tests.statute.numbers import planned, review_days
from tests.statute.papers import File, Paper, day

FINDINGS = ("authority", "procedure", "content")
AUTHORS = (
    "proposal", "researchreport", "optioncomparison", "draft", "stepdetermination",
    "legalitysubmission", "deliberationsubmission",
)  # fmt: skip
"""What somebody leaves who proposes, drafts or puts the matter forward."""


def review(file: File, level: str) -> Any:
    """Return the last review, at a level, of exactly the draft that binds."""
    since = [one for one in file.all("legalityreview") if one["seq"] > file.bound["seq"]]
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
    span = range(1, (end - start).days + 1)
    return sum(is_working(start + dt.timedelta(days=n)) for n in span)


def gated(file: File) -> bool:
    """Say whether nothing may pass the department unreviewed. Basis: 区规划第11项."""
    return planned(file)


@duty("区规划第11项", since="legality_review", procedures=["major"])
def the_departments_own_legal_unit_found_it_lawful(file: File) -> bool:
    return lawful(review(file, "department")) or not gated(file)


@duty("区规划第11项", since="legality_review", procedures=["major"])
def the_departments_meeting_agreed_after_that(file: File) -> bool:
    lawful_ones = [
        one
        for one in file.all("legalityreview")
        if one["level"] == "department" and one["seq"] > file.bound["seq"] and lawful(one)
    ]
    met = file.on_draft("departmentmeeting")
    if not lawful_ones or met is None:
        return not gated(file)
    return bool(met["agreed"]) and met["seq"] > lawful_ones[0]["seq"]


@duty("条例第二十五条、区规划第11项", since="reviewed")
def the_government_found_exactly_this_draft_lawful(file: File) -> bool:
    return lawful(review(file, "government"))


def taken_in(file: File) -> list[Paper]:
    """Return each taking in of the present draft's file before it was judged."""
    found = review(file, "government")
    since = [one for one in file.all("legalityacceptance") if one["seq"] > file.bound["seq"]]
    return [one for one in since if found and one["seq"] < found["seq"]]


@duty("条例第二十六条", since="reviewed")
def the_file_was_handed_in_complete_and_taken_in(file: File) -> bool:
    handed_in = file.last("legalitysubmission", before=review(file, "government"))
    if handed_in is None or not any(one["seq"] > handed_in["seq"] for one in taken_in(file)):
        return False
    said = (handed_in["bases"], handed_in["procedure_statement"], file.bound["explanation"])
    return all(one.strip() for one in said)


@duty("条例第二十六条", since="reviewed")
def the_reviewer_had_the_working_days_of_the_law(file: File) -> bool:
    """The days between a return and the next taking in are not the reviewer's."""
    found, accepted = review(file, "government"), taken_in(file)
    if not accepted:
        return False
    used = working_days(day(accepted[0]["at"]), day(found["at"]))
    for returned in file.all("legalityreturn"):
        again = next((one for one in accepted if one["seq"] > returned["seq"]), None)
        if returned["seq"] > accepted[0]["seq"] and again:
            yesterday = day(again["at"]) - dt.timedelta(days=1)
            used -= working_days(day(returned["at"]), yesterday)
    return used >= review_days(file)


@duty("条例第二十七条", since="reviewed")
def authority_procedure_and_content_each_have_a_finding(file: File) -> bool:
    found = review(file, "government")
    if found is None or not all(found[one] and found[f"{one}_reason"].strip() for one in FINDINGS):
        return False
    return found["conclusion"] != "lawful" or {found[one] for one in FINDINGS} == {"conforms"}


@duty("条例第二十八条、区规划第13项", since="reviewed")
def counsel_or_public_lawyers_were_heard_on_it(file: File) -> bool:
    found = review(file, "government")
    return file.last("counselopinion", after=file.bound, before=found) is not None


@duty("区规划第18项", since="reviewed")
def whoever_reviewed_it_had_no_part_in_it(file: File) -> bool:
    found = review(file, "government")
    before = [paper for kind in AUTHORS for paper in file.all(kind) if paper["seq"] < found["seq"]]
    authors = {file.person(paper) for paper in before}
    return file.person(found) not in authors and file.unit(found) not in file.undertakers
