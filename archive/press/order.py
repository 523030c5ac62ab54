"""What a worker is asked to set."""

import hashlib
import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass, field

LINK = "id:"
"""How a piece writes where a link leads: the printer drops links to ids of other sections."""


@dataclass(frozen=True)
class Order:
    """One section, with all that its pages depend on but style sheet, fonts and printer."""

    name: str
    html: str
    style: str
    language: str
    numbers: Mapping[str, int] = field(default_factory=dict)
    """The numbers of the pages on which ids stand, for a section that names them."""

    def key(self, engine: str) -> str:
        """Return under what its piece is found on the shelf."""
        told = json.dumps([engine, asdict(self)], sort_keys=True)
        return hashlib.sha256(told.encode()).hexdigest()
