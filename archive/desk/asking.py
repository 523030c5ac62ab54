"""The record of each question to the archive: it is written before the answer is given."""

from django.utils import timezone

from archive.models import SearchLog
from people.models import Tenure


def asked(
    tenure: Tenure, kind: str, sought: str, address: str, found: int, *, more: bool = False
) -> SearchLog:
    """Record what somebody looked for, and how much was found: nothing found is recorded too."""
    return SearchLog.objects.create(
        tenure=tenure,
        at=timezone.now(),
        kind=kind,
        sought=sought[:2000],
        address=address[:2000],
        found=found,
        more=more,
    )
