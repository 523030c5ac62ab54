"""What sets the pages: its versions, and one digest over all on which a piece depends."""

import hashlib
from functools import cache
from importlib.metadata import version
from pathlib import Path

from archive.press import faces, fonts
from archive.press.native import versions

PACKAGES = ("weasyprint", "pydyf", "tinycss2", "tinyhtml5", "fonttools", "pikepdf")
OWN = ("folding.py", "order.py", "setting.py")
"""The parts of the press that make a piece what it is."""


@cache
def engine() -> dict[str, str]:
    """Return the version of everything that has a part in the pages."""
    return {**{name: version(name) for name in PACKAGES}, **versions()}


def digest(css: str, families: tuple[str, ...]) -> str:
    """Return a digest that another style sheet, font or version changes."""
    files = [faces.digest(one.path) for one in fonts.faces(families)]
    own = [(Path(__file__).parent / name).read_text() for name in OWN]
    told = "\n".join([css, *files, *own, *(f"{n} {v}" for n, v in sorted(engine().items()))])
    return hashlib.sha256(told.encode()).hexdigest()
