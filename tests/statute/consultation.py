"""Who must have been heard on the draft. Basis: 条例第十四条至第二十四条；区规划第10项."""

from typing import Any

from tests.statute.duties import duty
from tests.statute.papers import File, Paper, day

COMMENT_DAYS = 30
"""条例第十五条."""


def notice_and_closing(file: File) -> tuple[Any, Any]:
    """Return the last notice on the matter as it now is, and its closing."""
    notice = file.on_change("publicinput")
    return notice, file.last("publicinputclosing", after=notice) if notice else None


def not_public(file: File) -> bool:
    """Say whether it is lawfully not public, with its ground. Basis: 条例第十四条."""
    steps = file.steps
    return bool(steps and not steps["is_public"] and steps["ground"].strip())


def ran(notice: Paper, closing: Paper) -> bool:
    """Say whether a notice ran to midnight of its last day, thirty days or fewer with reason."""
    out = max(notice["opens_on"], day(notice["at"]))
    long_enough = (notice["closes_on"] - out).days >= COMMENT_DAYS
    over = day(closing["at"]) > notice["closes_on"]
    return over and (long_enough or bool(notice["shortened_reason"].strip()))


@duty("条例第十四条、第十五条", since="department_review")
def the_public_was_heard_for_the_days_of_the_law(file: File) -> bool:
    notice, closing = notice_and_closing(file)
    return not_public(file) or bool(notice and closing and ran(notice, closing))


@duty("条例第十五条", since="department_review")
def the_notice_gave_draft_ways_and_deadline(file: File) -> bool:
    notice, _closing = notice_and_closing(file)
    return not_public(file) or bool(notice and notice["notice"].strip() and notice["ways"].strip())


@duty("条例第十八条", since="department_review")
def every_opinion_is_answered_with_reason_where_not_adopted(file: File) -> bool:
    answers = {
        line["comment_id"]: line
        for sitting in file.all("commentanswering")
        for line in file.lines("answer", sitting)
    }
    opinions = {opinion["id"] for opinion in file.all("comment")}
    return opinions <= answers.keys() and all(
        line["disposition"] != "not_adopted" or line["reason"].strip() for line in answers.values()
    )


@duty("区规划第10项", since="department_review")
def how_opinions_were_used_is_published(file: File) -> bool:
    _notice, closing = notice_and_closing(file)
    return not_public(file) or bool(closing and file.last("adoptionreport", after=closing))


@duty("条例第十六条、第十七条", since="department_review")
def a_hearing_that_was_due_was_held(file: File) -> bool:
    return not file.steps["hearing"] or file.on_change("hearingsigning") is not None


@duty("条例第十九条", since="department_review")
def a_technical_matter_was_argued_by_experts(file: File) -> bool:
    return not file.steps["technical"] or file.on_change("expertconclusion") is not None


@duty("条例第二十二条、区规划第10项", since="department_review")
def risk_to_stability_environment_and_economy_was_assessed(file: File) -> bool:
    report = file.on_change("riskassessment")
    kinds = ("stability", "environment", "economy")
    return bool(report and all(report[kind].strip() for kind in kinds))


@duty("条例第二十三条", since="department_review")
def the_report_names_points_prevention_and_a_response_plan(file: File) -> bool:
    report = file.on_change("riskassessment")
    if report is None or not report["response_plan"].strip():
        return False
    points = file.lines("riskpoint", report)
    return bool(points) and all(point["prevention"].strip() for point in points)


@duty("条例第二十三条", since="department_review")
def the_assessor_charged_has_assessed(file: File) -> bool:
    report = file.on_change("riskassessment")
    charge = file.last("riskcommission", before=report) if report else None
    return bool(charge and file.unit(report) == charge["assessor_id"])


@duty("条例第二十四条、区规划第10项", since="department_review")
def the_risk_last_assessed_was_found_controllable(file: File) -> bool:
    report = file.on_change("riskassessment")
    found = file.last("riskdetermination", after=report) if report else None
    return bool(found and found["controllable"])


@duty("公平竞争审查条例第十四条、第十八条", since="department_review")
def what_touches_the_market_passed_its_review(file: File) -> bool:
    if not file.steps["market"]:
        return True
    review = file.on_change("faircompetitionreview")
    return bool(review and review["conclusion"] in ("compliant", "exception"))
