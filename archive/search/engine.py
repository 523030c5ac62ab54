"""The engine of the database in use."""

from types import ModuleType
from typing import Any

from django.db import connection, connections

from archive.search import postgresql, sqlite

ENGINES: dict[str, ModuleType] = {"postgresql": postgresql, "sqlite": sqlite}


def engine() -> Any:
    """Return the module that keeps and finds tokens in the database in use."""
    return ENGINES[connection.vendor]


def install_after_migrate(using: str, **_kwargs: Any) -> None:
    """Make what the index needs once the tables are there."""
    ENGINES[connections[using].vendor].install(connections[using])
