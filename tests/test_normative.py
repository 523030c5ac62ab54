"""Normative documents: numbered, dated as printed, filed, reminded of, cleaned up, shown.

Basis: 区规划第9项.
"""

import datetime as dt
from typing import Any, NamedTuple

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from decisions import models as m
from decisions.documents import Document, Status, documents, years_after
from decisions.rules.normative import well_numbered, well_unified, within_limit
from people.models import Person
from tests.agreement import Watched
from tests.refusals import see_refused
from tests.story import Story
from workflow.acts import registry
from workflow.deadlines import deadlines_of
from workflow.inbox import tasks_of
from workflow.intake import Invalid
from workflow.middleware import held_today

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("stamped")]
NO_BASIS = "未公布，不得作为行政管理依据"
DAY = dt.timedelta(days=1)


@pytest.fixture
def told(district: None) -> Watched:
    """Begin a watched story of a normative document."""
    return Watched("normative")


@pytest.fixture
def huo(client: Client) -> Client:
    """The browser of the undertaking unit."""
    client.force_login(Person.objects.get(username="huoqishan"))
    return client


def issue(told: Story, **changes: Any) -> None:
    told.before("issue_decision")
    told.do("issue_decision", "fanglicheng", **changes)
    told.told = told.place("issue_decision") + 1


# The six real records: unified number, effective, expiry as printed, years.


class Printed(NamedTuple):
    """One real record; `expires` is None where only a length is printed."""

    unified: str
    place: str
    effective: dt.date
    expires: dt.date | None
    years: int


GUANGZHOU = "cn/guangdong/guangzhou"
REAL = {
    "穗府规〔2021〕7号": Printed(
        "GZ0120210007", GUANGZHOU, dt.date(2021, 11, 16), dt.date(2026, 11, 16), 5
    ),
    "穗府办〔2011〕32号": Printed(
        "GZ012011129", GUANGZHOU, dt.date(2011, 9, 1), dt.date(2014, 9, 1), 3
    ),
    "增府办规〔2020〕6号": Printed(
        "ZC0220200006", GUANGZHOU, dt.date(2020, 6, 5), dt.date(2023, 6, 4), 3
    ),
    "花府办〔2015〕4号": Printed(
        "HD0220150049", GUANGZHOU, dt.date(2015, 4, 14), dt.date(2018, 4, 13), 3
    ),
    "荣政发〔2021〕5号": Printed(
        "RCDR-2021-0010006", "cn/shandong/rongcheng",
        dt.date(2021, 8, 13), dt.date(2026, 8, 13), 5,
    ),
    "电动自行车通告": Printed("", GUANGZHOU, dt.date(2023, 12, 15), None, 3),
}  # fmt: skip
real = pytest.mark.parametrize("record", REAL.values(), ids=REAL.keys())


def decision(record: Printed) -> m.Decision:
    length = record.years if record.expires is None else None
    return m.Decision(
        effective_on=record.effective, expires_on=record.expires, validity_years=length
    )


@real
def test_the_expiry_is_what_is_printed_and_both_ways_of_counting_live_side_by_side(
    record: Printed,
) -> None:
    one = decision(record)
    assert within_limit(one, record.years)
    assert not within_limit(one, record.years - 1)
    same_day = years_after(record.effective, record.years)
    assert record.expires in (None, same_day, same_day - DAY)
    assert Document(one).last_day == (record.expires or same_day)


@real
def test_a_document_is_in_force_through_its_last_day_as_printed(record: Printed) -> None:
    out = m.Publication(published_on=record.effective - DAY)
    document = Document(decision(record), out)
    last = document.last_day
    assert last is not None
    assert document.status(record.effective - DAY) is Status.NOT_YET
    assert document.status(record.effective) is Status.IN_FORCE
    assert document.status(last) is Status.IN_FORCE
    assert document.status(last + DAY) is Status.EXPIRED


@pytest.mark.parametrize("record", [r for r in REAL.values() if r.unified], ids=lambda r: r.unified)
def test_a_real_unified_number_is_known_as_one_of_its_place(record: Printed) -> None:
    assert well_unified(record.unified, record.place)


