"""Timestamps added to sealed dossiers, years later: nothing sealed ever changes."""

import datetime as dt
from io import StringIO
from pathlib import Path
from typing import Any

import pytest
from django.core.files.storage import default_storage
from django.core.management import CommandError, call_command
from django.db import DatabaseError, transaction

from archive.models import Dossier, Renewal
from archive.renewal import due, renew
from archive.signing import Expired
from decisions.evidence import content_of
from decisions.models import Blob
from tests.papers import proved, years_later
from tests.story import Story

pytestmark = pytest.mark.usefixtures("one_blank_page", "own_keys")

LIFE = 10
"""How many years a certificate of the demonstration lasts."""
SOON = dt.timedelta(days=365)


@pytest.fixture
def sealed(told: Story) -> Dossier:
    """Seal a short dossier."""
    told.until("propose")
    told.do("terminate_case", "fanglicheng")
    told.do("seal_dossier", "liangqiuyue")
    return Dossier.objects.get()


def file_of(blob: Blob) -> Path:
    """Return where a content is stored."""
    return Path(default_storage.path(blob.path))


def renewed(*options: str) -> str:
    """Run the command; return what it says."""
    said = StringIO()
    call_command("renew_timestamps", *options, stdout=said, stderr=said)
    return said.getvalue()


@pytest.fixture
def in_time(sealed: Dossier) -> Dossier:
    """Renew its timestamp half a year before the end."""
    with years_later(LIFE - 0.4):
        assert "续期1卷，失败0卷" in renewed()
    return sealed


def test_one_renewed_in_time_holds_when_the_first_certificate_has_ended(in_time: Dossier) -> None:
    with years_later(LIFE + 5):
        assert not proved(file_of(in_time.blob)).holds
        newest = proved(file_of(in_time.newest))
    assert newest.holds
    assert len(newest.stamps) == 2


def test_one_that_was_not_renewed_is_told(sealed: Dossier) -> None:
    with years_later(LIFE + 1):
        proof = proved(file_of(sealed.newest))
        assert proof.intact
        assert not proof.lasts
        with pytest.raises(Expired, match="已经到期"):
            renew(sealed)
        with pytest.raises(CommandError, match="没有续期"):
            renewed()
    assert not Renewal.objects.exists()


def test_it_can_be_renewed_again_and_again(in_time: Dossier) -> None:
    with years_later(LIFE + 7):
        renew(in_time)
    with years_later(LIFE + 14):
        newest = proved(file_of(in_time.newest))
    assert newest.holds
    assert len(newest.stamps) == 3


def test_what_was_sealed_is_the_beginning_and_stays(in_time: Dossier) -> None:
    in_time.refresh_from_db()
    renewal = Renewal.objects.get()
    before, after = content_of(in_time.blob), content_of(renewal.blob)
    assert after.startswith(before)
    assert after != before
    assert in_time.newest == renewal.blob
    for change in (
        lambda: Renewal.objects.update(expires=renewal.at),
        lambda: Renewal.objects.all().delete(),
    ):
        with pytest.raises(DatabaseError), transaction.atomic():
            change()


def test_the_case_does_not_move(in_time: Dossier, told: Story) -> None:
    assert set(told.known_case.ledger.filter(seq__gt=2).values_list("act", flat=True)) == {
        "seal_dossier"
    }
    call_command("audit", told.known_case.number)


def test_only_those_that_soon_end_are_renewed(sealed: Dossier) -> None:
    assert list(due(SOON)) == []
    assert "续期0卷" in renewed()
    with years_later(LIFE - 0.9):
        assert list(due(SOON)) == [sealed]
        assert "续期0卷" in renewed()
        assert "续期1卷" in renewed("--within", "365")
        assert list(due(SOON)) == []


def test_a_dead_authority_leaves_everything_as_it_was(sealed: Dossier, settings: Any) -> None:
    settings.DOSSIER_TIMESTAMP = "http://127.0.0.1:9/"
    blobs = Blob.objects.count()
    with years_later(LIFE - 0.4), pytest.raises(CommandError):
        renewed()
    assert (Renewal.objects.count(), Blob.objects.count()) == (0, blobs)
    assert proved(file_of(sealed.newest)).holds
