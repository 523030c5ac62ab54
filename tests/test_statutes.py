"""The law of a place on a day: which layer's value counts, and why."""

import datetime as dt
from itertools import count, islice

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from decisions.statutes import Entry, Length, Profile, Trust, Value, Verdict, law, profiles
from decisions.statutes.parameters import DECLARED, Parameter, Stricter, Unit, registry
from decisions.statutes.resolution import resolve
from tests.shelf import DAY, Shelf, rule, sets

HAIZHU = "cn/guangdong/guangzhou/haizhu"
ELSEWHERE = "cn/hunan/changsha"
"""A city in a province of which we hold no rule."""
USED = {
    "comment_days", "comment_days_normative", "legality_days", "legality_days_normative",
    "hearing_notice_days", "hearing_material_days", "options_min", "expert_min", "quorum",
    "publication_days", "feedback_days", "evaluation_objections", "evaluation_after_days",
    "department_opinion_days", "validity_years_max", "expiry_reminder_days", "catalogue_required",
    "hearing_when_direct_interests", "experts_always", "risk_always", "department_gate",
    "evaluation_always", "adoption_feedback",
}  # fmt: skip


def on(year: int, month: int, day: int) -> dt.date:
    return dt.date(year, month, day)


def verdicts(entries: tuple[Entry, ...]) -> dict[str, Verdict]:
    """Return what became of each layer's value, by its place."""
    return {entry.place: entry.verdict for entry in entries}


# what there is


def test_every_parameter_is_declared_once_with_its_basis() -> None:
    assert len({parameter.name for parameter in DECLARED}) == len(DECLARED)
    assert set(registry) >= USED
    assert all(str(parameter.title) and all(parameter.sources) for parameter in DECLARED)


def test_a_parameter_that_nobody_declared_cannot_be_asked_for() -> None:
    with pytest.raises(LookupError):
        law(HAIZHU, DAY).known("comment_day")


def test_our_own_profiles_name_an_article_and_how_far_to_trust_it() -> None:
    values = [value for profile in profiles() for value in profile.values.values()]
    assert values
    assert all(value.article and isinstance(value.trust, Trust) for value in values)


def test_the_files_are_read_once_and_a_law_resolved_once() -> None:
    assert law(HAIZHU, DAY) is law(HAIZHU, DAY)
    assert profiles() is profiles()
    assert law(HAIZHU, DAY).trail("quorum") is law(HAIZHU, DAY).trail("quorum")


# the law of real places


@pytest.mark.parametrize(
    ("day", "days", "level"),
    [
        (on(2017, 11, 3), 20, "市级"),
        (on(2019, 8, 31), 20, "市级"),
        (on(2019, 9, 1), 30, "国家"),
        (on(2026, 3, 2), 30, "国家"),
    ],
)
def test_twenty_days_of_comment_were_enough_until_the_nation_asked_for_thirty(
    day: dt.date, days: int, level: str
) -> None:
    """Order 39 gave twenty; its value is from memory, and marked so."""
    trail = law(HAIZHU, day).trail("comment_days")
    assert law(HAIZHU, day).number("comment_days") == days
    assert trail.counting
    assert trail.counting.level == level


def test_a_hearing_was_a_duty_until_the_rule_of_2024() -> None:
    demanded = {
        day: law(HAIZHU, day).demands("hearing_when_direct_interests")
        for day in (on(2013, 5, 31), on(2013, 6, 1), on(2023, 12, 31), on(2024, 1, 1))
    }
    assert list(demanded.values()) == [False, True, True, False]


def test_the_plan_of_2016_closes_the_gates_that_the_nation_leaves_open() -> None:
    gates = ("risk_always", "department_gate", "catalogue_required", "adoption_feedback")
    before, since = law(HAIZHU, on(2016, 6, 16)), law(HAIZHU, on(2016, 6, 17))
    assert not any(before.demands(gate) for gate in gates)
    assert all(since.demands(gate) for gate in gates)
    assert (before.known("options_min"), since.known("options_min")) == (None, 2)
    assert law(HAIZHU, DAY).demands("risk_always")
    assert not law("cn/guangdong/guangzhou/panyu", DAY).demands("risk_always")


def test_order_192_follows_order_39_without_a_day_between() -> None:
    titles = [
        " ".join(law("cn/guangdong/guangzhou", day).titles)
        for day in (on(2022, 9, 30), on(2022, 10, 1))
    ]
    assert ["第39号" in told for told in titles] == [True, False]
    assert ["第192号" in told for told in titles] == [False, True]


def test_a_place_of_which_we_hold_no_rule_has_the_nations_law_and_the_default() -> None:
    putuo = law("cn/shanghai/putuo", DAY)
    assert {profile.place for profile in putuo.profiles} == {"cn", ""}
    assert putuo.number("comment_days") == 30
    levels = [entry.level for entry in putuo.trail("comment_days").entries]
    assert levels == ["缺省", "国家", "省级", "区级"]


