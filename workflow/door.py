"""The single door: every change of a case is an act, and every act passes here."""

import datetime as dt
import uuid
from collections.abc import Sequence
from dataclasses import dataclass

from django.db import connection, transaction
from django.utils import timezone

from archive import ledger
from archive.models import LedgerEntry
from archive.search import index
from decisions.content import canonical, content, digest
from decisions.evidence import Attachment, attach
from decisions.facts import Facts
from decisions.models import Case, Evidence
from decisions.record import Record
from decisions.requirements import gather, unmet
from people.models import Tenure
from workflow.acts import Act, registry
from workflow.flows import motion
from workflow.intake import Data, Intake
from workflow.opening import open_case
from workflow.refusals import (
    NotInPost,
    Outdated,
    OutOfOrder,
    Refused,
    Repeated,
    Unmet,
    WrongState,
)

MOVING = [
    field.attname
    for field in Case._meta.concrete_fields
    if field.name not in ("id", "number", "organ", "opened_at", "imported_from")
]
"""The columns of a case that an act may move."""
CLOCK_SKEW = dt.timedelta(minutes=1)


@dataclass(frozen=True)
class Receipt:
    """The proof that an act was done: the case as it stands, the record, the ledger's row."""

    case: Case
    record: Record
    entry: LedgerEntry


def perform(
    act: str | Act,
    case: Case | None,
    actor: Tenure | None,
    data: Data,
    at: dt.datetime | None = None,
    *,
    attachments: Sequence[Attachment] = (),
    once: uuid.UUID | None = None,
    seen: str | None = None,
    imported_from: str = "",
) -> Receipt:
    """Do an act to a case, or refuse it: one transaction, and the refusal is recorded too.

    `case` is None for the act that opens one, `actor` is None for the public. `data` is what
    the act's form asks for; `at` is the moment of the act, now by default. `once` makes the
    same form handed in twice count once; `seen` is the digest of the draft that the actor had
    before him, so that nobody puts his name to another. A case that is opened bears the mark of
    the file that it is `imported_from`, for good.

    Raises Refused (nothing changed, the attempt is in the ledger) or Invalid (`data` cannot
    be read; nothing changed).
    """
    attempt = _Attempt(act if isinstance(act, Act) else registry[act], actor, at, once, seen)
    prepared = attempt.prepare(case, data)
    with transaction.atomic():
        attempt.enter(case, prepared, imported_from)
        refusal = attempt.threshold(attempt.case) or attempt.consider(data, attachments)
        if refusal is None:
            return attempt.carry_out()
        attempt.refuse(refusal)
    raise refusal


def locked(case: int) -> Case:
    """Return the case's row, locked until the transaction ends. Raises Case.DoesNotExist."""
    lock = " FOR UPDATE" if connection.features.has_select_for_update else ""
    sql = f"SELECT * FROM {Case._meta.db_table} WHERE id = %s{lock}"
    for found in Case.objects.raw(sql, [case]):
        return found
    raise Case.DoesNotExist


