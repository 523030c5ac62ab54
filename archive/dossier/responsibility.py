"""Who answers for what: person, post, unit, act, moment, view, signature.

Basis: 条例第三十八条；区规划第12项.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from archive.dossier import titles
from archive.dossier.chronicle import Chronicle
from archive.dossier.values import moment


@dataclass(frozen=True)
class Deed:
    """One act of a person: when, what view it expressed, and whether it was signed."""

    title: str
    at: str
    seq: int
    view: str
    signed: bool


@dataclass(frozen=True)
class Answerable:
    """A person in a post of a unit, with all that he or she did in it."""

    unit: str
    post: str
    name: str
    deeds: tuple[Deed, ...]


def answerable(chronicle: Chronicle) -> Iterator[Answerable]:
    """Yield everybody who did an act, in the order of the first; as called on that day."""
    deeds: dict[tuple[str, str, str], list[Deed]] = {}
    for done in chronicle.done:
        entry = done.entry
        if entry.tenure_id:
            view = titles.remark(done.record)
            deed = Deed(str(done.act.title), moment(entry.at), entry.seq, view, done.act.signs)
            deeds.setdefault((entry.unit, entry.post, entry.actor), []).append(deed)
    for (unit, post, name), done_by in deeds.items():
        yield Answerable(unit, post, name, tuple(done_by))