def test_a_case_older_than_the_regulation_is_counted_by_the_default() -> None:
    old = law("cn/shanghai/putuo", on(2015, 1, 5))
    assert old.number("legality_days") == 7
    assert old.titles == []


def test_a_period_says_how_it_is_counted() -> None:
    today = law(HAIZHU, DAY)
    assert today.length("comment_days") == Length(30, working=False, counts_start=False)
    assert today.length("legality_days") == Length(7, working=True)
    assert today.length("hearing_notice_days") is None


def test_a_number_that_no_layer_has_is_not_made_up() -> None:
    with pytest.raises(LookupError):
        law(HAIZHU, DAY).number("feedback_days")


# one layer over the other


def test_a_stricter_local_value_counts(shelf: Shelf) -> None:
    shelf.put("city", rule(ELSEWHERE, sets("comment_days", 45)))
    trail = shelf.law(ELSEWHERE).trail("comment_days")
    assert shelf.law(ELSEWHERE).number("comment_days") == 45
    told = verdicts(trail.entries)
    assert (told["cn"], told[ELSEWHERE]) == (Verdict.OVERRIDDEN, Verdict.STRICTER)


def test_a_laxer_local_value_does_not_and_is_shown_with_the_reason(shelf: Shelf) -> None:
    shelf.put("city", rule(ELSEWHERE, sets("comment_days", 10)))
    trail = shelf.law(ELSEWHERE).trail("comment_days")
    assert shelf.law(ELSEWHERE).number("comment_days") == 30
    own = trail.entries[-1]
    assert own.value
    assert (own.value.number, own.verdict) == (10, Verdict.LAXER)
    assert str(own.verdict.label) == "不适用：比上级宽"


def test_the_same_value_again_leaves_the_general_one_in_place(shelf: Shelf) -> None:
    shelf.put("city", rule(ELSEWHERE, sets("comment_days", 30)))
    trail = shelf.law(ELSEWHERE).trail("comment_days")
    assert trail.counting
    assert trail.counting.place == "cn"
    assert verdicts(trail.entries)[ELSEWHERE] == Verdict.SAME


def test_where_the_law_lets_it_a_laxer_local_value_counts(shelf: Shelf) -> None:
    shelf.put("province", rule("cn/hunan", sets("feedback_days", 30)))
    shelf.put("city", rule(ELSEWHERE, sets("feedback_days", 90)))
    assert shelf.law(ELSEWHERE).number("feedback_days") == 90
    assert verdicts(shelf.law(ELSEWHERE).trail("feedback_days").entries)[ELSEWHERE] == Verdict.LET


def test_of_a_time_limit_the_shorter_is_the_stricter(shelf: Shelf) -> None:
    shelf.put("province", rule("cn/hunan", sets("publication_days", 10)))
    shelf.put("city", rule(ELSEWHERE, sets("publication_days", 15)))
    assert shelf.law(ELSEWHERE).length("publication_days") == Length(10, working=True)


def test_a_gate_can_be_closed_below_and_not_opened_again(shelf: Shelf) -> None:
    shelf.put("province", rule("cn/hunan", sets("risk_always", True)))
    shelf.put("city", rule(ELSEWHERE, sets("risk_always", False)))
    assert shelf.law(ELSEWHERE).demands("risk_always")
    assert not shelf.law("cn/shanghai").demands("risk_always")


def test_any_rule_takes_the_place_of_the_default(shelf: Shelf) -> None:
    shelf.put("city", rule(ELSEWHERE, sets("quorum", 0.4)))
    trail = shelf.law(ELSEWHERE).trail("quorum")
    assert shelf.law(ELSEWHERE).number("quorum") == 0.4
    assert verdicts(trail.entries)[""] == Verdict.YIELDED


def test_what_was_not_found_falls_through_and_is_shown(shelf: Shelf) -> None:
    searched = rule(ELSEWHERE) + '\n[null]\ncomment_days = "只见标题"\n'
    shelf.put("city", searched)
    own = shelf.law(ELSEWHERE).trail("comment_days").entries[-1]
    assert shelf.law(ELSEWHERE).number("comment_days") == 30
    assert (str(own.verdict.label), own.remark) == ("未查到，按上一层", "只见标题")


def test_what_was_not_found_in_one_rule_may_stand_in_another_of_the_layer(shelf: Shelf) -> None:
    shelf.put("searched", rule(ELSEWHERE) + '\n[null]\ncomment_days = ""\n')
    shelf.put("found", rule(ELSEWHERE, sets("comment_days", 40)))
    assert shelf.law(ELSEWHERE).number("comment_days") == 40


def test_a_layer_without_a_rule_is_shown_as_such(shelf: Shelf) -> None:
    told = verdicts(shelf.law(ELSEWHERE).trail("comment_days").entries)
    assert (told["cn/hunan"], told[ELSEWHERE]) == (Verdict.UNSET, Verdict.UNSET)