class _Attempt:
    """One knock at the door."""

    case: Case
    facts: Facts
    intake: Intake

    def __init__(
        self,
        act: Act,
        actor: Tenure | None,
        at: dt.datetime | None,
        once: uuid.UUID | None,
        seen: str | None,
    ) -> None:
        self.act, self.actor, self.once, self.seen = act, actor, once, seen
        self.at, self.is_now = at or timezone.now(), at is None

    def prepare(self, case: Case | None, data: Data) -> object:
        """Let the act make what takes long, if it has a chance; no lock is held yet."""
        self.opens = case is None
        if case is None or self.threshold(case):
            return None
        return self.act.prepare(Facts(case, self.at, self.actor), data)

    def enter(self, case: Case | None, prepared: object, imported_from: str) -> None:
        """Lock the case's row and begin to gather its facts."""
        if case is None:
            self.case = open_case(self.actor, self.at, imported_from)
        else:
            self.case = locked(case.pk)
            if self.is_now:
                # Another act may have been done while this one waited for the lock.
                self.at = max(self.at, self.case.moved_at)
        self.before = {name: getattr(self.case, name) for name in MOVING}
        self.facts = gather(self.case, self.at, self.actor)
        if not self.opens:
            self.facts.expecting((self.act.name, self.case.state))
        self.facts.prepared = prepared

    def threshold(self, case: Case) -> Refused | None:
        """Return why it cannot even be considered: repetition, post, state, order."""
        if self.once and LedgerEntry.objects.filter(once=self.once).exists():
            return Repeated()
        if not self._in_post(case):
            return NotInPost()
        if not self._in_place(case):
            return WrongState(self.act, case.get_state_display())
        if not case.moved_at <= self.at <= timezone.now() + CLOCK_SKEW:
            return OutOfOrder()
        if self.seen is not None and self.seen != case.draft_hash:
            return Outdated(case.draft.version if case.draft else 0)
        return None

    def _in_post(self, case: Case) -> bool:
        party = self.act.party(case)
        if party is None or self.actor is None:
            return party is None
        held = self.actor.holds_on(timezone.localdate(self.at))
        return held and party.includes(self.actor, case)

    def _in_place(self, case: Case) -> bool:
        """Say whether the act can be done where the case stands; only one opens a case."""
        if self.opens or not self.act.states:
            return self.opens and not self.act.states
        return case.state in self.act.states

    def consider(self, data: Data, attachments: Sequence[Attachment]) -> Refused | None:
        """Read what was handed in; return everything that the law still misses."""
        self.intake = Intake(self.act, self.facts, data, attachments)
        record, self.rows = self.intake.hand_in()
        record.case, record.seq = self.case, self.case.length + 1
        record.tenure, record.at = self.actor, self.at
        record.draft_id, record.root = self.case.draft_id, self.case.draft_root
        self.facts.attached = len(attachments)
        self.facts.consider(record, self.rows)
        self.act.fill(record, self.facts)
        self.record, self.move = record, self.act.move(record, self.case)
        missing = unmet(self.act.requirements(self.case.state, self.move), self.facts)
        return Unmet(missing, self.facts) if missing else None

    def refuse(self, refusal: Refused) -> None:
        """Record the refused attempt; nothing else changes."""
        case = None if self.opens else self.case
        state = case.state if case else ""
        ledger.append(
            case, self.act.name, self.actor, self.at,
            state_before=state, unmet=refusal.ids, refused=True,
        )  # fmt: skip
        if case:
            case.save(update_fields=["length", "head"])

    def carry_out(self) -> Receipt:
        """Save the record, move the case, write the ledger, move the to-do list on."""
        state_before = "" if self.opens else self.case.state
        evidence = self._save_record()
        self.act.apply(self.case, self.record)
        if self.move:
            self.move(self.case)
        entry = ledger.append(
            self.case, self.act.name, self.actor, self.at, once=self.once,
            state_before=state_before, data_digest=self._digest(evidence),
            imported_from=self.case.imported_from if self.opens else "",
        )  # fmt: skip
        self.case.moved_at = self.at
        self.case.save(update_fields=self._moved())
        self.act.afterwards(self.record, self.facts)
        if self.opens:
            motion.begin(self.case)
        else:
            motion.follow(self.act, self.case, self.actor, state_before)
        index.follow(self.case, [act.described for act in registry.values()])
        return Receipt(self.case, self.record, entry)

    def _save_record(self) -> Sequence[Evidence]:
        if self.opens:
            self.act.apply(self.case, self.record)
            self.case.save(force_insert=True)
            self.record.case = self.case
        self.record.save(force_insert=True)
        for kind, rows in self.rows.items():
            for row in rows:
                row.of = self.record  # type: ignore[attr-defined]  # every row has its `of`
            kind._default_manager.bulk_create(rows)
        evidence = attach(self.case, self.record.seq, self.intake.attachments)
        return Evidence.objects.bulk_create(evidence) if evidence else evidence

    def _moved(self) -> list[str]:
        """Return the columns of the case that the act has changed."""
        return [name for name, was in self.before.items() if getattr(self.case, name) != was]

    def _digest(self, evidence: Sequence[Evidence]) -> str:
        return digest(canonical(content(self.record, self.rows, evidence)))
