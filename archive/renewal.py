"""Adding timestamps to sealed dossiers before the last one's certificate ends."""

import datetime as dt
import shutil
from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

from django.core.files.storage import default_storage
from django.db.models import F, OuterRef, Subquery
from django.db.models.functions import Coalesce
from django.utils import timezone

from archive import signing
from archive.models import Dossier, Renewal
from decisions.evidence import keep_file


def due(within: dt.timedelta) -> Iterator[Dossier]:
    """Yield each dossier whose last timestamp's certificate ends soon or has ended."""
    last = Renewal.objects.filter(dossier=OuterRef("pk")).order_by("-pk").values("expires")[:1]
    until = Coalesce(Subquery(last), F("tsa_expires"))
    found = Dossier.objects.annotate(until=until).filter(until__lt=timezone.now() + within)
    yield from found.select_related("blob").order_by("until", "pk").iterator()


def renew(dossier: Dossier) -> Renewal:
    """Add a timestamp to a dossier, and keep the longer file beside the one before it.

    The sealed bytes stay as they are and are the beginning of the new ones. Raises Expired,
    TimestampUnavailable; nothing is kept then.
    """
    with TemporaryDirectory(prefix="renewal-") as folder:
        pdf = Path(folder) / "dossier.pdf"
        with default_storage.open(dossier.newest.path) as source, pdf.open("wb") as target:
            shutil.copyfileobj(source, target)
        added = signing.renew(pdf)
        blob = keep_file(pdf, dossier.blob.media_type)
    return Renewal.objects.create(
        dossier=dossier, at=added.moment, blob=blob, expires=added.expires
    )
