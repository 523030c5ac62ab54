"""A hearing that is due must have been held as the law says. Basis: 条例第十六条、第十七条."""

from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from decisions.basis import regulation
from decisions.calendar import days_between
from decisions.facts import Facts
from decisions.models import (
    HearingDelivery,
    HearingList,
    HearingNotice,
    HearingParticipant,
    HearingReceipt,
    HearingSignature,
    HearingSigning,
    HearingTranscript,
)
from decisions.requirements import requirement
from decisions.rules.steps import applies


def participants(facts: Facts) -> list[HearingParticipant]:
    """Return the participants last published."""
    listed = facts.standing(HearingList)
    return facts.rows_of(listed, HearingParticipant) if listed else []


@requirement(
    "hearing.notice_days",
    title=_("提前公告听证会"),
    lack=_("听证公告要写明时间、地点、参加人遴选办法和至少两个方面，并在规定日数以前公布。"),
    basis=regulation(16),
    mend="announce_hearing",
    of=HearingNotice,
)
def notice_days(facts: Facts) -> bool:
    """Announced early enough, with draft, time, place and method of selection.

    Where no rule says how early, early enough for the materials to reach everybody in time.
    """
    notice = facts.standing(HearingNotice)
    if notice is None or not notice.selection or len(set(notice.sides_named())) < 2:
        return False
    needed = facts.law.known("hearing_notice_days") or facts.law.number("hearing_material_days")
    held_on = timezone.localdate(notice.held_at)
    return days_between(timezone.localdate(notice.at), held_on) >= needed


def unrepresented(facts: Facts) -> list[str]:
    """Return the sides that the notice names and that nobody stands for."""
    notice = facts.standing(HearingNotice)
    there = {participant.side for participant in participants(facts)}
    return [side for side in (notice.sides_named() if notice else []) if side not in there]


@requirement(
    "hearing.participants_published",
    title=_("提前公布参加人名单，各方面都有代表"),
    lack=_("参加人名单没有在听证会前公布，或者没有这些方面的代表：%(names)s。"),
    basis=regulation(16),
    mend="publish_hearing_participants",
    names=lambda facts: str(_("、")).join(unrepresented(facts)),
    of=HearingList,
)
def participants_published(facts: Facts) -> bool:
    """The list is published before the hearing, and all sides are represented."""
    notice, listed = facts.standing(HearingNotice), facts.standing(HearingList)
    if notice is None or listed is None or unrepresented(facts):
        return False
    return listed.seq > notice.seq and listed.at < notice.held_at


def unserved(facts: Facts) -> list[HearingParticipant]:
    """Return the participants who did not have the materials in time."""
    notice = facts.standing(HearingNotice)
    if notice is None:
        return participants(facts)
    held_on, needed = timezone.localdate(notice.held_at), facts.law.number("hearing_material_days")
    served = {
        row.participant_id
        for delivery in facts.all(HearingDelivery)
        if facts.stands(delivery)
        for row in facts.rows_of(delivery, HearingReceipt)
        if days_between(row.delivered_on, held_on) >= needed
    }
    return [one for one in participants(facts) if one.pk not in served]


@requirement(
    "hearing.materials_days",
    title=_("听证材料按期送达每一位参加人"),
    lack=_("这些参加人没有在听证会前规定日数收到材料：%(names)s。"),
    basis=regulation(16),
    mend="deliver_hearing_materials",
    names=lambda facts: str(_("、")).join(one.name for one in unserved(facts)),
)
def materials_days(facts: Facts) -> bool:
    """Materials are with every participant `hearing_material_days` before."""
    return bool(participants(facts)) and not unserved(facts)


@requirement(
    "hearing.day_come",
    title=_("听证会的时间已到"),
    lack=_("公告的听证时间还没有到，不能登记笔录。"),
    basis=regulation(17),
    mend="record_hearing",
)
def day_come(facts: Facts) -> bool:
    """What was said is recorded once the hearing announced has begun."""
    notice = facts.standing(HearingNotice)
    return notice is not None and notice.held_at <= facts.at


def unsigned(facts: Facts) -> list[HearingParticipant]:
    """Return the participants who neither signed nor are noted to have refused."""
    signing = facts.standing(HearingSigning)
    rows = facts.rows_of(signing, HearingSignature) if signing else []
    settled = {row.participant_id for row in rows if row.signed or row.refusal}
    return [one for one in participants(facts) if one.pk not in settled]


@requirement(
    "hearing.record_signed",
    title=_("听证笔录由参加人签名，拒签的注明"),
    lack=_("这些参加人没有签名，也没有注明原因：%(names)s。"),
    basis=regulation(17),
    mend="sign_hearing_record",
    names=lambda facts: str(_("、")).join(one.name for one in unsigned(facts)),
    of=HearingSigning,
)
def record_signed(facts: Facts) -> bool:
    """Each participant signed the transcript, or the refusal is noted."""
    transcript, signing = facts.standing(HearingTranscript), facts.standing(HearingSigning)
    if transcript is None or signing is None or signing.seq < transcript.seq:
        return False
    return not unsigned(facts)


@requirement(
    "hearing.held_when_required",
    title=_("应当听证的已听证"),
    lack=_("应当举行的听证会还没有办完。"),
    basis=(regulation(16), regulation(17)),
    mend="sign_hearing_record",
)
def held_when_required(facts: Facts) -> bool:
    """Where another law, the catalogue or the profile demands it, its record is signed."""
    return not applies(facts, "hearing") or record_signed.test(facts)
