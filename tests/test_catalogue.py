"""The yearly catalogue: entered, consented to, published, adjusted; many matters at once.

Basis: 条例第三条；区规划第10项.
"""

from collections.abc import Iterable
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from archive.models import LedgerEntry
from decisions import models as m
from decisions.catalogue import Place, Standing, matters, places
from decisions.models import Case
from people.models import Organ, Person
from tests.refusals import see_refused
from tests.story import BEGINNING, Story
from workflow.acts import registry
from workflow.jointly import perform_on_all

pytestmark = pytest.mark.django_db
OFFICE, UNDERTAKER, HEAD = "chenhaining", "huoqishan", "fanglicheng"
CONSENT, PUBLISH = registry["consent_to_catalogue"], registry["publish_catalogue"]


def place(told: Story) -> Place:
    """Return the matter's place in the catalogue; none if it has none."""
    case = told.known_case
    return places([case]).get(case.pk, Place())


def listed(number: int) -> list[Story]:
    """Return some matters that stand in the draft catalogue of the year."""
    stories = [Story() for _ in range(number)]
    for item, told in enumerate(stories, 1):
        told.until("classify")
        told.do("list_matter", OFFICE, item=item)
    return stories


def cases(stories: Iterable[Story]) -> list[Case]:
    return [told.known_case for told in stories]


def browser(username: str, client: Client) -> Client:
    client.force_login(Person.objects.get(username=username))
    return client


@pytest.fixture
def office(client: Client, district: None) -> Client:
    """The browser of the government office."""
    return browser(OFFICE, client)


# One matter


def test_it_is_entered_consented_to_and_published(told: Story) -> None:
    told.until("list_matter")
    assert place(told).standing is Standing.DRAFT
    told.until("consent_to_catalogue")
    assert place(told).standing is Standing.CONSENTED
    assert not place(told).stands
    told.until("publish_catalogue")
    assert place(told).standing is Standing.PUBLISHED
    assert place(told).stands


def test_no_catalogue_is_published_without_consent_later_than_the_entry(told: Story) -> None:
    """`catalogue.consented`."""
    told.until("list_matter")
    see_refused(told, "publish_catalogue", OFFICE, "catalogue.consented")
    told.until("consent_to_catalogue")
    told.do("list_matter", OFFICE, item=9)
    see_refused(told, "publish_catalogue", OFFICE, "catalogue.consented")
    told.do("consent_to_catalogue", OFFICE)
    told.do("publish_catalogue", OFFICE)
    assert place(told).stands


def test_there_is_something_to_consent_to(told: Story) -> None:
    """`catalogue.entered`."""
    told.until("classify")
    see_refused(told, "consent_to_catalogue", OFFICE, "catalogue.entered")
    told.until("publish_catalogue")
    see_refused(told, "consent_to_catalogue", OFFICE, "catalogue.entered")


def test_a_major_matter_is_not_started_outside_a_published_catalogue(told: Story) -> None:
    """`catalogue.listed`: neither unlisted, nor listed, nor consented to is enough."""
    told.until("classify")
    for act in ("list_matter", "consent_to_catalogue", "publish_catalogue"):
        see_refused(told, "initiate", HEAD, "catalogue.listed")
        told.do(act, OFFICE)
    told.do("initiate", HEAD)
    assert told.known_case.state == "initiated"


@pytest.mark.parametrize("procedure", ["general", "normative"])
def test_another_matter_is(district: None, procedure: str) -> None:
    told = Story(procedure)
    told.until("classify")
    told.do("initiate", HEAD)
    assert told.known_case.state == "initiated"


def test_where_no_law_demands_a_catalogue_none_is_needed(told: Story) -> None:
    Organ.objects.update(place="cn/guangdong/guangzhou")
    told.until("classify")
    told.do("initiate", HEAD)
    assert told.known_case.state == "initiated"


# In the course of the year


def test_a_matter_added_in_the_course_of_the_year_needs_consent_and_publication_too(
    told: Story,
) -> None:
    """`catalogue.listed`, `catalogue.consented`."""
    told.until("classify")
    told.do("adjust_catalogue", OFFICE, change="added")
    see_refused(told, "initiate", HEAD, "catalogue.listed")
    see_refused(told, "publish_catalogue", OFFICE, "catalogue.consented")
    told.do("consent_to_catalogue", OFFICE)
    told.do("publish_catalogue", OFFICE)
    assert place(told).standing is Standing.ADJUSTED
    told.do("initiate", HEAD)


