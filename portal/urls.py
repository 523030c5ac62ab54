"""The public's addresses; nobody logs in here."""

from django.urls import path

from portal.views import adoption, consultation, decision, front, receipt, size

app_name = "portal"
urlpatterns = [
    path("", front.consultations, name="consultations"),
    path("adoption/", front.adoptions, name="adoptions"),
    path("decisions/", front.decisions, name="decisions"),
    path("receipt/", receipt.receipt, name="receipt"),
    path("size/", size.choose, name="size"),
    path("<str:number>/", consultation.consultation, name="consultation"),
    path("<str:number>/received/", consultation.received, name="received"),
    path("<str:number>/adoption/", adoption.adoption, name="adoption"),
    path("<str:number>/decision/", decision.decision, name="decision"),
]
