"""Who answers for what. Basis: 条例第三十八条；区规划第12项."""

from collections.abc import Iterator
from dataclasses import dataclass

from archive.dossier.chronicle import Chronicle
from archive.dossier.values import compact
from people.models import Role


@dataclass(frozen=True)
class Deed:
    """One act of a person."""

    title: str
    day: str
    seq: int


@dataclass(frozen=True)
class Answerable:
    """A person in a post of a unit, with all that he or she did in it."""

    unit: str
    post: str
    name: str
    role: str
    deeds: tuple[Deed, ...]


def answerable(chronicle: Chronicle) -> Iterator[Answerable]:
    """Yield everybody who did an act, in the order of the first; as called on that day."""
    deeds: dict[tuple[str, str, str, str], list[Deed]] = {}
    for done in chronicle.done:
        entry, tenure = done.entry, done.record.tenure
        if tenure is not None:
            role = str(Role(tenure.post.role).label)
            deed = Deed(str(done.act.title), compact(entry.at), entry.seq)
            deeds.setdefault((entry.unit, entry.post, entry.actor, role), []).append(deed)
    for (unit, post, name, role), done_by in deeds.items():
        yield Answerable(unit, post, name, role, tuple(done_by))
