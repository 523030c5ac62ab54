"""Which pictures the dossier spells by their code, for the reference form to say so."""

from importlib import import_module
from unicodedata import category

FONTS = "archive.press.fonts"
"""Imported only when a dossier is set: it takes long."""
PICTURES = ("So", "Sk", "Cc")
BREAKS = "\n\r\t"


def spelled(text: str) -> tuple[str, ...]:
    """Return what stands in `text` for characters that no font has: 〔U+1F6B2〕."""
    candidates = {one for one in text if category(one) in PICTURES} - set(BREAKS)
    if not candidates:
        return ()
    fonts = import_module(FONTS)
    found = {one: fonts.printable(one) for one in candidates}
    return tuple(sorted(said for one, said in found.items() if said != one))