@pytest.mark.parametrize(
    "number", ["", None, "GZ02", "HZ01 20260001", "海020260001", "HZ0320260001"]
)
def test_another_is_not(number: str | None) -> None:
    assert not well_unified(number, f"{GUANGZHOU}/haizhu")


@pytest.mark.parametrize(
    "number", ["穗府规〔2021〕7号", "增府办规〔2020〕6号", "穗南府办规〔2023〕1号"]
)
def test_a_real_document_number_of_a_normative_document_is_known(number: str) -> None:
    assert well_numbered(number, "normative")


@pytest.mark.parametrize(
    "number",
    [
        "海府规[2026]3号",
        "海府规（2026）3号",
        "海府〔2026〕3号",
        "海府规〔26〕3号",
        "海府规〔2026〕03号",
    ],
)
def test_square_or_round_brackets_and_a_code_without_gui_are_not(number: str) -> None:
    assert not well_numbered(number, "normative")


# Issue


def test_it_is_issued_with_its_numbers_and_its_validity(told: Watched) -> None:
    """`issue.numbered`: everything that is missing is named at once."""
    told.before("issue_decision")
    refusal = see_refused(
        told, "issue_decision", "fanglicheng", "issue.numbered",
        document_number="海府〔2026〕1号", unified_number="", effective_on="", expires_on="",
    )  # fmt: skip
    assert "发文字号、统一编号、实施日期、有效期" in refusal.sentences[0]
    issue(told)
    told.ends("issued")


def test_a_validity_longer_than_the_law_allows_is_refused(told: Watched) -> None:
    """`issue.numbered`: five years, where no rule in force says otherwise."""
    told.before("issue_decision")
    too_long = years_after(told.today, 5) + DAY
    see_refused(told, "issue_decision", "fanglicheng", "issue.numbered", expires_on=too_long)
    see_refused(
        told, "issue_decision", "fanglicheng", "issue.numbered", expires_on="", validity_years=6
    )
    issue(told, expires_on="", validity_years=5)
    told.ends("issued")


def test_a_length_alone_is_kept_as_printed(told: Watched) -> None:
    issue(told, expires_on="", validity_years=3)
    kept = m.Decision.objects.get()
    assert (kept.expires_on, kept.validity_years) == (None, 3)


def test_the_printed_day_is_kept_to_the_day(told: Watched) -> None:
    told.before("issue_decision")
    printed = years_after(told.today, 3) - DAY
    issue(told, expires_on=printed)
    assert m.Decision.objects.get().expires_on == printed


def test_no_two_documents_have_one_unified_number(told: Watched) -> None:
    issue(told, unified_number="HZ0220260001")
    other = Story("normative")
    other.now = told.now
    with pytest.raises(Invalid) as unread:
        issue(other, unified_number="HZ0220260001")
    assert "unified_number" in unread.value.intake.errors


def test_it_does_not_end_before_it_begins(told: Watched) -> None:
    with pytest.raises(Invalid) as unread:
        issue(told, expires_on="2026-01-01")
    assert "expires_on" in unread.value.intake.errors


def test_another_decision_needs_no_unified_number_but_no_wrong_brackets(district: None) -> None:
    """`issue.numbered`."""
    major = Watched()
    major.before("issue_decision")
    see_refused(
        major, "issue_decision", "fanglicheng", "issue.numbered", document_number="海府[2026]1号"
    )
    issue(major)
    major.ends("issued")


# Clean-up


def only_document() -> Document:
    (found,) = documents()
    return found


@pytest.mark.parametrize(
    ("outcome", "status"),
    [
        ("keep", Status.IN_FORCE),
        ("revise", Status.TO_REVISE),
        ("repeal", Status.REPEALED),
        ("lapsed", Status.DECLARED_LAPSED),
    ],
)
def test_a_clean_up_shows_in_the_status(told: Watched, outcome: str, status: Status) -> None:
    told.until("publish_decision")
    assert only_document().status(told.today) is Status.IN_FORCE
    told.do("clean_up_document", "huoqishan", outcome=outcome, reason="形势变化。")
    assert only_document().status(told.today) is status
    told.ends("published")


