"""The site's addresses."""

from django.contrib.auth.views import LoginView, LogoutView
from django.urls import include, path

from portal.views import log

urlpatterns = [
    path("login/", LoginView.as_view(redirect_authenticated_user=True), name="login"),
    path("logout/", LogoutView.as_view(), name="logout"),
    path("i18n/", include("django.conf.urls.i18n")),
    path("public/", include("portal.urls")),
    path("log/checkpoint", log.checkpoint, name="log_checkpoint"),
    path("log/tile/<path:path>", log.tile, name="log_tile"),
    path("", include("workflow.urls")),
]

handler400 = "workflow.views.errors.bad_request"
handler403 = "workflow.views.errors.forbidden"
handler404 = "workflow.views.errors.not_found"
handler500 = "workflow.views.errors.failed"
