"""The public's addresses; nobody logs in here."""

from django.urls import path

from portal.views import (
    adoption,
    catalogue,
    consultation,
    decision,
    document,
    front,
    log,
    receipt,
    size,
    verify,
)

app_name = "portal"
urlpatterns = [
    path("", front.consultations, name="consultations"),
    path("adoption/", front.adoptions, name="adoptions"),
    path("decisions/", front.decisions, name="decisions"),
    path("receipt/", receipt.receipt, name="receipt"),
    path("size/", size.choose, name="size"),
    path("catalogue/", catalogue.latest, name="latest_catalogue"),
    path("catalogue/<int:year>/", catalogue.year_page, name="catalogue"),
    path("documents/", document.documents, name="documents"),
    path("verify/", verify.verify, name="verify"),
    path("verify/verify_dossier.pyz", verify.verifier, name="verifier"),
    path("verify/trust.json", verify.trust, name="trust"),
    path("log/", log.page, name="log"),
    path("<str:number>/", consultation.consultation, name="consultation"),
    path("<str:number>/received/", consultation.received, name="received"),
    path("<str:number>/adoption/", adoption.adoption, name="adoption"),
    path("<str:number>/decision/", decision.decision, name="decision"),
    path("<str:number>/document/", document.document, name="document"),
]
