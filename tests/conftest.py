"""What every test may ask for."""

from collections.abc import Iterator
from typing import Any

import pytest
from django.db import connection

from archive import triggers
from tests import story


@pytest.fixture(autouse=True)
def files(settings: Any, tmp_path_factory: pytest.TempPathFactory) -> None:
    """Keep the tests' files apart."""
    settings.MEDIA_ROOT = tmp_path_factory.mktemp("files")


@pytest.fixture
def district(db: None) -> None:
    """Load the demonstration district."""
    story.load_district()


@pytest.fixture
def told(district: None) -> story.Story:
    """Begin a story."""
    return story.Story()


@pytest.fixture
def committed_district(transactional_db: None) -> Iterator[None]:
    """Load the district so that other connections see it; let the tables be cleared after."""
    story.load_district()
    yield
    triggers.remove(connection)


@pytest.fixture(autouse=True)
def quick_passwords(settings: Any) -> None:
    """Hash passwords the quick way; these are invented."""
    settings.PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
