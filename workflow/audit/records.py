"""Each act's record compared with the digest that the ledger took of it."""

from collections.abc import Iterator, Sequence
from typing import TypeVar

from django.db.models import Exists, Model, OuterRef, QuerySet
from django.utils.translation import gettext as _

from archive.models import LedgerEntry
from decisions.content import canonical, content, digest
from decisions.models import Case, Draft, Evidence
from decisions.record import Record
from workflow.acts import Act, registry
from workflow.audit.difference import Difference
from workflow.audit.papers import Papers, acts_by_record, record_models

M = TypeVar("M", bound=Model)


def records(case: Case, entries: Sequence[LedgerEntry], papers: Papers) -> Iterator[Difference]:
    """Yield each act whose record is missing, or is not what was handed in."""
    for entry in entries:
        act = registry.get(entry.act)
        if not entry.accepted or act is None:
            continue
        record = papers.record(act, (case.pk, entry.seq))
        if record is None:
            sentence = _("“%(act)s”没有留下记录。") % {"act": act}
            yield Difference("record.missing", sentence, case.number, entry.seq)
            continue
        if not _as_handed_in(entry, act, record, papers):
            sentence = _("“%(act)s”的记录和办理时的内容摘要不符。") % {"act": act}
            yield Difference("record.altered", sentence, case.number, entry.seq)
        yield from _draft(case, record)


def _as_handed_in(entry: LedgerEntry, act: Act, record: Record, papers: Papers) -> bool:
    """Say whether content, moment, actor and draft are those of the ledger's row."""
    found = content(record, papers.rows(act, record), papers.evidence((record.case_id, record.seq)))
    return (
        digest(canonical(found)) == entry.data_digest
        and (record.at, record.tenure_id) == (entry.at, entry.tenure_id)
        and papers.draft_hash(record) == entry.draft_hash
    )


def _draft(case: Case, record: Record) -> Iterator[Difference]:
    if isinstance(record, Draft) and record.digest != digest(record.text.encode()):
        sentence = _("第%(version)d版草案的全文和它的摘要不符。") % {"version": record.version}
        yield Difference("draft.altered", sentence, case.number, record.seq)


def strays(case: Case | None) -> Iterator[Difference]:
    """Yield each record, and each file, that no act in the ledger has left."""
    leaving = acts_by_record()
    for model in record_models():
        for record in _unknown(model, case, act__in=leaving[model]):
            sentence = _("“%(record)s”没有对应的台账记录。") % {
                "record": model._meta.verbose_name,
            }  # fmt: skip
            yield Difference("record.stray", sentence, record.case.number, record.seq)
    for item in _unknown(Evidence, case):
        sentence = _("材料“%(title)s”没有对应的台账记录。") % {"title": item.title}
        yield Difference("evidence.stray", sentence, item.case.number, item.seq)


def _unknown(model: type[M], case: Case | None, **done: object) -> QuerySet[M]:
    """Return the rows of `model` whose act is not in the ledger."""
    row = LedgerEntry.objects.filter(
        case=OuterRef("case"), seq=OuterRef("seq"), outcome=LedgerEntry.Outcome.ACCEPTED, **done
    )
    found = model._default_manager.filter(~Exists(row)).select_related("case")
    return found.filter(case=case) if case else found
