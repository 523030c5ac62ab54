"""Keeping a sealed dossier: held, appraised, destroyed by two, and what stays for ever."""

import datetime as dt
from typing import Any

import pytest
from django.core.files.base import ContentFile
from django.core.files.storage import default_storage
from django.core.management import call_command

from archive.keeping import retention
from archive.keeping.disposal import destroy, destroyed, files_of, remains
from archive.models import Dossier, LedgerEntry
from decisions.evidence import keep
from decisions.models import Appraisal, Disposal, Evidence
from decisions.requirements import gather
from tests.refusals import met, see_refused
from tests.story import A_TERM, Story, person
from workflow.acts import registry
from workflow.audit import differences
from workflow.door import perform
from workflow.intake import Invalid

pytestmark = pytest.mark.usefixtures("stamped", "years_on")
ARCHIVIST, AUDITOR, REVIEWER, HEAD = "liangqiuyue", "zhouhuimin", "linjingyi", "fanglicheng"
DISPOSED = "dispose_dossier"


def due(told: Story) -> None:
    """Tell the story to the day on which the dossier is to be appraised."""
    told.reach("appraise_dossier")


def proposed(told: Story) -> None:
    """Tell the story to a proposal to destroy the dossier."""
    told.reach("approve_disposal")


def approved(told: Story) -> None:
    """Tell the story to the day on which the dossier may be destroyed."""
    told.reach(DISPOSED)


# hold


def test_a_hold_is_lifted_by_another_than_who_placed_it(told: Story) -> None:
    """`hold.lifted_by_another`."""
    told.reach("lift_hold")
    see_refused(told, "lift_hold", AUDITOR, "hold.lifted_by_another")
    told.do("lift_hold", REVIEWER)


def test_there_is_a_hold_to_lift(told: Story) -> None:
    """`hold.placed`; a hold once lifted is not lifted again."""
    told.until("seal_dossier")
    assert not met(told, "hold.placed")
    told.do("place_hold", AUDITOR)
    hold = told.data("lift_hold")["hold"]
    told.do("lift_hold", REVIEWER)
    assert not met(told, "hold.placed")
    with pytest.raises(Invalid):
        told.do("lift_hold", REVIEWER, hold=hold)


def test_nothing_is_destroyed_that_is_held(told: Story) -> None:
    """`disposal.not_held`: one of two holds is enough, and is named."""
    approved(told)
    told.do("place_hold", AUDITOR, basis="海审函〔2037〕8号")
    told.do("place_hold", REVIEWER)
    told.do("lift_hold", AUDITOR)
    refused = see_refused(told, DISPOSED, ARCHIVIST, "disposal.not_held")
    assert any("海审函〔2037〕8号" in one for one in refused.sentences)
    first = told.data("lift_hold")
    hold = first["hold"] - 1
    told.do("lift_hold", REVIEWER, hold=hold)
    told.do(DISPOSED, ARCHIVIST)


# appraisal


def test_a_dossier_is_appraised_when_its_term_is_over(told: Story) -> None:
    """`appraisal.due`: from the year after that of the sealing, to the day."""
    due(told)
    told.now = dt.datetime(2036, 12, 31, 4, tzinfo=dt.UTC)
    refused = see_refused(told, "appraise_dossier", ARCHIVIST, "appraisal.due")
    assert any("2037年1月1日" in one for one in refused.sentences)
    told.now = dt.datetime(2037, 1, 1, 4, tzinfo=dt.UTC)
    told.do("appraise_dossier", ARCHIVIST)
    assert Appraisal.objects.get().due_on == dt.date(2037, 1, 1)


def test_what_is_permanent_never_falls_due(told: Story) -> None:
    """`appraisal.due`."""
    told.until("seal_dossier")
    refused = see_refused(told, "appraise_dossier", ARCHIVIST, "appraisal.due", days=A_TERM)
    assert any("永久" in one for one in refused.sentences)


def test_one_alone_does_not_appraise(told: Story) -> None:
    """`appraisal.panel`."""
    due(told)
    alone = [{"person": person(REVIEWER)}]
    see_refused(told, "appraise_dossier", ARCHIVIST, "appraisal.panel", panel=alone)
    with pytest.raises(Invalid):
        told.do("appraise_dossier", ARCHIVIST, panel=alone * 2)
    told.do("appraise_dossier", ARCHIVIST)


@pytest.mark.parametrize(
    ("outcome", "term"), [("keep", ""), ("permanent", "D10"), ("dispose", "D30"), ("keep", "Y5")]
)
def test_only_a_longer_keeping_has_a_new_term(told: Story, outcome: str, term: str) -> None:
    due(told)
    with pytest.raises(Invalid):
        told.do("appraise_dossier", ARCHIVIST, outcome=outcome, term=term)
    assert not Appraisal.objects.exists()


