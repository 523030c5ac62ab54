"""What a paper is called in the item list: title, document number, remark."""

from collections.abc import Callable, Mapping
from typing import Any

from decisions import models as m
from decisions.record import Record

Says = Callable[[Any], str]

NUMBER: Mapping[type[Record], str] = {
    m.CatalogueConsent: "document_number",
    m.Initiation: "document_number",
    m.LegalityReview: "number",
    m.Minutes: "number",
    m.Decision: "document_number",
}
"""The column that holds the document number."""

WHICH: Mapping[type[Record], Says] = {
    m.Draft: lambda r: f"第{r.version}版",
    m.DepartmentOpinion: lambda r: str(r.unit),
    m.Channel: lambda r: str(r.get_kind_display()),
    m.InterestDeclaration: lambda r: str(r.tenure.person),
    m.ExpertOpinion: lambda r: str(r.tenure.person),
    m.LegalitySubmission: lambda r: str(r.get_level_display()),
    m.LegalityReview: lambda r: str(r.get_level_display()),
    m.CounselOpinion: lambda r: str(r.tenure.person),
    m.Agenda: lambda r: str(r.number),
    m.ExecutionReport: lambda r: str(r.period),
}
"""What tells a paper from others of its kind."""

REMARK: Mapping[type[Record], Says] = {
    m.ExpertOpinion: lambda r: str(r.get_view_display()),
    m.RiskDetermination: lambda r: "可控" if r.controllable else "不可控",
    m.FairCompetitionReview: lambda r: str(r.get_conclusion_display()),
    m.LegalityReturn: lambda r: "退回",
    m.LegalityReview: lambda r: str(r.get_conclusion_display()),
    m.CounselOpinion: lambda r: str(r.get_view_display()),
    m.DepartmentMeeting: lambda r: "同意" if r.agreed else "不同意",
    m.Deliberation: lambda r: str(r.get_outcome_display()),
    m.Decision: lambda r: "正本",
    m.DocumentCleanUp: lambda r: str(r.get_outcome_display()),
    m.FollowUp: lambda r: str(r.get_outcome_display()),
}
"""The one word that a reader looks for first."""


def title(record: Record) -> str:
    """Return the title of a paper; of a decision, the document's own."""
    if isinstance(record, m.Decision):
        return record.title
    kind = str(record._meta.verbose_name)
    which = WHICH.get(type(record))
    return f"{kind}（{which(record)}）" if which else kind


def document_number(record: Record) -> str:
    """Return the document number of a paper, if its kind has one."""
    column = NUMBER.get(type(record))
    return str(getattr(record, column)) if column else ""


def remark(record: Record) -> str:
    """Return the remark on a paper."""
    says = REMARK.get(type(record))
    return says(record) if says else ""
