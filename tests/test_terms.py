"""How the law's periods are counted: tables of real days, and an oracle that goes day by day."""

import datetime as dt
from typing import Any

import chinese_calendar
import pytest
from django.utils import translation
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from decisions import calendar
from decisions.calendar import ONE_DAY, is_announced, is_working_day
from decisions.reckoning import reckoning, shortfall
from decisions.statutes import Length
from decisions.terms import Pause, Term


def day(text: str) -> dt.date:
    return dt.date.fromisoformat(text)


def working(start: str, number: int, **how: Any) -> Term:
    return Term(day(start), Length(number, working=True), "收件", to_midnight=False, **how)


def calendar_days(start: str, number: int, **how: Any) -> Term:
    return Term(day(start), Length(number, working=False), "公布", **how)


# days off


def test_two_libraries_agree_on_every_day_that_both_know() -> None:
    """An update of either that brings a wrong day is seen here."""
    first, last = dt.date(2007, 1, 1), dt.date(2026, 12, 31)
    known = calendar.each_day(first, last)
    differing = [one for one in known if is_working_day(one) != chinese_calendar.is_workday(one)]
    assert (len(known), differing) == (7305, [])


@pytest.mark.parametrize(
    ("text", "works"),
    [
        ("2026-02-14", True),   # a Saturday worked for the Spring Festival
        ("2026-02-15", False),  # the Sunday before New Year's Eve
        ("2026-02-16", False),  # New Year's Eve
        ("2026-02-20", False),  # a Friday off in exchange
        ("2026-02-23", False),  # a Monday off in exchange
        ("2026-02-24", True),
        ("2026-02-28", True),   # the other Saturday worked
        ("2026-09-20", True),   # a Sunday worked for the National Day
        ("2026-10-07", False),
        ("2026-10-10", True),   # a Saturday worked for the National Day
        ("2025-10-06", False),  # the Mid-Autumn Festival, within the National Day's week
        ("2006-12-30", True),   # a Saturday worked for the next year's New Year
    ],
)  # fmt: skip
def test_days_announced_are_as_announced(text: str, works: bool) -> None:
    assert is_announced(day(text).year)
    assert is_working_day(day(text)) is works


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("2027-01-01", "元旦"),
        ("2027-02-05", "农历除夕"),
        ("2027-02-06", "春节"),
        ("2027-04-05", "清明节"),
        ("2027-05-01", "劳动节"),
        ("2027-06-09", "端午节"),
        ("2027-09-15", "中秋节"),
        ("2027-10-01", "国庆节"),
        ("2030-02-03", "春节"),
        ("2030-09-12", "中秋节"),
    ],
)
def test_a_year_not_announced_has_the_holidays_of_the_law(text: str, name: str) -> None:
    """The lunar ones too; what cannot be known is which weekends are worked."""
    assert not is_announced(day(text).year)
    assert not is_working_day(day(text))
    assert calendar.festivals([day(text)], calendar.CHINESE) == [name]


def test_a_holiday_on_a_weekend_is_given_back_on_a_working_day() -> None:
    """Computed too: the first three days of Spring 2027 begin on a Saturday."""
    assert not is_working_day(day("2027-02-10"))
    assert is_working_day(day("2027-02-11"))


def test_the_days_off_around_a_day_are_found_whole() -> None:
    around = calendar.days_off(day("2026-02-18"))
    assert around == (day("2026-02-15"), day("2026-02-23"))
    assert calendar.festivals(calendar.each_day(*around), calendar.ENGLISH) == [
        "Chinese New Year's Eve", "Chinese New Year (Spring Festival)",
    ]  # fmt: skip


# working days


@pytest.mark.parametrize(
    ("start", "number", "last"),
    [
        ("2026-05-13", 7, "2026-05-22"),   # the review of the mock: no holiday
        ("2026-02-12", 7, "2026-02-28"),   # 13 and 14, the festival, 24 to 27, and the 28th
        ("2026-02-13", 1, "2026-02-14"),   # the worked Saturday is the first
        ("2026-09-29", 7, "2026-10-14"),   # 30; 8, 9, worked Saturday 10; 12, 13, 14
        ("2026-09-18", 1, "2026-09-20"),   # the worked Sunday
        ("2026-04-29", 3, "2026-05-07"),   # 30; the Labour Day's five days; 6 and 7
        ("2016-06-17", 20, "2016-07-15"),  # 海府〔2016〕18号: issued, to be public
        ("2026-12-25", 7, "2027-01-06"),   # 28 to 31, the New Year's Day, then 4, 5 and 6
    ],
)  # fmt: skip
def test_working_days_skip_what_is_off_and_count_what_is_made_up(
    start: str, number: int, last: str
) -> None:
    term = working(start, number)
    assert term.last == day(last) == term.opens
    assert term.left(day(last)) == 0
    assert term.left(day(last) - ONE_DAY) == 1


