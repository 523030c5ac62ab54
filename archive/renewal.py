"""Adding timestamps to sealed dossiers and supplements before the last one's certificate ends."""

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
from archive.models import Dossier, Renewal, Sealed, Supplement
from decisions.evidence import keep_file

KINDS: tuple[type[Sealed], ...] = (Dossier, Supplement)


def due(within: dt.timedelta) -> Iterator[Sealed]:
    """Yield each sealed file whose last timestamp's certificate ends soon or has ended."""
    last = Renewal.objects.filter(sealed=OuterRef("blob")).order_by("-pk").values("expires")[:1]
    until = Coalesce(Subquery(last), F("tsa_expires"))
    for kind in KINDS:
        found = kind._default_manager.annotate(until=until)
        found = found.filter(until__lt=timezone.now() + within)
        yield from found.select_related("blob").order_by("until", "pk").iterator()


def renew(sealed: Sealed) -> Renewal:
    """Add a timestamp to a sealed file, and keep the longer file beside the one before it.

    The sealed bytes stay as they are and are the beginning of the new ones. Raises Expired,
    TimestampUnavailable; nothing is kept then.
    """
    with TemporaryDirectory(prefix="renewal-") as folder:
        pdf = Path(folder) / "dossier.pdf"
        with default_storage.open(sealed.newest.path) as source, pdf.open("wb") as target:
            shutil.copyfileobj(source, target)
        added = signing.renew(pdf)
        blob = keep_file(pdf, sealed.blob.media_type)
    return Renewal.objects.create(
        case_id=sealed.case_id,
        sealed=sealed.blob,
        at=added.moment,
        blob=blob,
        expires=added.expires,
    )