def test_the_office_cleans_up_as_well_and_even_after_the_archive(told: Watched) -> None:
    told.until("transfer_dossier")
    told.do("clean_up_document", "chenhaining", outcome="repeal", reason="被新文件替代。")
    told.ends("archived")


def test_another_unit_does_not(told: Watched) -> None:
    told.until("publish_decision")
    see_refused(told, "clean_up_document", "zhuominer", "door.post")


def test_only_a_normative_document_is_cleaned_up(district: None) -> None:
    """`clean_up.normative`."""
    major = Story()
    major.until("publish_decision")
    see_refused(major, "clean_up_document", "huoqishan", "clean_up.normative")


def test_a_later_clean_up_stands(told: Watched) -> None:
    told.until("publish_decision")
    told.do("clean_up_document", "huoqishan", outcome="revise", reason="修订中。")
    told.do("clean_up_document", "huoqishan", outcome="keep", reason="修订已完成。")
    assert only_document().status(told.today) is Status.IN_FORCE


# The reminder


CLEAN_UP = registry["clean_up_document"]


def at_noon(day: dt.date) -> dt.datetime:
    return timezone.make_aware(dt.datetime.combine(day, dt.time(12)))


def reminded(told: Story, day: dt.date) -> set[str]:
    person = Person.objects.get(username="huoqishan")
    todos = tasks_of(held_today(person.pk), at_noon(day))
    return {todo.case.number for todo in todos if todo.act is CLEAN_UP}


def test_the_unit_is_reminded_half_a_year_before_the_last_day(
    told: Watched, monkeypatch: pytest.MonkeyPatch
) -> None:
    told.until("publish_decision")
    document = only_document()
    last = document.last_day
    assert last is not None
    assert not document.reminds_on(last - dt.timedelta(days=181))
    assert document.reminds_on(last - dt.timedelta(days=180))
    assert document.reminds_on(last)
    assert not document.reminds_on(last + DAY)

    near = last - dt.timedelta(days=30)
    for module in ("workflow.invitations", "workflow.middleware"):
        monkeypatch.setattr(f"{module}.timezone.localdate", lambda *_moment: near)
    assert reminded(told, near) == {told.known_case.number}
    case = told.known_case
    found = deadlines_of([(CLEAN_UP, case)], at_noon(near))
    assert found[CLEAN_UP, case.pk].day == last


def test_a_clean_up_within_the_term_ends_the_reminder(told: Watched) -> None:
    told.until("publish_decision")
    last = only_document().last_day
    assert last is not None
    told.do("clean_up_document", "huoqishan", outcome="keep", reason="早。")
    near = last - dt.timedelta(days=30)
    document = only_document()
    assert document.reminds_on(near)
    assert document.clean_up is not None
    document.clean_up.at += near - DAY - told.today
    assert not document.reminds_on(near)


# The officials' pages


def test_the_list_is_empty_and_says_so(told: Watched, huo: Client) -> None:
    page = huo.get(reverse("workflow:documents")).content.decode()
    assert "还没有印发的行政规范性文件" in page


def test_the_list_shows_numbers_dates_and_status(told: Watched, huo: Client) -> None:
    told.until("publish_decision")
    issued = m.Decision.objects.get()
    page = huo.get(reverse("workflow:documents")).content.decode()
    assert str(issued.unified_number) in page
    assert issued.document_number in page
    assert "有效" in page


def test_the_list_is_filtered_by_status_and_unit(told: Watched, huo: Client) -> None:
    told.until("publish_decision")
    title = m.Decision.objects.get().title
    address, unit = reverse("workflow:documents"), told.known_case.undertaking_unit_id
    for query, there in (
        ({"status": "in_force"}, True), ({"status": "repealed"}, False),
        ({"unit": unit}, True), ({"status": "nonsense", "unit": "x"}, True),
    ):  # fmt: skip
        assert (title in huo.get(address, query).content.decode()) is there


