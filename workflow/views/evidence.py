"""Evidence, always as a download, to whoever holds a post."""

from http import HTTPStatus

from django.core.files.storage import default_storage
from django.http import FileResponse, Http404, HttpResponseBase
from django.shortcuts import get_object_or_404
from django.views.decorators.http import require_safe

from archive.keeping.retention import disposal_of
from decisions.models import Evidence
from workflow.middleware import OfficialRequest
from workflow.views.errors import sorry
from workflow.views.keeping import destroyed_sentence
from workflow.views.official import in_office


@require_safe
@in_office
def download(request: OfficialRequest, pk: int) -> HttpResponseBase:
    """Hand out a file under its own name; a browser may neither guess its type nor run it."""
    evidence = get_object_or_404(Evidence.objects.select_related("blob", "case"), pk=pk)
    if disposal := disposal_of(evidence.case):
        return sorry(request, HTTPStatus.GONE, destroyed_sentence(disposal), case=evidence.case)
    try:
        content = default_storage.open(evidence.blob.path)
    except FileNotFoundError as missing:
        raise Http404 from missing
    response = FileResponse(
        content,
        as_attachment=True,
        filename=evidence.filename,
        content_type=evidence.blob.media_type,
    )
    response["X-Content-Type-Options"] = "nosniff"
    response["Content-Security-Policy"] = "default-src 'none'; sandbox"
    response["Cache-Control"] = "private, no-store"
    return response
