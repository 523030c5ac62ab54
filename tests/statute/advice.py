"""Experts, risk and fair competition. Basis: 条例第十九条至第二十四条；公平竞争审查条例；区规划第10项."""

from typing import Any

from tests.statute.duties import duty
from tests.statute.numbers import expert_min, planned
from tests.statute.papers import File, Paper, day, rows


def conclusion(file: File) -> Any:
    """Return what became of the experts' argument on the matter as it now is."""
    return file.on_change("expertconclusion")


def panel(file: File) -> set[int]:
    """Return who argued it."""
    found = file.last("expertpanel", after=file.change, before=conclusion(file))
    return {line["person_id"] for line in file.lines("panelmember", found)} if found else set()


def last_of(file: File, kind: str) -> dict[int, Paper]:
    """Return each one's last paper of a kind before the argument was concluded."""
    found = file.since_change(kind, before=conclusion(file))
    return {file.person(paper): paper for paper in found}


@duty("条例第十九条", since="department_review")
def a_technical_matter_was_argued_by_enough_experts(file: File) -> bool:
    if not file.steps["technical"]:
        return True
    return conclusion(file) is not None and len(panel(file)) >= expert_min(file)


@duty("条例第二十条", since="department_review")
def no_expert_had_a_direct_interest(file: File) -> bool:
    if conclusion(file) is None:
        return not file.steps["technical"]
    words = last_of(file, "interestdeclaration")
    free = {who for who, word in words.items() if not word["has_interest"]}
    return panel(file) <= free - undertakers_people(file, conclusion(file))


def undertakers_people(file: File, paper: Paper) -> set[int]:
    """Return who held a post in a unit that undertakes the matter, on the day of a paper."""
    on = day(paper["at"])
    posts = [post for unit in file.undertakers for post in rows("people_post", "unit_id", unit)]
    return {
        held["person_id"]
        for post in posts
        for held in rows("people_tenure", "post_id", post["id"])
        if held["starts_on"] <= on and (held["ends_on"] is None or held["ends_on"] >= on)
    }


@duty("条例第十九条", since="department_review")
def each_expert_gave_a_signed_opinion(file: File) -> bool:
    if conclusion(file) is None:
        return not file.steps["technical"]
    return panel(file) <= last_of(file, "expertopinion").keys()


@duty("条例第二十九条", since="department_review")
def each_expert_opinion_was_adopted_or_not_with_reasons(file: File) -> bool:
    if conclusion(file) is None:
        return not file.steps["technical"]
    lines = file.lines("opinionanswer", conclusion(file))
    settled = {
        line["opinion_id"]
        for line in lines
        if line["reason"].strip() or line["disposition"] == "adopted"
    }
    opinions = last_of(file, "expertopinion")
    return all(opinions[who]["id"] in settled for who in panel(file) if who in opinions)


def risky(file: File) -> bool:
    """Say whether the risk must be assessed: always, by the plan. Basis: 区规划第10项."""
    return bool(file.steps["risk"]) or planned(file)


@duty("条例第二十二条、区规划第10项", since="department_review")
def risk_to_stability_environment_and_economy_was_assessed(file: File) -> bool:
    report = file.on_change("riskassessment")
    kinds = ("stability", "environment", "economy")
    if report is None:
        return not risky(file)
    return all(report[kind].strip() for kind in kinds)


@duty("条例第二十三条", since="department_review")
def the_report_names_points_prevention_plan_and_departments(file: File) -> bool:
    report = file.on_change("riskassessment")
    if report is None:
        return not risky(file)
    points = file.lines("riskpoint", report)
    prevented = bool(points) and all(point["prevention"].strip() for point in points)
    return prevented and bool(
        report["response_plan"].strip() and report["departments_heard"].strip()
    )


@duty("条例第二十二条、第二十三条", since="department_review")
def a_third_party_without_interest_assessed_or_the_prior_report_is_here(file: File) -> bool:
    report = file.on_change("riskassessment")
    if report is None:
        return not risky(file)
    if report["under_rules"].strip():
        return file.attached(report)
    charge = file.last("riskcommission", after=file.change, before=report)
    if charge is None or file.unit(report) != charge["assessor_id"] or not charge["no_interest"]:
        return False
    (assessor,) = rows("people_unit", "id", charge["assessor_id"])
    return bool(assessor["outside"]) and assessor["superior_id"] is None


@duty("条例第二十四条、区规划第10项", since="department_review")
def the_risk_last_assessed_was_found_controllable(file: File) -> bool:
    report = file.on_change("riskassessment")
    if report is None:
        return not risky(file)
    found = file.last("riskdetermination", after=report)
    return bool(found and found["controllable"])


@duty("公平竞争审查条例第十二条、第十四条、第十八条", since="department_review")
def what_touches_the_market_passed_its_review(file: File) -> bool:
    review = file.on_change("faircompetitionreview")
    if review is None:
        return not file.steps["market"]
    if review["conclusion"] == "exception":
        return bool(review["no_alternative"].strip() and review["ends"].strip())
    return bool(review["conclusion"] == "compliant")
