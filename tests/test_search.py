"""The index: what finds a dossier, what does not, and that it never says more than is there."""

import datetime as dt
from decimal import Decimal
from typing import Any

import pytest
from django.core.management import call_command

from archive.models import Amount, Dossier, SearchRow
from archive.search import facets, index, money, row, tokens
from archive.search.engine import engine
from archive.search.excerpt import excerpt
from archive.search.finding import A_PAGE, AT_MOST, count, every, find
from archive.search.gathering import Indexed
from archive.search.query import Query, terms
from decisions.basis import regulation
from people.models import Organ
from tests.story import Story

ARCHIVIST, UNDERTAKER = "liangqiuyue", "huoqishan"
pytestmark = pytest.mark.usefixtures("stamped")


def put(
    key: int, body: str, *, title: str = "水土保持规划", organ: int = 1, **columns: Any
) -> None:
    """Index a dossier that has no case; all that it says is invented."""
    year = columns.pop("year", 2026)
    found = [facets.organ(organ), facets.year(year), *columns.pop("also", ())]
    code = columns.pop("archival_code", f"A-{key}")
    sums = money.sums(tokens.normal(body))
    made = SearchRow(
        dossier_id=key, version=tokens.VERSION, organ_id=organ, year=year, title=title,
        case_number=f"C-{key}", case_key=f"c-{key}", archival_code=code,
        archival_key=tokens.number_key(code), unit="区水务局",
        sealed_at=dt.datetime(year, 1, 1, tzinfo=dt.UTC), digest="sha256:00",
        facets=facets.joined([*found, *map(facets.amount, sums)]),
        text=row.text(title, f"C-{key} {code}", "周慧敏 审计检索岗 区审计局", body), **columns,
    )  # fmt: skip
    index.put(Indexed(made, [Amount(dossier_id=key, yuan=y) for y in sums], []))


def keys(words: str = "", **asked: Any) -> list[int]:
    """Return the keys of the first page of what is found."""
    return [found.pk for found in find(Query(asked.pop("organ", 1), words, **asked)).rows]


@pytest.fixture
def shelf_of_three(db: None) -> None:
    """Three dossiers, the middle one of another organ."""
    put(101, "合法性审查第1版退回修改，经费1200万元。")
    put(102, "合法性审查通过。", organ=2)
    put(103, "專家論證意見：ＨＺ－２０２６号文不予采纳。", title="老旧小区改造")


@pytest.mark.usefixtures("shelf_of_three")
@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("审查", [101]), ("合法性审查", [101]), ("退回 修改", [101]), ("查合", []),
        ("HZ-2026", [103]), ("ｈｚ", [103]), ("水", [101]), ("慧", [103, 101]), ("慧敏", [103, 101]),
        ("经", []), ("小区改造", [103]), ("A-101", [101]), ("!", []), ("审查 !", []),
        ("法性查审", []), ("", [103, 101]),
    ],
)  # fmt: skip
def test_words_find(words: str, found: list[int]) -> None:
    assert keys(words) == found


@pytest.mark.usefixtures("shelf_of_three")
def test_a_title_alone_is_looked_through() -> None:
    assert keys("规划", in_title=True) == [101]
    assert keys("老旧小区", in_title=True) == [103]
    assert keys("审查", in_title=True) == []
    assert keys("合法性审查", in_title=True) == []


@pytest.mark.usefixtures("shelf_of_three")
def test_an_organ_finds_its_own_alone() -> None:
    assert keys("审查") == [101]
    assert keys("审查", organ=2) == [102]
    assert keys("A-102") == []
    assert keys(organ=3) == []
    assert count(Query(2)).number == 1  # type: ignore[union-attr]  # it is counted
    assert list(every(Query(2))) == [102]


@pytest.mark.usefixtures("shelf_of_three")
@pytest.mark.parametrize(
    ("least", "most", "found"),
    [
        (1, 2, []), (1000, 1300, [101]), (1200, 1200, [101]), (None, 1200, [101]),
        (1200, None, [101]), (1201, None, []), (None, 1199, []),
    ],
)  # fmt: skip
def test_money_finds(least: int | None, most: int | None, found: list[int]) -> None:
    asked = tuple(None if ten is None else Decimal(ten * 10_000) for ten in (least, most))
    assert keys(money=asked) == found


@pytest.mark.parametrize(
    ("text", "sums"),
    [
        ("投资1.2亿元", ["120000000.00"]), ("1,200.5元和3万元", ["30000.00", "1200.50"]),
        ("第12条", []), ("12元3角", ["12.00"]), ("0元", []), ("万元", []),
        ("1" * 40 + "元", []),
    ],
)  # fmt: skip
def test_sums_are_read(text: str, sums: list[str]) -> None:
    assert [str(value) for value in money.sums(text)] == sums


