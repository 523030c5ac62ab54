"""The four properties of a dossier, checked before it is sealed.

Authentic: the chain of its ledger holds, and every file is what was handed in. Complete is a
rule of its own, `dossier.complete`. Usable: every file can be opened and is of a kind that is
kept. Safe: nothing in it is of another kind than it says. Basis: 档案法第三十九条.
"""

from collections.abc import Iterator

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from archive.ledger import breaks
from archive.models import LedgerEntry
from decisions.content import digest
from decisions.evidence import content_of, media_type
from decisions.models import Case, Evidence


def check(case: Case) -> Iterator[str]:
    """Yield each fault, in the reader's language."""
    entries = LedgerEntry.objects.filter(case=case).order_by("seq")
    for entry, _what in breaks(entries.iterator()):
        yield _("第%(seq)d条台账和前后不符") % {"seq": entry.seq}
    for item in Evidence.objects.filter(case=case).select_related("blob"):
        yield from _file(item)


def _file(item: Evidence) -> Iterator[str]:
    try:
        data = content_of(item.blob)
    except OSError:
        yield _("材料“%(title)s”打不开") % {"title": item.title}
        return
    if digest(data) != item.blob.digest:
        yield _("材料“%(title)s”的内容被改动") % {"title": item.title}
        return
    try:
        media_type(item.filename, data)
    except ValidationError:
        yield _("材料“%(title)s”的内容和类型不符") % {"title": item.title}
