"""The dossier prints what everybody was called on the day of the act, whatever came after."""

from django.db.models import F, Value
from django.db.models.functions import Concat

from archive.dossier.names import Names
from archive.models import LedgerEntry
from people.models import Person, Post, Unit
from tests.dossiers import contents_of, html
from tests.story import Story

NEVER_ACTED = ("许文澜", "钟晓岚", "邓国梁", "冯嘉宁", "苏志远", "谭颖")
"""Members of the meeting who did no act anywhere: no row of the ledger has their name."""


def rename_all() -> None:
    """Rename every person, post and unit."""
    later = Value("（改名）")
    Person.objects.update(name=Concat(F("name"), later))
    Unit.objects.update(name=Concat(F("name"), later))
    Post.objects.update(title=Concat(F("title"), later))


def test_everybody_who_acted_is_called_as_on_that_day(told: Story) -> None:
    told.until("close_case")
    before = {one.name: one.html for one in contents_of(told).sections()}
    rename_all()
    after = {one.name: one.html for one in contents_of(told).sections()}
    changed = {name for name in before if before[name] != after[name]}
    assert changed == {"class-16-02", "responsibility-1"}, "the members who never acted"


def test_a_member_who_acted_elsewhere_is_called_as_there(told: Story) -> None:
    other = Story()
    other.until("propose")
    other.do("terminate_case", "fanglicheng")
    told.until("close_case")
    rename_all()
    (meeting,) = contents_of(told).meetings
    renamed = {
        speech.name.removesuffix("（改名）") for speech in meeting.speeches if "改名" in speech.name
    }
    assert renamed == set(NEVER_ACTED)
    assert "方立诚" in {speech.name for speech in meeting.speeches}
    assert "罗建平" in {speech.name for speech in meeting.speeches}


def test_a_unit_named_in_a_record_is_called_as_its_own_row_has_it(told: Story) -> None:
    told.until("file_risk_assessment")
    rename_all()
    text = html(contents_of(told).sections(), "class-12")
    assert "岭南社会风险评估中心" in text
    assert "改名" not in text


def test_between_two_names_the_nearer_one_counts(told: Story) -> None:
    told.until("propose")
    early = told.now
    person = Person.objects.get(username="huoqishan")
    old = person.name
    Person.objects.filter(pk=person.pk).update(name="霍启山（新）")  # invented
    told.until("file_research_report")
    entries = LedgerEntry.objects.filter(case=told.known_case)
    names = Names(entries.select_related("tenure__person", "tenure__post__unit"))
    person.refresh_from_db()
    assert names.called(person, early) == old
    assert names.called(person, told.now) == "霍启山（新）"


def test_who_is_in_no_ledger_at_all_is_called_as_today(told: Story) -> None:
    told.until("propose")
    person = Person.objects.get(username="tanying")
    entries = LedgerEntry.objects.filter(case=told.known_case)
    names = Names(entries.select_related("tenure__person", "tenure__post__unit"))
    assert names.called(person, told.now) == "谭颖"
