"""A case told again from its ledger, and compared with the case as it stands."""

from collections.abc import Iterator, Sequence

from django.utils.translation import gettext as _

from archive.models import LedgerEntry
from decisions.models import Case
from decisions.states import State, transition_table
from workflow.acts import registry
from workflow.audit.difference import Difference
from workflow.audit.papers import Papers

MOVES = frozenset(transition_table())
TOLD = (
    "title", "procedure", "undertaking_unit_id", "executing_unit_id", "assessor_unit_id",
    "evaluator_unit_id", "bound_on", "draft_id", "draft_hash", "draft_root", "opened_at", "moved_at",
    "imported_from",
)  # fmt: skip
"""The columns of a case that its acts set."""


def head(case: Case, entries: Sequence[LedgerEntry]) -> Iterator[Difference]:
    """Yield where the ledger does not end at the head that the case keeps."""
    last = entries[-1] if entries else None
    if (case.length, case.head) != ((last.seq, last.hash) if last else (0, "")):
        sentence = _("台账最后一条和事项记载的链首不符。")
        yield Difference("chain.head", sentence, case.number)


def states(case: Case, entries: Sequence[LedgerEntry]) -> Iterator[Difference]:
    """Yield each step from state to state that the law does not know, and a false end."""
    state = ""
    for entry in entries:
        if entry.state_before != state:
            sentence = _("办理前状态是“%(told)s”，上一条留下的是“%(state)s”。") % {
                "told": _label(entry.state_before), "state": _label(state),
            }  # fmt: skip
            yield Difference("state.gap", sentence, case.number, entry.seq)
        if not _lawful(entry):
            sentence = _("从“%(before)s”到“%(after)s”不是法定的变化。") % {
                "before": _label(entry.state_before), "after": _label(entry.state_after),
            }  # fmt: skip
            yield Difference("state.unlawful", sentence, case.number, entry.seq)
        state = entry.state_after
    if state != case.state:
        sentence = _("按台账应是“%(told)s”，事项现在是“%(state)s”。") % {
            "told": _label(state), "state": _label(case.state),
        }  # fmt: skip
        yield Difference("state.end", sentence, case.number)


def columns(case: Case, entries: Sequence[LedgerEntry], papers: Papers) -> Iterator[Difference]:
    """Yield each column of the case that its acts, done again, would set otherwise."""
    told = retold(case, entries, papers)
    for name in TOLD if told else ():
        if getattr(told, name) != getattr(case, name):
            column = case._meta.get_field(name.removesuffix("_id"))
            sentence = _("事项的“%(column)s”和台账留下的记录不符。") % {
                "column": getattr(column, "verbose_name", name),
            }  # fmt: skip
            yield Difference("case.column", sentence, case.number)


def retold(case: Case, entries: Sequence[LedgerEntry], papers: Papers) -> Case | None:
    """Return the case as its records make it; None where one of them is missing."""
    accepted = [entry for entry in entries if entry.accepted]
    if not accepted or accepted[0].tenure is None:
        return None
    first, last = accepted[0], accepted[-1]
    told = Case(
        undertaking_unit_id=accepted[0].tenure.post.unit_id, opened_at=first.at, moved_at=last.at,
        imported_from=first.imported_from,
    )  # fmt: skip
    for entry in accepted:
        act = registry.get(entry.act)
        record = papers.record(act, (case.pk, entry.seq)) if act else None
        if act is None or record is None:
            return None
        act.apply(told, record)
    return told


def _lawful(entry: LedgerEntry) -> bool:
    """Say whether the law knows the step, and the act can be done where it was done."""
    before, after = entry.state_before, entry.state_after
    if not entry.accepted:
        return before == after
    act = registry.get(entry.act)
    if act is None:
        return False
    if not act.states:
        return (before, after) == ("", State.PROPOSED)
    return before in act.states and (before == after or (before, after) in MOVES)


def _label(state: str) -> str:
    return str(State(state).label) if state in State.values else state