def test_years_and_facets_narrow(db: None) -> None:
    put(1, "规划。", year=2016, also=(facets.person(7), facets.article(regulation(25))))
    put(2, "规划。", year=2020, also=(facets.person(8), facets.refused_on(regulation(25))))
    put(3, "规划。", year=2024, also=(facets.person(77),))
    assert keys("规划", years=(2016, 2020)) == [2, 1]
    assert keys("规划", years=(2020, 2020)) == [2]
    assert keys(years=(2021, None)) == [3]
    assert keys(facets=(frozenset({facets.person(7)}),)) == [1]
    assert keys(facets=(frozenset({facets.person(7), facets.person(8)}),)) == [2, 1]
    assert keys(facets=(frozenset({facets.refused_on(regulation(25))}),)) == [2]
    assert keys(facets=(frozenset(),)) == []


@pytest.mark.parametrize(
    "typed", ["海府〔2016〕18号", "海府[2016]18号", "海府（2016）18号", "海府【2016】 18号", "海府［２０１６］18号"]
)  # fmt: skip
def test_a_number_is_found_however_its_brackets_are_typed(db: None, typed: str) -> None:
    number = "海府〔2016〕18号"
    put(5, "规划。", document_number=number, document_key=tokens.number_key(number))
    assert keys(typed) == [5]
    assert keys(typed, years=(2016, 2016)) == []


def test_pages_go_on_below_a_key(db: None) -> None:
    for key in range(1, 46):
        put(key, "水土保持。")
    first = find(Query(1, "水土"))
    second = find(Query(1, "水土"), first.below)
    third = find(Query(1, "水土"), second.below)
    assert [found.pk for page in (first, second, third) for found in page.rows] == [
        *range(45, 0, -1)
    ]
    assert (first.more, second.more, third.more) == (True, True, False)
    assert len(first.rows) == A_PAGE


def test_an_absent_phrase_of_common_characters_is_given_up_and_says_so(
    db: None, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("archive.search.finding.AT_ONCE", 5)
    monkeypatch.setattr("archive.search.finding.AT_MOST", 10)
    assert AT_MOST == 1000
    put(1, "合法性审查。")
    for key in range(2, 14):
        put(key, "审查合法，法性审。")
    page = find(Query(1, "合法性审查"))
    assert (page.rows, page.gave_up, page.below) == ((), True, 4)
    further = find(Query(1, "合法性审查"), page.below)
    assert ([found.pk for found in further.rows], further.gave_up) == ([1], False)


def test_a_word_is_no_way_round_the_rights(db: None) -> None:
    put(1, "规划。", organ=1)
    put(2, "zo1 zy2016 zp7。", organ=2)
    assert keys("zo1") == []
    assert keys(organ=2, facets=(frozenset({facets.person(7)}),)) == []
    assert keys("zo1", organ=2) == [2]


def test_indexing_again_leaves_nothing_of_the_old_text(db: None) -> None:
    put(1, "退回修改。")
    put(1, "原则通过。", title="公园规划")
    assert keys("退回") == []
    assert keys("水土") == []
    assert keys("通过") == [1]
    asked = terms(Query(1, "退回"))
    assert asked is not None
    assert engine().candidates(asked, None, 10) == []


def test_an_old_index_is_noticed_and_renewed(told: Story) -> None:
    told.do("propose", UNDERTAKER, title="水土保持规划")
    told.do("terminate_case", "fanglicheng")
    told.do("seal_dossier", ARCHIVIST)
    organ = told.known_case.organ_id
    assert not index.is_old()
    SearchRow.objects.update(version=0)
    assert index.is_old()
    call_command("reindex_archive", verbosity=0)
    assert not index.is_old()
    assert keys("水土", organ=organ) == [Dossier.objects.get().pk]
    SearchRow.objects.all().delete()
    engine().clear()
    assert index.is_old()
    call_command("reindex_archive", verbosity=0)
    assert not index.is_old()
    assert keys("水土", organ=organ) == [Dossier.objects.get().pk]


def test_an_act_after_the_sealing_is_found_too(told: Story) -> None:
    told.until("close_case").do("seal_dossier", ARCHIVIST)
    organ = Organ.objects.get().pk
    assert keys("倒查此事", organ=organ) == []
    told.do("open_inquiry", "zhouhuimin", subject="倒查此事。", ground="审计。")
    assert keys("倒查此事", organ=organ) == [Dossier.objects.get().pk]


def test_tokens_of_common_pairs_never_collide() -> None:
    pairs = [f"{space}{a}{b}" for space in ("", "zt") for a in "一丁鿿" for b in "一丁鿿"]
    assert len({tokens.number(pair) for pair in pairs}) == len(pairs)
    for token in (*pairs, "wabc", "zo1", "𠀀𠀁"):
        assert -(2**31) <= tokens.number(token) < 2**31


def test_an_excerpt_shows_what_was_looked_for(db: None) -> None:
    put(1, "前文很长很长很长很长很长很长，合法性审查退回，其余从略。")
    found = excerpt(SearchRow.objects.get(), "退回 合法性审查")
    assert [text for text, sought in found if sought] == ["合法性审查", "退回"]
    assert excerpt(SearchRow.objects.get(), "没有") == []
