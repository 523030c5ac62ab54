"""The sealing slip: who seals the dossier when, and under which code."""

import datetime as dt
from dataclasses import dataclass

from people.models import Tenure


@dataclass(frozen=True)
class Slip:
    """What the archivist fills in; a preview has none."""

    at: dt.datetime
    by: Tenure
    archival_code: str = ""
    retention: str = ""
    """The code of the term: Y, D30, D10."""
    note: str = ""
