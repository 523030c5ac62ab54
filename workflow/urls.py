"""The officials' addresses."""

from django.urls import path

from workflow.views import (
    act,
    archive,
    case,
    cases,
    draft,
    evidence,
    flow,
    inbox,
    record,
    statutes,
)

app_name = "workflow"
urlpatterns = [
    path("", inbox.inbox, name="inbox"),
    path("cases/", cases.cases, name="cases"),
    path("cases/new/", act.propose, name="propose"),
    path("cases/<slug:number>/", case.case_page, name="case"),
    path("cases/<slug:number>/draft/", draft.draft_page, name="draft"),
    path("cases/<slug:number>/dossier/", record.preview, name="preview"),
    path("cases/<slug:number>/records/<int:seq>/", record.record_page, name="record"),
    path("cases/<slug:number>/<slug:name>/", act.act_page, name="act"),
    path("evidence/<int:pk>/", evidence.download, name="evidence"),
    path("archive/", archive.archive, name="archive"),
    path("archive/<int:pk>/", archive.dossier, name="dossier"),
    path("archive/<int:pk>/download/", archive.download, name="download"),
    path("statutes/", statutes.page, name="statutes"),
    path("flow/", flow.page, name="flow"),
    path("flow/chart.svg", flow.chart, name="chart"),
    path("flow/bpmn/", flow.bpmn, name="bpmn"),
]
