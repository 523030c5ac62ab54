"""Who must have been heard on the draft. Basis: 条例第十三条至第十八条；区规划第10项."""

from typing import Any

from tests.statute.duties import duty
from tests.statute.numbers import comment_days
from tests.statute.papers import File, Paper, day


def sent(file: File) -> Any:
    """Return the first sending of the present draft to review."""
    since = [one for one in file.all("legalitysubmission") if one["seq"] > file.bound["seq"]]
    return since[0] if since else None


@duty("条例第十三条", since="department_review")
def each_body_touched_answered_or_let_its_term_lapse(file: File) -> bool:
    last = {opinion["unit_id"]: opinion for opinion in file.all("departmentopinion")}
    for body in file.lines("touchedbody", file.steps):
        opinion = last.get(body["unit_id"])
        if opinion is None and body["answer_by"] >= day(sent(file)["at"]):
            return False
        if opinion and not (opinion["agreed"] or opinion["response"].strip()):
            return False
    return True


def notice_and_closing(file: File) -> tuple[Any, Any]:
    """Return the last notice on the matter as it now is, and its closing."""
    notice = file.on_change("publicinput")
    return notice, file.last("publicinputclosing", after=notice) if notice else None


def not_public(file: File) -> bool:
    """Say whether it is lawfully not public; with its ground, as any omission."""
    return bool(file.steps and not file.steps["is_public"])


def ran(file: File, notice: Paper, closing: Paper) -> bool:
    """Say whether a notice ran to midnight of its last day, long enough or with its reason."""
    out = max(notice["opens_on"], day(notice["at"]))
    long_enough = (notice["closes_on"] - out).days >= comment_days(file)
    over = day(closing["at"]) > notice["closes_on"]
    return over and (long_enough or bool(notice["shortened_reason"].strip()))


@duty("条例第十四条、第十五条", since="department_review")
def the_public_was_heard_for_the_days_of_the_law(file: File) -> bool:
    notice, closing = notice_and_closing(file)
    return not_public(file) or bool(notice and closing and ran(file, notice, closing))


@duty("条例第十五条", since="department_review")
def draft_explanation_ways_and_places_were_published_together(file: File) -> bool:
    notice, _closing = notice_and_closing(file)
    if not_public(file):
        return True
    draft = file.last("draft", before=notice)
    said = (draft["explanation"], notice["notice"], notice["ways"], notice["places"])
    return all(one.strip() for one in said)


@duty("条例第十四条", since="department_review")
def each_group_touched_was_spoken_with(file: File) -> bool:
    groups = {line["id"]: line["name"] for line in file.lines("affectedgroup", file.steps)}
    every = {
        line["id"]: line["name"]
        for steps in file.all("stepdetermination")
        for line in file.lines("affectedgroup", steps)
    }
    heard = {every.get(channel["group_id"]) for channel in file.since_change("channel")}
    touched = bool(groups) or not file.steps["direct_interests"]
    return touched and set(groups.values()) <= heard


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
