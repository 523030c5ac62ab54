"""A hearing that was due. Basis: 条例第十六条、第十七条."""

from typing import Any

from tests.statute.duties import duty
from tests.statute.numbers import MATERIAL_DAYS
from tests.statute.papers import File, aware, day
from tests.statute.start import in_catalogue


def due(file: File) -> bool:
    """Say whether a hearing was settled on, or the catalogue asks for one."""
    entry = in_catalogue(file)
    return bool(file.steps["hearing"] or (entry and entry["hearing"]))


def held(file: File) -> tuple[Any, Any, Any]:
    """Return notice, list and transcript of the hearing on the matter as it now is."""
    transcript = file.on_change("hearingtranscript")
    if transcript is None:
        return None, None, None
    notice = file.last("hearingnotice", after=file.change, before=transcript)
    return notice, file.last("hearinglist", after=notice, before=transcript), transcript


@duty("条例第十六条", since="department_review")
def it_was_announced_in_time_with_the_way_of_selection(file: File) -> bool:
    notice, _listed, _transcript = held(file)
    if not due(file):
        return True
    sides = {side.strip() for side in notice["sides"].splitlines()} - {""} if notice else set()
    if notice is None or not notice["selection"].strip() or len(sides) < 2:
        return False
    return (day(notice["held_at"]) - day(notice["at"])).days >= MATERIAL_DAYS


@duty("条例第十六条", since="department_review")
def all_sides_were_on_the_list_published_before_it(file: File) -> bool:
    notice, listed, _transcript = held(file)
    if not due(file):
        return True
    if notice is None or listed is None or aware(listed["at"]) >= aware(notice["held_at"]):
        return False
    sides = {side.strip() for side in notice["sides"].splitlines() if side.strip()}
    return sides <= {line["side"] for line in file.lines("hearingparticipant", listed)}


@duty("条例第十六条", since="department_review")
def everybody_had_the_materials_seven_days_before(file: File) -> bool:
    notice, listed, _transcript = held(file)
    if not due(file):
        return True
    if notice is None or listed is None:
        return False
    in_time = {
        line["participant_id"]
        for delivery in file.since_change("hearingdelivery")
        for line in file.lines("hearingreceipt", delivery)
        if (day(notice["held_at"]) - line["delivered_on"]).days >= MATERIAL_DAYS
    }
    return {line["id"] for line in file.lines("hearingparticipant", listed)} <= in_time


@duty("条例第十七条", since="department_review")
def what_was_said_is_signed_or_the_refusal_noted(file: File) -> bool:
    notice, listed, transcript = held(file)
    if not due(file):
        return True
    signing = file.last("hearingsigning", after=transcript) if transcript else None
    if signing is None or listed is None or aware(transcript["at"]) < aware(notice["held_at"]):
        return False
    lines = file.lines("hearingsignature", signing)
    settled = {line["participant_id"] for line in lines if line["signed"] or line["refusal"]}
    return {line["id"] for line in file.lines("hearingparticipant", listed)} <= settled
