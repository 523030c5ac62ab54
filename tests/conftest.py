"""What every test may ask for."""

import datetime as dt
import shutil
from collections.abc import Iterator
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest
import pytest_django
import time_machine
from django.conf import settings
from django.db import connection
from django.test import override_settings
from django.utils import translation

from archive import triggers
from archive.press.about import Bound
from archive.signing import demonstration, issuing
from people.models import Organ
from tests import papers, story
from tests.browser import page  # noqa: F401  # a fixture, found here by its name
from tests.shelf import Shelf

YEARS_ON = dt.datetime(2050, 1, 3, tzinfo=dt.UTC)


def pytest_addoption(parser: pytest.Parser) -> None:
    """Let the state machine run for as long as one likes: `make fuzz`."""
    parser.addoption("--minutes", type=float, default=0, help="how long to fuzz")


@pytest.fixture(scope="session")
def press_shelf(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Keep the sections that the press has set, for all tests of a process."""
    return tmp_path_factory.mktemp("press")


@pytest.fixture(autouse=True)
def files(settings: Any, tmp_path_factory: pytest.TempPathFactory, press_shelf: Path) -> None:
    """Keep the tests' files apart."""
    settings.MEDIA_ROOT = tmp_path_factory.mktemp("files")
    settings.DOSSIER_SHELF = press_shelf


@pytest.fixture(autouse=True, scope="session")
def keys(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """Keep the tests' keys apart, made once, and short: a long one takes a second to make."""
    issuing.BITS = 2048
    folder = tmp_path_factory.mktemp("keys")
    with override_settings(KEYS_DIR=folder):
        demonstration.signer()
        yield folder


@pytest.fixture
def own_keys(settings: Any, tmp_path: Path, keys: Path) -> Path:
    """Give a test keys of its own: what it makes, even in years to come, stays there."""
    settings.KEYS_DIR = tmp_path / "keys"
    shutil.copytree(keys, settings.KEYS_DIR)
    return tmp_path / "keys"


@pytest.fixture
def own_log_keys(settings: Any, tmp_path: Path) -> None:
    """Give a test a log whose keys no other test has made or rotated."""
    settings.KEYS_DIR = tmp_path / "keys"


@pytest.fixture
def one_blank_page(monkeypatch: pytest.MonkeyPatch) -> None:
    """Print one empty page for every dossier, and do all the rest in earnest."""

    def bound(_contents: Any, folder: Path) -> Bound:
        return Bound(papers.blank(folder / "dossier.pdf"), 1, {})

    monkeypatch.setattr("archive.dossier.bindery.bound", bound)
    monkeypatch.setattr("archive.dossier.bindery.faults", lambda _printed: [])


@pytest.fixture(autouse=True)
def done_at_once(settings: Any) -> None:
    """Do at once what takes long: no worker runs beside the tests."""
    settings.TASKS = {"default": {"BACKEND": "django_tasks.backends.immediate.ImmediateBackend"}}


QUICK = ["django.contrib.auth.hashers.MD5PasswordHasher"]
"""Passwords here are invented, and hashed the quick way."""


@pytest.fixture(scope="session")
def django_db_modify_db_settings(
    django_db_modify_db_settings: None,  # pytest-django's own comes first
    tmp_path_factory: pytest.TempPathFactory,
) -> None:
    """Keep SQLite's test database in a file, as in earnest: threads share it as processes do."""
    if connection.vendor == "sqlite":
        file = tmp_path_factory.mktemp("database") / "test.sqlite3"
        connection.settings_dict["TEST"]["NAME"] = str(file)
    # A thread of a test ends without a word; a connection kept for it would hold the database.
    connection.settings_dict["CONN_MAX_AGE"] = 0


@pytest.fixture(scope="session")
def django_db_setup(
    django_db_setup: None,  # pytest-django's own comes first
    django_db_blocker: pytest_django.DjangoDbBlocker,
) -> None:
    """Load the demonstration district once; each test rolls back to it."""
    with django_db_blocker.unblock(), override_settings(PASSWORD_HASHERS=QUICK):
        story.load_district()


@pytest.fixture
def district(db: None) -> None:
    """See that the demonstration district is there; a test that commits has cleared it."""
    if not Organ.objects.exists():
        story.load_district()


@pytest.fixture
def told(district: None) -> story.Story:
    """Begin a story."""
    return story.Story()


class Stamp:
    """A press that prints every dossier the same, unsigned: for tests of all but its pages."""

    @staticmethod
    def make(contents: Any, _log: Any, folder: Path) -> Any:
        """Make a page for `contents`."""
        pdf = Stamp.preview(contents, folder)
        signature = SimpleNamespace(
            subject="", serial="", fingerprint="", moment=None, expires=None
        )
        return SimpleNamespace(
            bound=SimpleNamespace(pdf=pdf, pages=1, volumes=()),
            manifest_digest="", unsigned_digest="", invalid=(), signature=signature,
        )  # fmt: skip

    @staticmethod
    def preview(contents: Any, folder: Path) -> Path:
        """Make a page for `contents`."""
        return papers.blank(folder / "dossier.pdf", contents.cover.head)


@pytest.fixture
def stamped(monkeypatch: pytest.MonkeyPatch) -> None:
    """Print dossiers in no time."""
    monkeypatch.setattr("archive.dossier.sealing._press", lambda: Stamp)


@pytest.fixture
def years_on() -> Iterator[None]:
    """Let the clock stand long after every story, for what is done when a term has run out."""
    with time_machine.travel(YEARS_ON):
        yield


@pytest.fixture
def committed_district(transactional_db: None) -> Iterator[None]:
    """See that the district is there for other connections; let the tables be cleared after."""
    if not Organ.objects.exists():
        story.load_district()
    yield
    triggers.remove(connection)


@pytest.fixture(autouse=True)
def quick_passwords(settings: Any) -> None:
    """Check passwords the quick way too."""
    settings.PASSWORD_HASHERS = QUICK


@pytest.fixture
def shelf(settings: Any, tmp_path: Path) -> Shelf:
    """Lay out a district's own folder of profiles."""
    settings.STATUTES_DIRS = [tmp_path]
    return Shelf(tmp_path)


@pytest.fixture(autouse=True)
def in_chinese() -> Iterator[None]:
    """Begin in the screen's own language; a page read in English leaves its thread in English."""
    with translation.override(settings.LANGUAGE_CODE):
        yield
