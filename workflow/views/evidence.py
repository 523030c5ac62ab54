"""Evidence, always as a download, to whoever holds a post."""

from django.core.files.storage import default_storage
from django.http import FileResponse, Http404
from django.shortcuts import get_object_or_404
from django.views.decorators.http import require_safe

from decisions.models import Evidence
from workflow.middleware import OfficialRequest
from workflow.views.official import in_office


@require_safe
@in_office
def download(request: OfficialRequest, pk: int) -> FileResponse:
    """Hand out a file under its own name; a browser may neither guess its type nor run it."""
    evidence = get_object_or_404(Evidence.objects.select_related("blob"), pk=pk)
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
