"""The four properties of what is filed and transferred. Basis: 档案法第三十九条；DA/T 70-2018."""

from archive.keeping.properties import authenticity, completeness, security, usability
from archive.keeping.properties.item import Item, Outcome, Verdict, registry
from archive.keeping.properties.run import Result, failing, run

__all__ = [
    "Item",
    "Outcome",
    "Result",
    "Verdict",
    "authenticity",
    "completeness",
    "failing",
    "registry",
    "run",
    "security",
    "usability",
]
