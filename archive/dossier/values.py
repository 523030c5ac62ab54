"""How a value is written in the dossier: in Chinese, and the same at every reading."""

import datetime as dt
from typing import Any

from django.db.models import Field, Model
from django.utils import timezone

from archive.dossier.names import Names
from archive.models import LedgerEntry

EMPTY = "—"


def day(value: dt.date) -> str:
    """Write a day: 2016年6月17日."""
    return f"{value.year}年{value.month}月{value.day}日"


def day_of(moment: dt.datetime) -> str:
    """Write the day of a moment."""
    return day(timezone.localdate(moment))


def moment(value: dt.datetime) -> str:
    """Write a moment to the minute: 2016年6月6日 10:20."""
    return f"{day_of(value)} {timezone.localtime(value):%H:%M}"


def compact(value: dt.datetime) -> str:
    """Write the day of a moment as item lists do: 20160606."""
    return f"{timezone.localdate(value):%Y%m%d}"


def stamp(value: dt.datetime) -> str:
    """Write a moment as the ledger does: 2016-06-06 10:20:00."""
    return f"{timezone.localtime(value):%Y-%m-%d %H:%M:%S}"


def shown(instance: Model, field: "Field[Any, Any]", names: Names, at: dt.datetime) -> str:
    """Write a column of a record or row of an act; nothing for an empty one."""
    value = getattr(instance, field.name)
    if value is None or value == "":
        return ""
    if isinstance(value, Model):
        return names.called(value, at)
    if field.choices:
        return str(getattr(instance, f"get_{field.name}_display")())
    if isinstance(value, bool):
        return "是" if value else "否"
    if isinstance(value, dt.datetime):
        return moment(value)
    return day(value) if isinstance(value, dt.date) else str(value)


def actor(entry: LedgerEntry) -> str:
    """Write who did an act, in which post of which unit."""
    return f"{entry.unit}　{entry.post}　{entry.actor}" if entry.post else entry.actor


def size(count: int) -> str:
    """Write the size of a file."""
    if count < 1024:
        return f"{count}字节"
    return f"{count / 1024:.1f} KB" if count < 1024**2 else f"{count / 1024**2:.1f} MB"


def paragraphs(text: str) -> tuple[str, ...]:
    """Return the paragraphs of a text, without the spaces around them."""
    return tuple(line.strip() for line in text.splitlines() if line.strip())
