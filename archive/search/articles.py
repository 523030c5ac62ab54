"""The articles by which a dossier can be found: those that some requirement rests on."""

from decisions.basis import Basis
from decisions.requirements import registry


def articles() -> list[Basis]:
    """Return every article that a requirement rests on, a rule after another, each once."""
    found = {basis for one in registry.values() for basis in one.basis}
    return sorted(found, key=lambda basis: (basis.source, basis.article))


def named(key: str) -> Basis | None:
    """Return the article of a key such as 713-25; None where no requirement rests on it."""
    return next((basis for basis in articles() if key_of(basis) == key), None)


def key_of(basis: Basis) -> str:
    """Return the key of an article in an address."""
    return f"{basis.source}-{basis.article}"
