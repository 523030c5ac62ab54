"""The stored files compared with the digests under which they are kept."""

from collections.abc import Iterator

from django.db.models import Q, QuerySet
from django.utils.translation import gettext as _

from archive.models import Dossier
from decisions.content import digest
from decisions.evidence import content_of
from decisions.models import Blob, Case, Evidence
from workflow.audit.difference import Difference


def files(case: Case | None) -> Iterator[Difference]:
    """Yield each file that is gone, or whose content is no longer what was kept."""
    for blob in _blobs(case).iterator():
        try:
            data = content_of(blob)
        except OSError:
            sentence = _("文件%(digest)s不在存储中。") % {"digest": blob.digest}
            yield Difference("file.missing", sentence)
            continue
        if digest(data) != blob.digest:
            sentence = _("文件%(digest)s的内容被改动。") % {"digest": blob.digest}
            yield Difference("file.altered", sentence)


def _blobs(case: Case | None) -> QuerySet[Blob]:
    if case is None:
        return Blob.objects.all()
    evidence = Evidence.objects.filter(case=case).values("blob")
    dossier = Dossier.objects.filter(case=case).values("blob")
    return Blob.objects.filter(Q(pk__in=evidence) | Q(pk__in=dossier))
