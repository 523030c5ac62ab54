"""Where a package lies, without importing it."""

from importlib.util import find_spec
from pathlib import Path


def folder(package: str) -> Path | None:
    """Return the folder of an installed package."""
    spec = find_spec(package)
    places = spec.submodule_search_locations if spec else None
    return Path(places[0]) if places else None