def test_days_counted_otherwise_count_only_where_they_are_surely_more(shelf: Shelf) -> None:
    """Foshan gave ten working days in 2015: nobody can say that they last thirty."""
    shelf.put("ten", rule(ELSEWHERE, sets("comment_days", 10, unit="working_days")))
    shelf.put("thirty", rule("cn/hunan/zhuzhou", sets("comment_days", 30, unit="working_days")))
    shelf.put("start", rule("cn/hunan/shaoshan", sets("comment_days", 30, counts_start=True)))
    found = {
        place: verdicts(shelf.law(place).trail("comment_days").entries)[place]
        for place in (ELSEWHERE, "cn/hunan/zhuzhou", "cn/hunan/shaoshan")
    }
    assert list(found.values()) == [Verdict.UNCERTAIN, Verdict.STRICTER, Verdict.LAXER]


@pytest.mark.parametrize(
    ("one", "other", "surely"),
    [
        (Length(30, working=False), Length(30, working=False), True),
        (Length(29, working=False), Length(30, working=False), False),
        (Length(7, working=True), Length(7, working=False), True),
        (Length(30, working=False), Length(7, working=True), False),
        (Length(30, working=False, counts_start=True), Length(30, working=False), False),
        (Length(29, working=False), Length(30, working=False, counts_start=True), True),
        # The start may be a day of rest, and then counting it takes nothing off.
        (Length(9, working=True), Length(10, working=True, counts_start=True), False),
        (Length(10, working=True), Length(10, working=True, counts_start=True), True),
    ],
    ids=str,
)
def test_a_period_surely_lasts_another(one: Length, other: Length, surely: bool) -> None:
    assert one.surely_lasts(other) is surely


def test_a_rule_begins_and_ends_with_its_days(shelf: Shelf) -> None:
    text = rule(ELSEWHERE, sets("comment_days", 45), head="in_force_until = 2020-12-31\n")
    shelf.put("city", text)
    days = (on(2019, 12, 31), on(2020, 1, 1), on(2020, 12, 31), on(2021, 1, 1))
    found = [shelf.law(ELSEWHERE, day).number("comment_days") for day in days]
    assert found == [30, 45, 45, 30]


# whatever the layers say

AMOUNTS = st.tuples(st.integers(1, 6), st.booleans(), st.booleans())
"""A number of days, whether of work, whether the start day is counted; few, so that they meet."""
PLACES = ["cn", "cn/a", "cn/a/b", "cn/a/b/c"]


def made(parameter: Parameter, place: str, amount: tuple[int, bool, bool]) -> Profile:
    """Return an invented rule of a place."""
    number, working, counts_start = amount
    unit = Unit.WORKING_DAYS if working else Unit.CALENDAR_DAYS
    value = Value(parameter, number, "第一条", Trust.READ, unit, counts_start)
    return Profile("", "", place, dt.date.min, {parameter.name: value})


def last_day(length: Length, resting: list[bool]) -> int:
    """Return on which day from the start, day 0, a period is full; `resting` comes round."""

    def counted(day: int) -> bool:
        begun = day > 0 or length.counts_start
        return begun and not (length.working and resting[day % len(resting)])

    return next(islice(filter(counted, count()), length.number - 1, None))


@settings(max_examples=500, deadline=None)
@given(
    amounts=st.lists(AMOUNTS, min_size=1, max_size=4),
    resting=st.lists(st.booleans(), min_size=2, max_size=14).filter(lambda days: not all(days)),
    name=st.sampled_from(["comment_days", "legality_days", "publication_days"]),
)
def test_no_resolution_is_laxer_than_the_general_rule(
    amounts: list[tuple[int, bool, bool]], resting: list[bool], name: str
) -> None:
    """Whatever cities and districts set, and wherever holidays fall."""
    parameter = registry[name]
    rules = [made(parameter, place, amount) for place, amount in zip(PLACES, amounts, strict=False)]
    trail = resolve(parameter, PLACES[-1], rules)
    assert trail.counting
    assert trail.counting.value
    general = last_day(rules[0].values[name].length, resting)
    ends = last_day(trail.counting.value.length, resting)
    assert ends >= general if parameter.stricter is Stricter.HIGHER else ends <= general


@given(st.lists(st.integers(1, 20), min_size=1, max_size=4), st.sampled_from(Stricter))
def test_the_strictest_of_all_layers_counts_where_none_may_relax(
    numbers: list[int], stricter: Stricter
) -> None:
    parameter = Parameter("invented", "", Unit.COUNT, "", stricter)
    rules = [
        Profile("", "", place, dt.date.min,
                {"invented": Value(parameter, number, "", Trust.READ, Unit.COUNT)})
        for place, number in zip(PLACES, numbers, strict=False)
    ]  # fmt: skip
    counting = resolve(parameter, PLACES[-1], rules).counting
    strictest = max(numbers) if stricter is Stricter.HIGHER else min(numbers)
    assert counting
    assert counting.value
    assert counting.value.number == strictest
