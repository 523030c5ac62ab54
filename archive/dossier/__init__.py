"""The sealed dossier: one PDF/A that holds a case whole, with its evidence inside."""

from archive.dossier.described import Described
from archive.dossier.sealing import Prepared, prepare, render
from archive.dossier.slip import Slip
from archive.press.unprintable import Unprintable

__all__ = ["Described", "Prepared", "Slip", "Unprintable", "prepare", "render"]