def test_a_longer_keeping_falls_due_again_and_a_permanent_one_never(told: Story) -> None:
    due(told)
    told.do("appraise_dossier", ARCHIVIST, outcome="keep", term="D10")
    year = told.today.year
    assert retention.due_on(told.known_case) == dt.date(year + 11, 1, 1)
    see_refused(told, "appraise_dossier", ARCHIVIST, "appraisal.due", days=30)
    told.do("appraise_dossier", ARCHIVIST, days=A_TERM, outcome="permanent")
    assert retention.due_on(told.known_case) is None


# approval


def test_a_disposal_is_proposed_before_it_is_approved(told: Story) -> None:
    """`disposal.proposed`; an answer answers one proposal."""
    due(told)
    see_refused(told, "approve_disposal", HEAD, "disposal.proposed", "disposal.approved_by_another")
    told.do("appraise_dossier", ARCHIVIST, outcome="keep", term="D10")
    see_refused(told, "approve_disposal", HEAD, "disposal.proposed")
    told.do("appraise_dossier", ARCHIVIST, days=A_TERM)
    told.do("approve_disposal", HEAD)
    see_refused(told, "approve_disposal", HEAD, "disposal.proposed")


def test_who_appraised_does_not_approve(told: Story) -> None:
    """`disposal.approved_by_another`."""
    due(told)
    panel = [{"person": person(name)} for name in (HEAD, REVIEWER)]
    told.do("appraise_dossier", ARCHIVIST, panel=panel)
    see_refused(told, "approve_disposal", HEAD, "disposal.approved_by_another")
    told.do("approve_disposal", "chenhaining")


def test_what_was_not_approved_is_not_destroyed(told: Story) -> None:
    """`disposal.approved`: unanswered, refused, or approved before a later appraisal."""
    proposed(told)
    see_refused(told, DISPOSED, ARCHIVIST, "disposal.approved")
    told.do("approve_disposal", HEAD, approved=False)
    see_refused(told, DISPOSED, ARCHIVIST, "disposal.approved", days=60)
    told.do("appraise_dossier", ARCHIVIST)
    told.do("approve_disposal", HEAD)
    told.do("appraise_dossier", ARCHIVIST, outcome="permanent")
    see_refused(told, DISPOSED, ARCHIVIST, "disposal.approved", days=60)


def test_a_disposal_waits_for_its_days(told: Story) -> None:
    """`disposal.waited`: thirty days after the day of approval, to the last."""
    proposed(told)
    told.do("approve_disposal", HEAD)
    told.now += dt.timedelta(days=30)
    see_refused(told, DISPOSED, ARCHIVIST, "disposal.waited")
    told.do(DISPOSED, ARCHIVIST, days=1)


def test_two_others_watch_a_disposal(told: Story) -> None:
    """`disposal.supervised`: whoever does it does not watch himself."""
    approved(told)
    watching = [{"person": person(name)} for name in (ARCHIVIST, AUDITOR)]
    see_refused(told, DISPOSED, ARCHIVIST, "disposal.supervised", supervisors=watching)
    told.do(DISPOSED, ARCHIVIST)


# disposal


def paths(told: Story) -> list[str]:
    """Return where the files of the case are kept."""
    return [blob.path for blob in files_of(told.known_case).own]


@pytest.fixture
def two_files(told: Story) -> Story:
    """Tell a story, one file of which another case has too, to the day of its disposal."""
    shared = keep(ContentFile("共用的材料。".encode(), name="共用.txt"))
    own = keep(ContentFile("自己的材料。".encode(), name="自己.txt"))
    other = Story()
    other.do("propose", "huoqishan", attachments=[shared])
    told.do("propose", "huoqishan", attachments=[shared, own])
    told.told = 1
    approved(told)
    return told


def test_files_are_destroyed_and_all_else_stays(
    two_files: Story, django_capture_on_commit_callbacks: Any
) -> None:
    told, before = two_files, LedgerEntry.objects.count()
    mine = paths(told)
    assert len(mine) == 2
    with django_capture_on_commit_callbacks(execute=True):
        told.do(DISPOSED, ARCHIVIST)
    assert not any(default_storage.exists(path) for path in mine)
    assert LedgerEntry.objects.count() == before + 1
    disposal = Disposal.objects.get()
    assert (disposal.files, disposal.shared) == (2, 1)
    assert Dossier.objects.get().blob.digest
    assert Evidence.objects.filter(case=told.case).count() == 2
    assert list(differences()) == []