def test_the_next_to_expire_comes_first_and_what_is_over_last(told: Watched, huo: Client) -> None:
    issue(told, title="甲文件")
    told.do("publish_decision", "chenhaining")
    sooner, over = Story("normative"), Story("normative")
    for story, title in ((sooner, "乙文件"), (over, "丙文件")):
        story.now = told.now
        issue(story, title=title, expires_on=years_after(told.today, 1))
        story.do("publish_decision", "chenhaining")
    over.do("clean_up_document", "huoqishan", outcome="repeal", reason="废止。")
    page = huo.get(reverse("workflow:documents")).content.decode()
    assert page.index("乙文件") < page.index("甲文件") < page.index("丙文件")


def test_an_unpublished_document_is_said_to_be_no_basis(told: Watched, huo: Client) -> None:
    issue(told)
    page = huo.get(reverse("workflow:document", args=[told.known_case.number]))
    assert NO_BASIS in page.content.decode()
    told.until("publish_decision")
    page = huo.get(reverse("workflow:document", args=[told.known_case.number]))
    assert NO_BASIS not in page.content.decode()


def test_one_that_is_withheld_stays_no_basis(told: Watched, huo: Client) -> None:
    issue(told)
    told.do("withhold_publication", "chenhaining", disclosure="withheld", ground="不公开。")
    assert only_document().status(told.today) is Status.UNPUBLISHED
    page = huo.get(reverse("workflow:document", args=[told.known_case.number]))
    assert NO_BASIS in page.content.decode()


def test_the_page_of_a_document_tells_its_clean_ups(told: Watched, huo: Client) -> None:
    told.until("publish_decision")
    told.do("clean_up_document", "huoqishan", outcome="revise", reason="与上位法不一致。")
    page = huo.get(reverse("workflow:document", args=[told.known_case.number])).content.decode()
    assert "与上位法不一致。" in page
    assert "待修订" in page


@pytest.mark.parametrize("number", ["HZ-2026-999", "nonsense"])
def test_a_document_that_is_not_there_is_not_found(
    district: None, huo: Client, number: str
) -> None:
    assert huo.get(reverse("workflow:document", args=[number])).status_code == 404


# The public's pages


def test_the_public_sees_a_published_document_with_its_numbers_and_dates(
    told: Watched, client: Client
) -> None:
    told.until("publish_decision")
    issued = m.Decision.objects.get()
    page = client.get(reverse("portal:document", args=[told.known_case.number])).content.decode()
    for said in (issued.unified_number, issued.document_number, "海珠区人民政府", "有效", "看解读"):
        assert str(said) in page
    assert (
        reverse("portal:document", args=[told.known_case.number])
        in client.get(reverse("portal:documents")).content.decode()
    )


def test_the_public_never_sees_an_unpublished_one(told: Watched, client: Client) -> None:
    issue(told)
    address = reverse("portal:document", args=[told.known_case.number])
    assert client.get(address).status_code == 404
    assert "还没有公布" in client.get(reverse("portal:documents")).content.decode()
    told.do("withhold_publication", "chenhaining", disclosure="withheld", ground="不公开。")
    assert client.get(address).status_code == 404


def test_a_major_decision_has_no_such_page(district: None, client: Client) -> None:
    major = Story()
    major.until("publish_decision")
    address = reverse("portal:document", args=[major.known_case.number])
    assert client.get(address).status_code == 404


def test_the_page_of_the_decision_leads_to_that_of_the_document(
    told: Watched, client: Client
) -> None:
    told.until("publish_decision")
    number = told.known_case.number
    page = client.get(reverse("portal:decision", args=[number])).content.decode()
    assert reverse("portal:document", args=[number]) in page


def test_the_case_page_says_that_an_unpublished_document_is_no_basis(
    told: Watched, huo: Client
) -> None:
    issue(told)
    assert NO_BASIS in huo.get(told.known_case.get_absolute_url()).content.decode()
    told.until("publish_decision")
    page = huo.get(told.known_case.get_absolute_url()).content.decode()
    assert NO_BASIS not in page
    assert reverse("workflow:document", args=[told.known_case.number]) in page
