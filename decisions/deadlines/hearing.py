"""How long before a hearing its notice and its materials are out. Basis: 条例第十六条."""

from collections.abc import Iterator

from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from decisions.basis import regulation
from decisions.deadlines.registry import Kind, Running, Scope, day_of, deadline, length_of
from decisions.facts import Facts
from decisions.models import HearingDelivery, HearingNotice
from decisions.terms import Term


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
    """So many days before: on the last of them the hearing may be held."""
    length = length_of(facts, "hearing_notice_days")
    if length is None:
        return
    for notice in facts.all(HearingNotice):
        yield Running(
            notice,
            Term(day_of(notice), length, pgettext_lazy("event", "公告听证"), to_midnight=False),
        )


@deadline(
    "hearing.materials",
    title=_("听证材料送达期限"),
    basis=regulation(16),
    act="record_hearing",
    kind=Kind.NOT_BEFORE,
    reads=(HearingDelivery,),
    scope=Scope.ROOT,
)
def materials(facts: Facts) -> Iterator[Running]:
    """So many days before: on the last of them the hearing may be held."""
    length = length_of(facts, "hearing_material_days")
    if length is None:
        return
    for delivery in facts.all(HearingDelivery):
        term = Term(
            delivery.delivered_on, length, pgettext_lazy("event", "送达材料"), to_midnight=False
        )
        yield Running(delivery, term)
