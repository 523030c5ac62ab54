"""The hearing. Basis: 条例第十六条、第十七条."""

from typing import Any

from django.utils.translation import gettext_lazy as _

from decisions import models as m
from decisions.facts import Facts
from decisions.parties import HEARING_ORGANISER
from decisions.rules import hearing
from decisions.states import State
from workflow.acts.base import Act


def participants(facts: Facts) -> Any:
    """Return the participants last published."""
    last = m.HearingList.objects.filter(case=facts.case).order_by("-seq").values("pk")[:1]
    return m.HearingParticipant.objects.filter(of__in=last).order_by("pk")


class AnnounceHearing(Act):
    """Announce time, place and how participants are chosen. Basis: 条例第十六条."""

    title, step, by, record = _("公告听证会"), m.Step.HEARING, HEARING_ORGANISER, m.HearingNotice
    during, requires = (State.CONSULTING,), (hearing.notice_days,)


class PublishHearingParticipants(Act):
    """Publish the list of participants. Basis: 条例第十六条."""

    title, step, by = _("公布听证参加人"), m.Step.HEARING, HEARING_ORGANISER
    record, rows, during = m.HearingList, (m.HearingParticipant,), (State.CONSULTING,)
    requires = (hearing.participants_published,)


class DeliverHearingMaterials(Act):
    """Deliver the materials to each participant. Basis: 条例第十六条."""

    title, step, by = _("送达听证材料"), m.Step.HEARING, HEARING_ORGANISER
    record, rows, during = m.HearingDelivery, (m.HearingReceipt,), (State.CONSULTING,)
    choices, past = {"participant": participants}, ("delivered_on",)


class RecordHearing(Act):
    """Record what was said. Basis: 条例第十七条."""

    title, step, by = _("登记听证笔录"), m.Step.HEARING, HEARING_ORGANISER
    record, during = m.HearingTranscript, (State.CONSULTING,)
    requires = (
        hearing.notice_days,
        hearing.participants_published,
        hearing.materials_days,
        hearing.day_come,
    )


class SignHearingRecord(Act):
    """Record the participants' signatures, or the refusals. Basis: 条例第十七条."""

    title, step, by = _("登记听证签名"), m.Step.HEARING, HEARING_ORGANISER
    record, rows, during = m.HearingSigning, (m.HearingSignature,), (State.CONSULTING,)
    requires, choices = (hearing.record_signed,), {"participant": participants}
