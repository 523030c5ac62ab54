"""How long before a hearing its notice and its materials are out. Basis: 条例第十六条."""

from collections.abc import Iterator

from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from decisions.basis import regulation
from decisions.deadlines.registry import Kind, Running, Scope, begun, day_of, deadline
from decisions.facts import Facts
from decisions.models import HearingDelivery, HearingNotice, HearingReceipt


@deadline(
    "hearing.notice",
    title=_("听证公告期限"),
    basis=regulation(16),
    act="record_hearing",
    kind=Kind.NOT_BEFORE,
    reads=(HearingNotice,),
    scope=Scope.ROOT,
)
def notices(facts: Facts) -> Iterator[Running]:
    """So many days before: on the last of them the hearing may be held.

    Where no rule says how early, early enough for the materials to reach everybody in time.
    """
    event = pgettext_lazy("event", "公告听证")
    asked = "hearing_notice_days"
    if facts.law.value(asked) is None:
        asked = "hearing_material_days"
    for notice in facts.all(HearingNotice):
        yield Running(notice, begun(facts, asked, day_of(notice), event, to_midnight=False))


@deadline(
    "hearing.materials",
    title=_("听证材料送达期限"),
    basis=regulation(16),
    act="record_hearing",
    kind=Kind.NOT_BEFORE,
    reads=(HearingDelivery, HearingReceipt),
    scope=Scope.ROOT,
)
def materials(facts: Facts) -> Iterator[Running]:
    """So many days before: on the last of them the hearing may be held."""
    event = pgettext_lazy("event", "送达材料")
    for delivery in facts.all(HearingDelivery):
        served = (row.delivered_on for row in facts.rows_of(delivery, HearingReceipt))
        day = max(served, default=day_of(delivery))
        term = begun(facts, "hearing_material_days", day, event, to_midnight=False)
        yield Running(delivery, term)
