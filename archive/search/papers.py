"""The words of a case's papers: what its officials, experts and citizens wrote."""

from collections.abc import Iterable, Iterator

from django.db.models import Model, TextField

from archive.dossier.chronicle import Chronicle, Done
from decisions import models as m

FIRST = (
    m.Decision, m.Draft, m.Deliberation, m.Minutes, m.LegalityReview, m.CounselOpinion,
    m.ExpertOpinion, m.DepartmentOpinion,
)  # fmt: skip
LAST = (m.Comment, m.CommentAnswering)
LONGEST = 200_000
"""The characters of a case that are looked through; opinions by the thousand come last."""


def papers(chronicle: Chronicle) -> str:
    """Return the text of a case's papers, the weightiest first, earlier drafts left out."""
    ordered = sorted(filter(_stands, chronicle.done), key=_weight)
    kept, left = [], LONGEST
    for text in _texts(chronicle, ordered):
        if left <= 0:
            break
        kept.append(text[:left])
        left -= len(text)
    return "\n".join(kept)


def _texts(chronicle: Chronicle, ordered: Iterable[Done]) -> Iterator[str]:
    for done in ordered:
        yield from _written(done.record)
        for rows in chronicle.rows(done).values():
            for row in rows:
                yield from _written(row)


def _stands(done: Done) -> bool:
    record = done.record
    return not isinstance(record, m.Draft) or record.case.draft_id in (None, record.pk)


def _weight(done: Done) -> tuple[int, int]:
    kind, seq = type(done.record), done.entry.seq
    if kind in LAST:
        return len(FIRST) + 1, seq
    return (FIRST.index(kind) if kind in FIRST else len(FIRST)), seq


def _written(paper: Model) -> Iterator[str]:
    """Yield what is written in a record's or row's columns of text, and the title of a paper."""
    if title := getattr(paper, "title", ""):
        yield str(title)
    for field in paper._meta.concrete_fields:
        if isinstance(field, TextField) and (text := getattr(paper, field.attname)):
            yield str(text)