def test_a_change_that_waits_leaves_the_published_entry_standing(told: Story) -> None:
    told.until("publish_catalogue")
    told.do("adjust_catalogue", OFFICE, change="changed", item=8)
    assert place(told).stands
    assert place(told).standing is Standing.DRAFT
    told.do("initiate", HEAD)


def test_a_matter_taken_out_no_longer_stands_in_it(told: Story) -> None:
    """`catalogue.listed`."""
    told.until("publish_catalogue")
    told.do("adjust_catalogue", OFFICE, change="removed", reason="并入另一事项。")
    told.do("consent_to_catalogue", OFFICE)
    told.do("publish_catalogue", OFFICE)
    see_refused(told, "initiate", HEAD, "catalogue.listed")


def test_it_is_adjusted_while_the_matter_is_under_way(told: Story) -> None:
    told.until("determine_steps")
    told.do("adjust_catalogue", OFFICE, planned_finish="2027-03-31")
    told.do("consent_to_catalogue", OFFICE)
    told.do("publish_catalogue", OFFICE)
    assert place(told).standing is Standing.ADJUSTED


# Many at once


def consent_data() -> dict[str, Any]:
    return {"document_number": "海委办复〔2026〕3号", "consented_on": "2026-03-02"}


def test_one_act_is_done_to_all(district: None) -> None:
    stories = listed(3)
    actor = stories[0].actor(OFFICE, "consent_to_catalogue")
    assert perform_on_all(CONSENT, cases(stories), actor, consent_data()) == []
    assert {place(told).standing for told in stories} == {Standing.CONSENTED}
    last = LedgerEntry.objects.order_by("-pk").values_list("act", "outcome")[:3]
    assert set(last) == {("consent_to_catalogue", "accepted")}


def test_or_to_none_and_every_refusal_is_said_and_kept(district: None) -> None:
    stories = listed(3)
    actor = stories[0].actor(OFFICE, "publish_catalogue")
    stories[0].do("consent_to_catalogue", OFFICE)
    before = [(case.length, case.moved_at) for case in cases(stories)]

    data = {"place": "区政府网站", "published_on": "2026-03-02"}
    refused = perform_on_all(PUBLISH, cases(stories), actor, data)

    assert {case.pk for case, _why in refused} == {told.known_case.pk for told in stories[1:]}
    assert {why.ids for _case, why in refused} == {("catalogue.consented",)}
    assert not m.CataloguePublication.objects.exists()
    after = [(case.length, case.moved_at) for case in cases(stories)]
    assert after[0] == before[0]
    assert [length for length, _at in after[1:]] == [length + 1 for length, _at in before[1:]]
    last = LedgerEntry.objects.filter(outcome="refused").values_list("act", flat=True)
    assert list(last) == ["publish_catalogue"] * 2


# The officials' page


def address(year: int = 2026) -> str:
    return reverse("workflow:catalogue", args=[year])


def test_a_year_without_entries_says_so_and_leads_to_others(office: Client) -> None:
    page = office.get(address(2024)).content.decode()
    assert "2024年度还没有列入目录的事项" in page
    listed(1)
    assert address(2026) in office.get(address(2024)).content.decode()


@pytest.mark.parametrize("year", [1999, 2101, 99999])
def test_a_year_that_no_catalogue_has_is_not_found(office: Client, year: int) -> None:
    assert office.get(address(year)).status_code == 404


def test_the_page_lists_every_entry_with_its_standing(office: Client) -> None:
    stories = listed(2)
    stories[0].do("consent_to_catalogue", OFFICE)
    page = office.get(address()).content.decode()
    for told in stories:
        assert told.known_case.number in page
    assert "已经党委同意" in page
    assert page.count('type="checkbox" name="matter"') == 2


def test_all_ticked_are_consented_to_and_published_by_one_form_each(office: Client) -> None:
    stories = listed(2)
    numbers = [case.number for case in cases(stories)]
    posted = {"act": CONSENT.name, "matter": numbers, **consent_data()}
    assert office.post(address(), posted).status_code == 303
    posted = {
        "act": PUBLISH.name, "matter": numbers, "place": "区政府网站", "published_on": "2026-03-02",
    }  # fmt: skip
    assert office.post(address(), posted).status_code == 303
    assert all(place(told).stands for told in stories)
    assert "没有等待党委同意或者公布的事项" in office.get(address()).content.decode()


