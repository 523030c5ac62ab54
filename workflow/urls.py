"""The officials' addresses."""

from django.urls import path

from workflow.views import (
    act,
    archive,
    case,
    cases,
    catalogue,
    documents,
    draft,
    errand,
    evidence,
    flow,
    inbox,
    keeping,
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
    path("errands/<uuid:pk>/", errand.errand_page, name="errand"),
    path("errands/<uuid:pk>/withdraw/", errand.withdraw, name="withdraw"),
    path("errands/<uuid:pk>/again/", errand.again, name="again"),
    path("evidence/<int:pk>/", evidence.download, name="evidence"),
    path("archive/", archive.archive, name="archive"),
    path("archive/due/", keeping.due_page, name="due"),
    path("archive/register/", keeping.register_page, name="register"),
    path("archive/supplements/<int:pk>/", keeping.supplement, name="supplement"),
    path("archive/<int:pk>/", archive.dossier, name="dossier"),
    path("archive/<int:pk>/download/", archive.download, name="download"),
    path("statutes/", statutes.page, name="statutes"),
    path("catalogue/", catalogue.this_year, name="this_year"),
    path("catalogue/<int:year>/", catalogue.year_page, name="catalogue"),
    path("documents/", documents.documents, name="documents"),
    path("documents/<slug:number>/", documents.document, name="document"),
    path("flow/", flow.page, name="flow"),
    path("flow/chart.svg", flow.chart, name="chart"),
    path("flow/bpmn/", flow.bpmn, name="bpmn"),
    path("flow/<slug:procedure>/", flow.page, name="flow"),
    path("flow/<slug:procedure>/chart.svg", flow.chart, name="chart"),
    path("flow/<slug:procedure>/bpmn/", flow.bpmn, name="bpmn"),
]
