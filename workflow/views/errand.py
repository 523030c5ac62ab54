"""The progress of an errand, for whoever handed it in."""

from http import HTTPStatus
from uuid import UUID

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404, render
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST, require_safe

from workflow.errands import queue
from workflow.middleware import OfficialRequest
from workflow.models import Errand
from workflow.panels.progress import progress
from workflow.views.official import in_office


def own(request: OfficialRequest, pk: UUID) -> Errand:
    """Return an errand of the person who asks; 404 where there is none. Raises PermissionDenied."""
    errand = get_object_or_404(Errand.objects.select_related("case", "tenure__person"), pk=pk)
    if errand.tenure.person_id != request.user.pk:
        raise PermissionDenied(_("这件事由%(name)s提交，进度由提交的人看。") % _who(errand))
    return errand


def _who(errand: Errand) -> dict[str, str]:
    return {"name": errand.tenure.person.name}


@require_safe
@never_cache
@in_office
def errand_page(request: OfficialRequest, pk: UUID) -> HttpResponse:
    """Show how far it has come; the page asks again every two seconds while it is underway."""
    queue.sweep()
    shown = progress(own(request, pk))
    polled = request.headers.get("HX-Request") == "true"
    if polled and request.GET.get("as") == shown.mark:
        return HttpResponse(status=HTTPStatus.NO_CONTENT)
    template = "workflow/progress.html" if polled else "workflow/errand.html"
    return render(request, template, {"here": "cases", "shown": shown, "errand": shown.errand})


@require_POST
@in_office
def withdraw(request: OfficialRequest, pk: UUID) -> HttpResponse:
    """Take it back, unless a worker is at it."""
    errand = own(request, pk)
    if not queue.withdraw(errand):
        messages.error(request, _("已经在办理或者已经办完，不能撤回。"))
    return _see(errand)


@require_POST
@in_office
def again(request: OfficialRequest, pk: UUID) -> HttpResponse:
    """Hand in the same once more."""
    return _see(queue.again(own(request, pk)))


def _see(errand: Errand) -> HttpResponse:
    return HttpResponseRedirect(errand.get_absolute_url(), status=HTTPStatus.SEE_OTHER)
