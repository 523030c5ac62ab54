"""Every kind of page that the dossier has: both standards kept, tags and pages of one mind."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from django.db import transaction
from django.test import override_settings

from archive.dossier import Slip
from archive.dossier.contents import Contents, gather
from archive.press.about import Bound
from archive.press.section import Style
from archive.press.validation import validate
from tests import story, tagged
from tests.test_dossier import ARCHIVIST, DESCRIBED, told_with_evidence

pytestmark = pytest.mark.django_db


@pytest.fixture(scope="module")
def contents(
    django_db_setup: None,
    django_db_blocker: Any,
    tmp_path_factory: pytest.TempPathFactory,
    press_shelf: Path,
) -> Iterator[Contents]:
    """Gather a case with a dissent, a refused attempt, named opinions and a file."""
    told = override_settings(
        MEDIA_ROOT=tmp_path_factory.mktemp("files"),
        DOSSIER_SHELF=press_shelf,
        PASSWORD_HASHERS=["django.contrib.auth.hashers.MD5PasswordHasher"],
    )
    with told, django_db_blocker.unblock(), transaction.atomic():
        story.load_district()
        case = told_with_evidence()
        slip = Slip(case.now + story.HOUR, case.actor(ARCHIVIST, "seal_dossier"), "0001", "Y")
        yield gather(case.known_case, DESCRIBED, slip)
        transaction.set_rollback(True)


@pytest.fixture(scope="module")
def bound(contents: Contents, tmp_path_factory: pytest.TempPathFactory) -> Bound:
    from archive.dossier import printing

    return printing.bound(contents, tmp_path_factory.mktemp("bound"))


def test_the_case_has_every_kind_of_page(contents: Contents) -> None:
    found = {section.name.partition("-")[0] for section in contents.sections()}
    assert {section.style for section in contents.sections()} == set(Style)
    assert {"cover", "items", "class", "opinions", "ledger", "responsibility", "refused"} <= found


def test_every_page_keeps_both_standards(bound: Bound) -> None:
    assert validate(bound.pdf) == []


def test_tree_and_pages_agree(bound: Bound) -> None:
    assert tagged.faults(bound.pdf) == []


def test_a_dossier_in_volumes_keeps_them_too(
    contents: Contents, press_shelf: Path, tmp_path: Path, settings: Any
) -> None:
    from archive.dossier import printing

    settings.DOSSIER_VOLUME_PAGES = 30
    volumes = printing.bound(contents, tmp_path)
    assert volumes.volumes
    files = [volumes.pdf, *(one.pdf for one in volumes.volumes)]
    assert validate(*files) == []
    assert [fault for file in files for fault in tagged.faults(file)] == []


def test_the_manifest_is_told_with_what_it_was_printed() -> None:
    from archive.dossier import printing

    told = printing.press()
    assert told["engine"]["weasyprint"]
    assert {"family", "version", "digest"} == set(told["fonts"][0])