def test_a_file_that_another_case_has_stays(
    two_files: Story, django_capture_on_commit_callbacks: Any
) -> None:
    with django_capture_on_commit_callbacks(execute=True):
        two_files.do(DISPOSED, ARCHIVIST)
    shared = Evidence.objects.get(case=two_files.case, filename="共用.txt")
    assert default_storage.exists(shared.blob.path)
    assert shared.blob not in destroyed()


def test_a_refused_disposal_destroys_nothing(
    two_files: Story, django_capture_on_commit_callbacks: Any
) -> None:
    mine = paths(two_files)
    with django_capture_on_commit_callbacks(execute=True):
        see_refused(two_files, DISPOSED, ARCHIVIST, "disposal.supervised", supervisors=[
            {"person": person(AUDITOR)},
        ])  # fmt: skip
    assert all(default_storage.exists(path) for path in mine)


def test_what_a_dead_program_left_is_found_and_destroyed(two_files: Story) -> None:
    """Nothing is run after the commit here, as if the program had died."""
    mine = paths(two_files)
    case = two_files.known_case
    perform(
        DISPOSED, case, two_files.actor(ARCHIVIST, DISPOSED), two_files.data(DISPOSED),
        two_files.now + dt.timedelta(hours=1),
    )  # fmt: skip
    assert all(default_storage.exists(path) for path in mine)
    assert [found.kind for found in differences()] == ["file.remains"] * 2
    assert list(remains()) == [case]
    call_command("destroy_remains")
    assert not any(default_storage.exists(path) for path in mine)
    assert list(differences()) == []


def test_a_storage_that_fails_breaks_nothing(
    two_files: Story, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fails(path: str) -> None:
        raise PermissionError(path)

    monkeypatch.setattr(default_storage, "delete", fails)
    assert destroy(two_files.known_case) == 0


@pytest.mark.parametrize(
    ("act", "by"),
    [
        ("place_hold", AUDITOR), ("appraise_dossier", ARCHIVIST), ("approve_disposal", HEAD),
        (DISPOSED, ARCHIVIST),
    ],
)  # fmt: skip
def test_what_is_destroyed_is_not_dealt_with_again(told: Story, act: str, by: str) -> None:
    """`disposal.not_done`."""
    told.do(DISPOSED, told.reach(DISPOSED))
    facts = gather(told.known_case, told.now, told.actor(by, act))
    assert "disposal.not_done" in {one.id for one in registry[act].unmet(facts)}
    assert not met(told, "disposal.not_done")


def test_a_destroyed_dossier_is_not_transferred(told: Story) -> None:
    """`transfer.checked`."""
    told.do(DISPOSED, told.reach(DISPOSED))
    refused = see_refused(told, "transfer_dossier", ARCHIVIST, "transfer.checked")
    assert any("已经销毁" in one for one in refused.sentences)


def test_a_destroyed_dossier_is_destroyed_once(told: Story) -> None:
    """`disposal.not_done`."""
    told.do(DISPOSED, told.reach(DISPOSED))
    see_refused(told, DISPOSED, ARCHIVIST, "disposal.not_done")


# the list of what falls due


def test_the_list_has_what_falls_due_and_nothing_else(told: Story) -> None:
    due(told)
    dossier = Dossier.objects.get()
    last, first = dt.date(2036, 12, 31), dt.date(2037, 1, 1)
    assert list(retention.due_by(last)) == []
    assert list(retention.due_by(first)) == [dossier]
    told.do("appraise_dossier", ARCHIVIST, outcome="keep", term="D10")
    year = told.today.year
    assert list(retention.due_by(dt.date(year + 10, 12, 31))) == []
    assert list(retention.due_by(dt.date(year + 11, 1, 1))) == [dossier]


def test_the_list_and_the_day_of_a_dossier_agree(told: Story) -> None:
    """Each day around the end of each term, as the rule and as the list have it."""
    due(told)
    day = retention.due_on(told.known_case)
    assert day
    for shift in (-366, -1, 0, 1, 366):
        asked = day + dt.timedelta(days=shift)
        assert retention.due_by(asked).exists() == (day <= asked)


def test_what_is_proposed_or_destroyed_is_listed_no_more(told: Story) -> None:
    proposed(told)
    assert not retention.due_by(dt.date(2100, 1, 1)).exists()
    assert [one.case_id for one in retention.proposed()] == [told.known_case.pk]
    told.do("approve_disposal", HEAD)
    told.do(DISPOSED, ARCHIVIST, days=40)
    assert not retention.proposed().exists()
    assert [one.archival_code for one in retention.register()] == ["0001-WS·2026-D10-ZFB-0001"]