def test_a_period_into_a_year_not_announced_is_provisional() -> None:
    assert working("2026-12-25", 7).provisional_years == [2027]
    assert not working("2026-12-21", 7).is_provisional
    assert not calendar_days("2026-12-25", 30).is_provisional
    assert "2027年的放假安排还没有公布" in reckoning(working("2026-12-25", 7))[-1]


# calendar days


@pytest.mark.parametrize(
    ("opens", "closes", "case"),
    [("2025-10-22", "2025-11-20", "C15"), ("2021-06-18", "2021-07-17", "C23")],
)
def test_thirty_days_by_the_notices_count_are_twenty_nine_by_the_law(
    opens: str, closes: str, case: str
) -> None:
    """Cases C15 and C23: the day of the notice counted, it is thirty."""
    term, end = calendar_days(opens, 30), day(closes)
    assert (term.used(end), term.left(end)) == (29, 1)
    assert term.with_its_start.last == end
    assert term.is_full_only_with_its_start(end)
    assert shortfall(term, end) == "按公布当天也计算才满30日；法定计算不含当天，还差1日"
    assert term.last == end + ONE_DAY
    assert not term.is_full_only_with_its_start(end + ONE_DAY)


def test_a_day_further_off_is_simply_too_early() -> None:
    term = calendar_days("2021-06-18", 30)
    assert not term.is_full_only_with_its_start(day("2021-07-16"))
    assert shortfall(term, day("2021-07-16")) == "到2021年7月16日还差2日才满30日"


def test_twenty_two_days_are_enough_for_twenty() -> None:
    """A city catalogue's item of 2017 ran 22 days, under a rule of 20 (law.md, part 4)."""
    ends = day("2017-05-04") + ONE_DAY * 21  # the days invented, their number real
    assert calendar_days("2017-05-04", 20).left(ends) == 0
    assert calendar_days("2017-05-04", 30).left(ends) == 9


def test_what_waits_for_a_last_day_begins_after_its_midnight() -> None:
    term = calendar_days("2026-03-09", 30)
    assert (term.last, term.opens) == (day("2026-04-08"), day("2026-04-09"))


def test_only_who_must_act_is_given_the_next_working_day() -> None:
    """民法典第二百零三条; a least time for the public ends on a Sunday as well."""
    sunday = calendar_days("2026-03-13", 30)
    assert sunday.last == day("2026-04-12")
    held = calendar_days("2026-03-13", 30, rolls=True)
    assert (held.full, held.last) == (day("2026-04-12"), day("2026-04-13"))
    assert "最后一日是休息日，顺延到2026年4月13日（民法典第二百零三条）。" in reckoning(held)
    festival = calendar_days("2026-01-18", 30, rolls=True)
    assert (festival.full, festival.last) == (day("2026-02-17"), day("2026-02-24"))
    assert calendar_days("2026-12-02", 30, rolls=True).provisional_years == [2027]


def test_a_period_that_counts_its_first_day_is_a_day_shorter() -> None:
    term = Term(day("2021-06-18"), Length(30, working=False, counts_start=True), "公布")
    assert term.last == day("2021-07-17")
    assert "适用的规定把当天计算在内" in reckoning(term)[0]


@pytest.mark.parametrize("in_working_days", [True, False])
@pytest.mark.parametrize("number", [0, -3])
def test_a_period_of_no_length_is_full_when_it_begins(number: int, in_working_days: bool) -> None:
    term = Term(day("2026-02-17"), Length(number, working=in_working_days))
    assert term.last == term.start
    assert (term.used(term.start), term.left(term.start)) == (0, 0)
    assert reckoning(term)


# pauses


