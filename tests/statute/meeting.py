"""Deliberation and decision. Basis: 条例第二十九条至第三十一条；区规划第11项."""

from collections import Counter
from typing import Any

from tests.statute.duties import duty
from tests.statute.papers import File, Paper, day, members
from tests.statute.review import lawful, review

QUORUM = 0.5
"""Of the members, by the organ's rules of procedure."""


def agenda_and_meeting(file: File) -> tuple[Any, Any]:
    """Return the last meeting on exactly this draft, and the agenda on which the draft stood."""
    met = file.on_draft("deliberation")
    return file.last("agenda", after=file.draft, before=met) if met else None, met


def present(file: File, met: Paper) -> dict[int, Paper]:
    """Return what each member said who was there and not recused."""
    lines = {line["person_id"]: line for line in file.lines("memberview", met)}
    return {who: line for who, line in lines.items() if line["presence"] == "present"}


@duty("条例第二十五条", since="submitted")
def it_was_submitted_after_a_lawful_review(file: File) -> bool:
    found, handed_in = review(file, "government"), file.on_draft("deliberationsubmission")
    return bool(lawful(found) and handed_in and handed_in["seq"] > found["seq"])


@duty("条例第二十九条", since="submitted")
def the_papers_of_the_meeting_are_listed(file: File) -> bool:
    handed_in = file.on_draft("deliberationsubmission")
    return bool(handed_in and handed_in["request"].strip() and handed_in["papers"].strip())


@duty("条例第三十条、区规划第11项", since="on_agenda")
def it_stands_on_the_agenda_of_a_proper_meeting(file: File) -> bool:
    agenda = file.last("agenda", after=file.on_draft("deliberationsubmission"))
    return bool(agenda and agenda["meeting"] in ("executive", "plenary"))


@duty("条例第三十条", since="deliberated")
def a_meeting_adopted_exactly_this_draft(file: File) -> bool:
    agenda, met = agenda_and_meeting(file)
    return bool(agenda and met["outcome"] == "approved" and met["held_on"] >= day(agenda["at"]))


@duty("区政府工作规则", since="deliberated")
def half_of_the_members_were_there(file: File) -> bool:
    _agenda, met = agenda_and_meeting(file)
    if met is None:
        return False
    seats = {who for who, _role in members(met["held_on"])}
    return bool(seats) and len(seats & present(file, met).keys()) >= len(seats) * QUORUM


@duty("条例第三十条", since="deliberated")
def the_head_spoke_last(file: File) -> bool:
    _agenda, met = agenda_and_meeting(file)
    if met is None:
        return False
    turns = Counter({who: line["turn"] or 0 for who, line in present(file, met).items()})
    last = [who for who, turn in turns.items() if turn and turn == max(turns.values())]
    heads = {who for who, role in members(met["held_on"]) if role == "administrative_head"}
    return len(last) == 1 and last[0] in heads


@duty("条例第三十条", since="deliberated")
def a_decision_against_the_majority_gives_its_reason(file: File) -> bool:
    _agenda, met = agenda_and_meeting(file)
    if met is None:
        return False
    stances = [line["stance"] for line in present(file, met).values()]
    return stances.count("for") * 2 > len(stances) or bool(met["reason"].strip())


@duty("条例第三十条", since="decided")
def the_minutes_are_confirmed(file: File) -> bool:
    _agenda, met = agenda_and_meeting(file)
    return bool(met and file.last("minutes", after=met))


@duty("条例第三十一条", since="reported")
def the_party_committee_was_reported_to(file: File) -> bool:
    _agenda, met = agenda_and_meeting(file)
    report = file.last("partyreport", after=met) if met else None
    return bool(report and report["report"].strip() and report["replied_on"])
