"""Copies handed out: each says on every page who has it, since when, and what for."""

from pathlib import Path

from django.core.files.storage import default_storage
from django.utils import timezone

from archive.desk.marking import mark
from archive.models import Retrieval

LONGEST = 40
"""The characters of a purpose for which a page's foot has room."""


def words(retrieval: Retrieval) -> str:
    """Return what a copy says of itself: it is printed in Chinese, as the dossier is."""
    holder, at = retrieval.tenure, timezone.localtime(retrieval.at)
    purpose = retrieval.purpose.strip()
    short = purpose if len(purpose) <= LONGEST else f"{purpose[: LONGEST - 1]}…"
    return (
        f"副本第{retrieval.pk}号　{holder.post.unit.name}　{holder.person.name}　"
        f"{at.year}年{at.month}月{at.day}日 {at:%H:%M}　事由：{short}　不作核验用"
    )


def copy_of(retrieval: Retrieval, target: Path) -> Path:
    """Write a marked copy of a retrieval's dossier, and return it. Raises Unmarkable."""
    mark(Path(default_storage.path(retrieval.dossier.blob.path)), target, words(retrieval))
    return target