def test_a_clock_stands_still_and_goes_on_with_what_was_used() -> None:
    away = Pause(day("2026-07-10"), day("2026-07-21"), "退回补正")
    term = working("2026-07-06", 7, pauses=(away,))
    assert [term.used(day(f"2026-07-{n}")) for n in ("09", "10", "21", "22")] == [3, 3, 3, 4]
    assert term.last == day("2026-07-27")
    told = "7月10日至7月21日停止计算：退回补正。首尾两天也不计，以前用去的日数有效。"
    assert told in reckoning(term)


def test_a_clock_that_still_stands_has_no_last_day() -> None:
    term = working("2026-07-06", 7, pauses=(Pause(day("2026-07-10")),))
    assert (term.last, term.opens) == (None, None)
    assert (term.used(day("2027-07-10")), term.left(day("2027-07-10"))) == (3, 4)
    assert "停止以前已用3日，还差4日。" in reckoning(term)


def test_a_clock_that_was_full_before_it_stood_still_stays_full() -> None:
    term = working("2026-07-06", 7, pauses=(Pause(day("2026-07-20")),))
    assert term.last == day("2026-07-15")


def test_a_pause_over_a_holiday_takes_no_day_twice() -> None:
    """Away over the Spring Festival: 13 before; 25 to 27, worked Saturday 28, 2 and 3 after."""
    away = Pause(day("2026-02-14"), day("2026-02-24"))
    assert working("2026-02-12", 7, pauses=(away,)).last == day("2026-03-03")


def test_a_file_returned_and_taken_in_on_one_day_loses_that_day() -> None:
    away = Pause(day("2026-07-08"), day("2026-07-08"))
    assert working("2026-07-06", 7, pauses=(away,)).last == day("2026-07-16")


# how it was computed


def test_every_day_off_and_every_day_made_up_is_told() -> None:
    assert reckoning(working("2026-02-12", 7)) == [
        "2026年2月12日，收件。当天不计入，从第二天算起（民法典第二百零一条）。",
        "共7个工作日：休息日、节假日不计，调休上班的休息日计入。",
        "2月15日至2月23日：农历除夕、春节放假，不计。",
        "2月14日是休息日，调休上班，计入。",
        "2月28日是休息日，调休上班，计入。",
        "第7个工作日是2026年2月28日。",
    ]


def test_the_law_cited_is_the_law_of_its_day() -> None:
    assert "（民法通则第一百五十四条）" in reckoning(calendar_days("2016-02-15", 30))[0]
    assert "（民法总则第二百零一条）" in reckoning(calendar_days("2018-02-15", 30))[0]
    with translation.override("en"):
        assert "2026" in reckoning(working("2026-02-12", 7))[0]


# the oracle


def oracle(
    start: dt.date, length: Length, stops: list[tuple[dt.date, dt.date]], until: dt.date
) -> int:
    """Count, with a finger on each page of the calendar, the days used by the end of `until`."""
    used, today = 0, start
    while today <= until:
        counted = today != start or length.counts_start
        for stopped, resumed in stops:
            if stopped <= today <= resumed:
                counted = False
        if length.working and not chinese_calendar.is_workday(today):
            counted = False
        used += counted
        today = dt.date.fromordinal(today.toordinal() + 1)
    return min(used, length.number)


DAYS = st.dates(dt.date(2015, 1, 1), dt.date(2026, 3, 1))
LENGTHS = st.builds(Length, st.integers(0, 60), st.booleans(), st.booleans())
STOPS = st.lists(st.tuples(st.integers(0, 60), st.integers(0, 20)), max_size=3)


@settings(deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(DAYS, LENGTHS, STOPS, st.integers(0, 200))
def test_it_is_what_a_finger_on_the_calendar_finds(
    start: dt.date, length: Length, away: list[tuple[int, int]], later: int
) -> None:
    stops = [(start + ONE_DAY * a, start + ONE_DAY * (a + n)) for a, n in away]
    term = Term(start, length, pauses=tuple(Pause(*stop) for stop in stops))
    until = start + ONE_DAY * later
    assert term.used(until) == oracle(start, length, stops, until)
    assert term.left(until) == length.number - oracle(start, length, stops, until)
    last = term.last
    assert last is not None
    assert oracle(start, length, stops, last) == length.number
    if length.number:
        assert oracle(start, length, stops, last - ONE_DAY) == length.number - 1
    assert reckoning(term)
