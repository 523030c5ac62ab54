"""How the pages write a date, a digest and a state."""

import datetime as dt

from django import template
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

register = template.Library()

MARKS = {
    "done": (gettext_lazy("毕"), gettext_lazy("已完成：")),
    "doing": (gettext_lazy("办"), gettext_lazy("正在办理：")),
    "lack": (gettext_lazy("缺"), gettext_lazy("缺：")),
    "redo": (gettext_lazy("重"), gettext_lazy("须重做：")),
    "wait": (gettext_lazy("候"), gettext_lazy("等待：")),
    "waived": (gettext_lazy("免"), gettext_lazy("不适用：")),
    "noted": (gettext_lazy("记"), gettext_lazy("已记录：")),
    "refused": (gettext_lazy("拒"), gettext_lazy("被拒绝：")),
    "holds": (gettext_lazy("符"), gettext_lazy("相符：")),
    "altered": (gettext_lazy("异"), gettext_lazy("不符：")),
    "unknown": (gettext_lazy("疑"), gettext_lazy("无法确认：")),
    "unchecked": (gettext_lazy("未"), gettext_lazy("没有核验：")),
}
"""Each state as one character, and the words that a screen reader says instead."""


@register.simple_tag
def mark(state: str) -> SafeString:
    """Draw a state as its character, with the word for who cannot see it."""
    character, word = MARKS[state]
    return format_html(
        '<span class="mark mark-{}" aria-hidden="true">{}</span>'
        '<span class="visually-hidden">{}</span>',
        state, character, word,
    )  # fmt: skip


@register.filter
def short_hash(digest: str) -> str:
    """Return the first eight hex digits of a digest, in two groups."""
    found = digest.partition(":")[2] or digest
    return f"{found[:4]} {found[4:8]}"


@register.filter
def full_hash(digest: str) -> str:
    """Return the whole digest in groups of four."""
    found = digest.partition(":")[2] or digest
    return " ".join(found[n : n + 4] for n in range(0, len(found), 4))


def _local(value: dt.date) -> dt.date:
    return timezone.localtime(value) if isinstance(value, dt.datetime) else value


@register.filter
def long_day(value: dt.date) -> str:
    """Return a day as in a text: 2026年4月22日."""
    return date_format(_local(value), _("Y年n月j日"))


@register.filter
def day(value: dt.date) -> str:
    """Return a day as in a list: without its year where that is this year."""
    local = _local(value)
    this_year = local.year == timezone.localdate().year
    return date_format(local, _("n月j日") if this_year else _("Y年n月j日"))


@register.filter
def moment(value: dt.datetime) -> str:
    """Return a moment as in a record: 4月22日 09:12."""
    return f"{day(value)} {date_format(_local(value), 'H:i')}"


@register.filter
def iso(value: dt.date) -> str:
    """Return a day or a moment as data."""
    local = _local(value)
    return local.isoformat(timespec="minutes") if isinstance(local, dt.datetime) else f"{local}"


@register.filter
def thousands(value: int) -> str:
    """Return a number with a comma at each thousand."""
    return f"{value:,}"
