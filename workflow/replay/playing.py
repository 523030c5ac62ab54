"""Playing a file: all of it in one transaction, which is kept only where it is to be imported."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field

from django.db import DataError, IntegrityError, transaction
from django.utils.translation import gettext as _

from decisions.models import Case
from workflow.intake import Invalid
from workflow.refusals import Refused
from workflow.replay.beside import Beside
from workflow.replay.cast import bring_in
from workflow.replay.faults import first_fault
from workflow.replay.player import Line, Player
from workflow.replay.reading import Entry, Replay
from workflow.replay.unreadable import Absent, Amiss


@dataclass(frozen=True)
class Played:
    """What came of one act."""

    number: int
    file_line: int
    line: Line
    refusal: Refused | None
    as_stated: bool
    """Whether the door opened or refused just as the file says."""
    state: str


@dataclass
class Outcome:
    """What came of the whole file."""

    case: Case | None = None
    kept: bool = False
    acts: list[Played] = field(default_factory=list)
    unplayed: int = 0
    """How many acts were left, since what they name was refused before."""

    @property
    def refused(self) -> int:
        """How many acts were refused."""
        return sum(played.refusal is not None for played in self.acts)

    @property
    def as_stated(self) -> bool:
        """Whether every act came out as the file says."""
        return all(played.as_stated for played in self.acts)


def play(
    replay: Replay, *, commit: bool = False, tell: Callable[[Played], None] = lambda played: None
) -> Outcome:
    """Play a file; `tell` hears of each act. Raises Unreadable, and then nothing is kept.

    With `commit` it is kept as an imported case, unless something was refused of which the file
    does not itself say so: half a case is nobody's record.
    """
    outcome = Outcome()
    with transaction.atomic():
        _bring_in(replay)
        if commit:
            _not_imported_yet(replay)
        player = Player(Beside(replay.path.parent), imported_from=replay.digest if commit else "")
        for played in _acts(replay, player):
            outcome.acts.append(played)
            tell(played)
        outcome.case = player.case
        outcome.unplayed = sum(entry.times for entry in replay.entries) - len(outcome.acts)
        outcome.kept = commit and player.case is not None and outcome.as_stated
        if not outcome.kept:
            transaction.set_rollback(True)
    return outcome


def _bring_in(replay: Replay) -> None:
    said = replay.found.value
    try:
        if "organ" in said:
            bring_in(said["organ"], said["units"])
    except Amiss as amiss:
        raise replay.unreadable(amiss.place, amiss.reason) from None


def _not_imported_yet(replay: Replay) -> None:
    """Refuse a file whose case is there already."""
    first = replay.entries[0].line
    same = Case.objects.filter(imported_from=replay.digest).first()
    found = same or Case.objects.filter(title=first.data.get("title"), opened_at=first.at).first()
    if found:
        reason = _("这个事项已经在系统里，案号%(number)s。") % {"number": found.number}
        raise replay.unreadable(replay.entries[0].place, reason)


def _acts(replay: Replay, player: Player) -> Iterator[Played]:
    number, as_stated = 0, True
    for entry in replay.entries:
        for line in entry.lines():
            number += 1
            try:
                refusal = _done(replay, entry, line, player)
            except Absent as absent:
                if as_stated:
                    raise replay.unreadable((*entry.place, *absent.place), absent.reason) from None
                # What it names was refused before; what follows cannot be judged any more.
                return
            stated = set(refusal.ids if refusal else ()) == set(entry.refused)
            as_stated = as_stated and stated
            state = player.case.state if player.case else ""
            if as_stated:
                _truly_there(replay, entry, state)
            yield Played(number, replay.found.line(entry.place), line, refusal, stated, state)


def _truly_there(replay: Replay, entry: Entry, state: str) -> None:
    """See that the case stands where the file says; once it went otherwise it cannot."""
    if entry.state and entry.state != state:
        reason = _("文件说办理后是“%(said)s”，实际是“%(state)s”。") % {
            "said": entry.state, "state": state,
        }  # fmt: skip
        raise replay.unreadable((*entry.place, "state"), reason)


def _done(replay: Replay, entry: Entry, line: Line, player: Player) -> Refused | None:
    """Play a line; whatever the door cannot even consider is a failure of the file."""
    try:
        return player.play(line)
    except Absent:
        raise
    except Amiss as amiss:
        raise replay.unreadable((*entry.place, *amiss.place), amiss.reason) from None
    except Invalid as invalid:
        place, reason = first_fault(invalid.intake, line.data)
        raise replay.unreadable((*entry.place, "data", *place), reason) from None
    except (IntegrityError, DataError) as fault:
        reason = _("数据库没有收下这一项：%(why)s") % {"why": fault}
        raise replay.unreadable(entry.place, reason) from None
