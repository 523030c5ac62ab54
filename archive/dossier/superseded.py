"""Whether a later version of the draft has put a paper out of date. Basis: 条例第二十五条."""

from archive.dossier.chronicle import Chronicle, Done
from decisions import models as m

ON_EXACT_DRAFT = (
    m.LegalitySubmission, m.LegalityAcceptance, m.CounselOpinion, m.LegalityReview,
    m.DepartmentMeeting,
)  # fmt: skip
"""What every later version opens again, a material one or not."""


def superseded(chronicle: Chronicle, done: Done) -> str:
    """Say that a later version has put the paper of an act out of date, if it has."""
    record, case = done.record, chronicle.case
    if case.draft is None:
        return ""
    if isinstance(record, m.Draft):
        return "" if record.pk == case.draft_id else f"现行草案是第{case.draft.version}版。"
    if record.draft is None or not _reopened(record, case):
        return ""
    return f"本件针对第{record.draft.version}版，现行草案是第{case.draft.version}版。"


def _reopened(record: m.Draft | object, case: m.Case) -> bool:
    exact = isinstance(record, ON_EXACT_DRAFT) and record.draft_id != case.draft_id
    return exact or getattr(record, "root", 0) < case.draft_root
