"""The stored files compared with the digests under which they are kept."""

from collections.abc import Iterator
from functools import reduce
from operator import or_

from django.core.files.storage import default_storage
from django.db.models import Q, QuerySet
from django.utils.translation import gettext as _

from archive.keeping.disposal import NAMING, destroyed, named_in
from decisions.content import digest
from decisions.evidence import content_of
from decisions.models import Blob, Case
from workflow.audit.difference import Difference


def files(case: Case | None) -> Iterator[Difference]:
    """Yield each file that is gone, altered, or still there though it was to be destroyed."""
    gone = set(destroyed().values_list("pk", flat=True))
    for blob in _blobs(case).iterator():
        found = _remains(blob) if blob.pk in gone else _content(blob)
        yield from (found,) if found else ()


def _content(blob: Blob) -> Difference | None:
    try:
        data = content_of(blob)
    except OSError:
        sentence = _("文件%(digest)s不在存储中。") % {"digest": blob.digest}
        return Difference("file.missing", sentence)
    if digest(data) == blob.digest:
        return None
    return Difference("file.altered", _("文件%(digest)s的内容被改动。") % {"digest": blob.digest})


def _remains(blob: Blob) -> Difference | None:
    if not default_storage.exists(blob.path):
        return None
    sentence = _("文件%(digest)s应当已经销毁，还在存储中。") % {"digest": blob.digest}
    return Difference("file.remains", sentence)


def _blobs(case: Case | None) -> QuerySet[Blob]:
    if case is None:
        return Blob.objects.all()
    named = (named_in(kind, [case]).values("blob") for kind in NAMING)
    return Blob.objects.filter(reduce(or_, (Q(pk__in=keys) for keys in named)))
