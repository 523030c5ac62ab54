"""How a period was computed, line by line, in the reader's language."""

import datetime as dt
from collections.abc import Iterator

from django.utils.formats import date_format
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from decisions.basis import civil_law
from decisions.calendar import (
    CHINESE,
    ENGLISH,
    ONE_DAY,
    days_off,
    each_day,
    festivals,
    is_made_up,
    is_working_day,
)
from decisions.terms import Pause, Term


def reckoning(term: Term) -> list[str]:
    """Return how `term` was computed."""
    return list(_lines(term))


def _lines(term: Term) -> Iterator[str]:
    yield _start(term)
    yield _length(term)
    if term.length.working:
        yield from _special_days(term)
    for pause in term.pauses:
        yield _pause(pause, term.start.year)
    yield from _end(term)
    yield from provisional(term)


def _start(term: Term) -> str:
    day = {"day": date_format(term.start), "event": term.event}
    begun = _("%(day)s，%(event)s。") % day if term.event else _("从%(day)s起算。") % day
    if term.length.counts_start:
        return begun + _("适用的规定把当天计算在内。")
    return begun + _("当天不计入，从第二天算起（%(basis)s）。") % {
        "basis": civil_law(201, term.start)
    }


def _length(term: Term) -> str:
    if not term.source:
        return _unit(term)
    return _("%(source)s：%(days)s") % {"source": term.source, "days": _unit(term)}


def _unit(term: Term) -> str:
    if term.length.working:
        return _("共%(n)d个工作日：休息日、节假日不计，调休上班的休息日计入。") % {
            "n": term.length.number
        }
    return _("共%(n)d日：按自然日计算，休息日、节假日也计入。") % {"n": term.length.number}


def _special_days(term: Term) -> Iterator[str]:
    """Yield each holiday not counted, each weekend day worked, and the plain weekends at last."""
    weekends = []
    for first, last in _stretches(term):
        names = _("、").join(festivals(each_day(*days_off(first)), _names_in()))
        if names:
            days = {"span": span(first, last, term.start.year), "names": names}
            yield _("%(span)s：%(names)s放假，不计。") % days
        else:
            weekends.append(span(first, last, term.start.year))
    for day in filter(is_made_up, term.days):
        yield _("%(day)s是休息日，调休上班，计入。") % {"day": short(day, term.start.year)}
    if weekends:
        yield _("%(spans)s：休息日，不计。") % {"spans": _("、").join(weekends)}


def _stretches(term: Term) -> Iterator[tuple[dt.date, dt.date]]:
    """Yield the first and the last of the days off in a row, from the start to the end."""
    day = term.start
    while day <= term.known_until:
        if is_working_day(day):
            day += ONE_DAY
        else:
            last = min(days_off(day)[1], term.known_until)
            yield day, last
            day = last + ONE_DAY


def _names_in() -> str:
    return ENGLISH if get_language() == "en" else CHINESE


def short(day: dt.date, year: int) -> str:
    """Write a day, without its year where that is `year`."""
    return date_format(day, _("n月j日")) if day.year == year else date_format(day)


def span(first: dt.date, last: dt.date, year: int) -> str:
    """Write some days in a row."""
    days = {"first": short(first, year), "last": short(last, year)}
    return days["first"] if first == last else _("%(first)s至%(last)s") % days


def _pause(pause: Pause, year: int) -> str:
    if pause.ends is None:
        return _("%(day)s起停止计算：%(why)s。当天不计，恢复以后接着算。") % {
            "day": short(pause.begins, year), "why": pause.why,
        }  # fmt: skip
    return _("%(span)s停止计算：%(why)s。首尾两天也不计，以前用去的日数有效。") % {
        "span": span(pause.begins, pause.ends, year), "why": pause.why,
    }  # fmt: skip


def _end(term: Term) -> Iterator[str]:
    if term.full is None or term.last is None:
        used = term.used(dt.date.max)
        yield _("停止以前已用%(used)d日，还差%(left)d日。") % {
            "used": used, "left": term.length.number - used,
        }  # fmt: skip
        return
    yield _full(term) % {"n": term.length.number, "day": date_format(term.full)}
    if term.last != term.full:
        yield _("最后一日是休息日，顺延到%(day)s（%(basis)s）。") % {
            "day": date_format(term.last), "basis": civil_law(203, term.full),
        }  # fmt: skip


def _full(term: Term) -> str:
    if term.length.working:
        return _("第%(n)d个工作日是%(day)s。")
    return _("第%(n)d日是%(day)s。")


def provisional(term: Term) -> Iterator[str]:
    """Say on which years not yet announced a period rests."""
    years = _("、").join(map(str, term.provisional_years))
    if years:
        yield _(
            "%(years)s年的放假安排还没有公布：法定节假日按法律推算，调休不能预知。结果是暂定的。"
        ) % {"years": years}


def shortfall(term: Term, day: dt.date) -> str:
    """Say by how much `day` comes too early, and whether only the other count would do."""
    left = {"day": date_format(day), "n": term.length.number, "left": term.left(day)}
    if not term.is_full_only_with_its_start(day):
        return _("到%(day)s还差%(left)d日才满%(n)d日") % left
    return _("按%(event)s当天也计算才满%(n)d日；法定计算不含当天，还差%(left)d日") % {
        **left, "event": term.event,
    }  # fmt: skip
