"""The sealing slip: who seals the dossier when, and under which code."""

import datetime as dt
from dataclasses import dataclass

from people.models import Tenure


@dataclass(frozen=True)
class Follows:
    """What a supplement is sealed to: the dossier, and the supplement before it."""

    number: int
    """Of the supplement, from 1."""
    title: str
    since: int
    """The number in the ledger of the act that sealed last: no file can hold its own sealing."""
    dossier_digest: str
    previous_digest: str
    """Of the supplement before; blank for the first."""


@dataclass(frozen=True)
class Slip:
    """What the archivist fills in; a preview has none."""

    at: dt.datetime
    by: Tenure
    archival_code: str = ""
    retention: str = ""
    """The code of the term: Y, D30, D10."""
    note: str = ""
    follows: Follows | None = None
    """What it is sealed to, for a supplement."""

    @property
    def since(self) -> int:
        """The number of the ledger from which papers are printed."""
        return self.follows.since if self.follows else 0
