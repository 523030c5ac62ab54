"""Looking an opinion up by its receipt, and what may be told about it."""

import unicodedata
import uuid
from dataclasses import dataclass

from archive.models import LedgerEntry
from decisions.models import AdoptionReport, Answer, Comment

GROUP = 4


def tidy(code: str) -> str:
    """Return a code as it was given out, however it was typed: case, spaces, hyphens, width."""
    known = [c for c in unicodedata.normalize("NFKC", code).upper() if c.isalnum()]
    groups = ("".join(known[n : n + GROUP]) for n in range(0, len(known), GROUP))
    return "-".join(groups)


@dataclass(frozen=True)
class Outcome:
    """An opinion and, once the adoption report is published, what was done with it."""

    comment: Comment
    answer: Answer | None


def look_up(code: str) -> Outcome | None:
    """Return what became of the opinion with a receipt, None where there is none."""
    known = Comment.objects.select_related("case", "draft", "answer__of")
    comment = known.filter(receipt=tidy(code)).first()
    if comment is None:
        return None
    answer: Answer | None = getattr(comment, "answer", None)
    return Outcome(comment, answer if answer and _reported(answer) else None)


def _reported(answer: Answer) -> bool:
    """Say whether the report that gives an answer is published."""
    return AdoptionReport.objects.filter(case=answer.of.case_id, seq__gt=answer.of.seq).exists()


def of_form(once: uuid.UUID) -> str | None:
    """Return the receipt of the opinion that a form, known by its one-time number, handed in."""
    entry = LedgerEntry.objects.filter(once=once, act="receive_comment").first()
    if entry is None:
        return None
    given = Comment.objects.filter(case=entry.case_id, seq=entry.seq)
    return given.values_list("receipt", flat=True).first()