def test_the_page_shows_every_refusal_and_nothing_is_done(office: Client) -> None:
    stories = listed(2)
    posted = {
        "act": PUBLISH.name, "matter": [case.number for case in cases(stories)],
        "place": "区政府网站", "published_on": "2026-03-02",
    }  # fmt: skip
    answer = office.post(address(), posted)
    assert answer.status_code == 409
    assert answer.content.decode().count("还没有党委的同意") == 2
    assert not m.CataloguePublication.objects.exists()


def test_the_same_form_counts_once(office: Client) -> None:
    (told,) = listed(1)
    form = "6ba7b810-9dad-11d1-80b4-00c04fd430c8"
    posted = {
        "act": CONSENT.name, "matter": told.known_case.number, "once": form, **consent_data(),
    }  # fmt: skip
    assert office.post(address(), posted).status_code == 303
    assert office.post(address(), posted).status_code == 409
    assert m.CatalogueConsent.objects.count() == 1


def test_what_cannot_be_read_is_said_and_nothing_is_done(office: Client) -> None:
    (told,) = listed(1)
    posted = {"act": CONSENT.name, "matter": told.known_case.number, "consented_on": "昨天"}
    answer = office.post(address(), posted)
    assert answer.status_code == 422
    assert 'aria-invalid="true"' in answer.content.decode()
    assert not m.CatalogueConsent.objects.exists()


def test_nothing_ticked_does_nothing(office: Client) -> None:
    listed(1)
    answer = office.post(address(), {"act": CONSENT.name, **consent_data()})
    assert answer.status_code == 422
    assert "没有勾选事项" in answer.content.decode()
    assert not m.CatalogueConsent.objects.exists()


def test_a_matter_of_another_year_is_not_on_this_page(office: Client) -> None:
    (told,) = listed(1)
    posted = {"act": CONSENT.name, "matter": told.known_case.number, **consent_data()}
    assert office.post(address(2025), posted).status_code == 404


def test_somebody_else_sees_it_and_cannot_do_it(client: Client, district: None) -> None:
    (told,) = listed(1)
    other = browser(UNDERTAKER, client)
    assert "checkbox" not in other.get(address()).content.decode()
    posted = {"act": CONSENT.name, "matter": told.known_case.number, **consent_data()}
    assert other.post(address(), posted).status_code == 403
    assert LedgerEntry.objects.filter(unmet__contains="door.post").exists()


# The public's page


def public(client: Client, year: int = 2026) -> str:
    return str(client.get(reverse("portal:catalogue", args=[year])).content.decode())


def test_the_public_sees_nothing_before_it_is_published(told: Story, client: Client) -> None:
    told.until("consent_to_catalogue")
    page = public(client)
    assert "还没有公布" in page
    assert told.known_case.title not in page


def test_the_public_sees_the_catalogue_and_its_hearing_matters(told: Story, client: Client) -> None:
    told.until("classify")
    told.do("list_matter", OFFICE, hearing=True)
    told.told += 1
    told.until("publish_catalogue")
    page = public(client)
    assert told.known_case.title in page
    assert "听证事项" in page
    answer = client.get(reverse("portal:latest_catalogue"))
    assert answer["Location"] == reverse("portal:catalogue", args=[2026])


def test_the_public_sees_each_adjustment_with_its_day_once_published(
    told: Story, client: Client
) -> None:
    told.until("publish_catalogue")
    told.do("adjust_catalogue", OFFICE, change="removed", reason="并入另一事项。")
    assert "年度中的调整" not in public(client)
    told.do("consent_to_catalogue", OFFICE)
    told.do("publish_catalogue", OFFICE)
    page = public(client)
    assert "并入另一事项。" in page
    assert "移出" in page
    assert "2026年3月" in page
    assert "年度的目录还没有公布" in page


def test_the_catalogue_of_a_year_is_in_the_order_of_its_numbers(district: None) -> None:
    stories = listed(3)
    assert [case.pk for case, _place in matters(BEGINNING.year)] == [c.pk for c in cases(stories)]


def test_the_page_of_an_adjustment_begins_with_the_entry_as_it_stands(
    told: Story, office: Client
) -> None:
    told.until("publish_catalogue")
    address = reverse("workflow:act", args=[told.known_case.number, "adjust_catalogue"])
    page = office.get(address).content.decode()
    assert 'value="2026-12-31"' in page
