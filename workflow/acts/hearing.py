"""The hearing. Basis: 条例第十六条、第十七条."""

from django.utils.translation import gettext_lazy as _

from decisions import models as m
from decisions.parties import HEARING_ORGANISER
from decisions.states import State
from workflow.acts.base import Act


class AnnounceHearing(Act):
    """Announce time, place and how participants are chosen. Basis: 条例第十六条."""

    title, step, by, record = _("公告听证会"), m.Step.HEARING, HEARING_ORGANISER, m.HearingNotice
    during = (State.CONSULTING,)


class PublishHearingParticipants(Act):
    """Publish the list of participants. Basis: 条例第十六条."""

    title, step, by = _("公布听证参加人"), m.Step.HEARING, HEARING_ORGANISER
    record, rows, during = m.HearingList, (m.HearingParticipant,), (State.CONSULTING,)


class DeliverHearingMaterials(Act):
    """Deliver the materials to each participant. Basis: 条例第十六条."""

    title, step, by = _("送达听证材料"), m.Step.HEARING, HEARING_ORGANISER
    record, during, past = m.HearingDelivery, (State.CONSULTING,), ("delivered_on",)


class RecordHearing(Act):
    """Record what was said. Basis: 条例第十七条."""

    title, step, by = _("登记听证笔录"), m.Step.HEARING, HEARING_ORGANISER
    record, during = m.HearingTranscript, (State.CONSULTING,)


class SignHearingRecord(Act):
    """Record the participants' signatures, or the refusals. Basis: 条例第十七条."""

    title, step, by = _("登记听证签名"), m.Step.HEARING, HEARING_ORGANISER
    record, during = m.HearingSigning, (State.CONSULTING,)
