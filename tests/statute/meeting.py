"""Deliberation and decision. Basis: 条例第二十九条至第三十一条；区规划第11项."""

from typing import Any

from tests.statute.duties import duty
from tests.statute.numbers import QUORUM
from tests.statute.papers import File, Paper, day, members
from tests.statute.review import lawful, review


def agenda_and_meeting(file: File) -> tuple[Any, Any]:
    """Return the last meeting on exactly this draft, and the agenda on which the draft stood."""
    met = file.on_draft("deliberation")
    return file.last("agenda", after=file.bound, before=met) if met else None, met


def said(file: File, presence: tuple[str, ...] = ("present",)) -> list[Paper]:
    """Return what was recorded of each member who was there, or away, once each."""
    _agenda, met = agenda_and_meeting(file)
    lines = file.lines("memberview", met) if met else []
    return list({m["person_id"]: m for m in lines if m["presence"] in presence}.values())


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


@duty("条例第三十条", since="amending")
def a_meeting_adopted_exactly_this_draft(file: File) -> bool:
    agenda, met = agenda_and_meeting(file)
    if agenda is None or met["held_on"] < day(agenda["at"]):
        return False
    if met["outcome"] == "approved_in_principle":
        return bool(met["changes"].strip())
    return bool(met["outcome"] == "approved")


@duty("条例第二十五条、第三十条", since="deliberated")
def what_the_meeting_changed_is_confirmed_as_wording(file: File) -> bool:
    _agenda, met = agenda_and_meeting(file)
    if met["outcome"] != "approved_in_principle":
        return bool(file.draft == file.bound)
    word = file.last("amendmentconfirmation", after=file.draft)
    later = file.draft["seq"] > met["seq"] and not file.draft["material"]
    return bool(later and word and word["editorial"])


@duty("区政府工作规则", since="amending")
def half_of_the_members_were_there(file: File) -> bool:
    _agenda, met = agenda_and_meeting(file)
    seats = {who for who, _role in members(met["held_on"])}
    there = {line["person_id"] for line in said(file)}
    return bool(seats) and len(seats & there) >= len(seats) * QUORUM


@duty("区政府工作规则", since="amending")
def whoever_was_recused_or_away_said_nothing(file: File) -> bool:
    return not any(line["turn"] or line["stance"] for line in said(file, ("recused", "absent")))


@duty("条例第三十条", since="amending")
def everybody_there_spoke(file: File) -> bool:
    return all(line["turn"] and line["stance"] for line in said(file))


@duty("条例第三十条、第三十八条", since="amending")
def each_dissent_stands_in_its_own_words(file: File) -> bool:
    return all(line["words"].strip() for line in said(file) if line["stance"] != "for")


@duty("条例第三十条", since="amending")
def the_head_spoke_last(file: File) -> bool:
    _agenda, met = agenda_and_meeting(file)
    turns = [line["turn"] or 0 for line in said(file)]
    last = [line["person_id"] for line in said(file) if line["turn"] == max(turns)]
    heads = {who for who, role in members(met["held_on"]) if role == "administrative_head"}
    return len(last) == 1 and last[0] in heads


@duty("条例第三十条", since="amending")
def a_decision_against_the_majority_gives_its_reason(file: File) -> bool:
    _agenda, met = agenda_and_meeting(file)
    stances = [line["stance"] for line in said(file)]
    return stances.count("for") * 2 > len(stances) or bool(met["reason"].strip())


@duty("条例第三十条", since="decided")
def the_minutes_are_confirmed(file: File) -> bool:
    _agenda, met = agenda_and_meeting(file)
    return file.last("minutes", after=met) is not None


@duty("条例第三十一条", since="reported", procedures=["major"])
def the_party_committee_was_reported_to(file: File) -> bool:
    _agenda, met = agenda_and_meeting(file)
    report = file.last("partyreport", after=met)
    return bool(report and report["report"].strip() and report["replied_on"])
