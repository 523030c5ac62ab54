"""What a paper is called in the item list: title, document number, remark."""

from collections.abc import Callable, Mapping
from typing import Any

from archive.dossier.chronicle import Chronicle, Done
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
    m.Channel: lambda r: str(r.get_kind_display()),
    m.LegalitySubmission: lambda r: str(r.get_level_display()),
    m.LegalityReview: lambda r: str(r.get_level_display()),
    m.Agenda: lambda r: str(r.number),
    m.ExecutionReport: lambda r: str(r.period),
}
"""What tells a paper from others of its kind."""

BY_ACTOR = (m.InterestDeclaration, m.ExpertOpinion, m.CounselOpinion)
"""What is told apart by whose it is."""

REMARK: Mapping[type[Record], Says] = {
    m.ExpertOpinion: lambda r: str(r.get_view_display()),
    m.StepConfirmation: lambda r: "同意" if r.confirmed else "不同意",
    m.RiskAssessment: lambda r: "采用已有评估" if r.under_rules else "",
    m.RiskDetermination: lambda r: "可控" if r.controllable else "不可控",
    m.FairCompetitionReview: lambda r: str(r.get_conclusion_display()),
    m.LegalityReturn: lambda r: "退回",
    m.LegalityReview: lambda r: str(r.get_conclusion_display()),
    m.CounselOpinion: lambda r: str(r.get_view_display()),
    m.DepartmentMeeting: lambda r: "同意" if r.agreed else "不同意",
    m.Deliberation: lambda r: str(r.get_outcome_display()),
    m.AmendmentConfirmation: lambda r: "文字修改" if r.editorial else "实质修改",
    m.Decision: lambda r: "签发单",
    m.DocumentCleanUp: lambda r: str(r.get_outcome_display()),
    m.FollowUp: lambda r: str(r.get_outcome_display()),
}
"""The one word that a reader looks for first."""


def title(chronicle: Chronicle, done: Done) -> str:
    """Return the title of an act's paper."""
    which = _which(chronicle, done)
    kind = str(done.record._meta.verbose_name)
    return f"{kind}（{which}）" if which else kind


def _which(chronicle: Chronicle, done: Done) -> str:
    record = done.record
    if isinstance(record, m.DepartmentOpinion):
        return chronicle.names.called(record.unit, done.entry.at)
    if isinstance(record, BY_ACTOR):
        return done.entry.actor
    says = WHICH.get(type(record))
    return says(record) if says else ""


def document_number(record: Record) -> str:
    """Return the document number of a paper, if its kind has one."""
    column = NUMBER.get(type(record))
    return str(getattr(record, column)) if column else ""


def remark(record: Record) -> str:
    """Return the remark on a paper."""
    says = REMARK.get(type(record))
    return says(record) if says else ""
