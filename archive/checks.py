"""What `manage.py check` says of the faces that issued documents are set in."""

import re
from collections.abc import Iterator
from importlib import import_module
from typing import Any

from django.conf import settings
from django.core.checks import Error, register
from django.utils.translation import gettext as _

FACES_FOUND = "archive.press.faces"
"""Imported only where a family of the district's own is named: it takes long."""
FACES = ("fangsong", "kai", "heiti", "xiaobiaosong")
OURS = ("Noto Serif CJK SC", "Noto Sans CJK SC")
NAME = re.compile(r"[\w .-]+")


@register
def check_document_fonts(**_options: Any) -> list[Error]:
    """Name every face that is none, and every family that is not installed."""
    return [Error(problem, id="archive.E001") for problem in problems(settings.DOCUMENT_FONTS)]


def problems(fonts: dict[str, str]) -> Iterator[str]:
    """Yield what is wrong with a table of faces, in the reader's language."""
    for face in fonts.keys() - set(FACES):
        yield _("DOCUMENT_FONTS：没有“%(face)s”这种字体。可以是：%(known)s。") % {
            "face": face, "known": "、".join(FACES),
        }  # fmt: skip
    for face, family in fonts.items():
        if family not in OURS and not (NAME.fullmatch(family) and _is_installed(family)):
            yield _("DOCUMENT_FONTS：%(face)s写的字体“%(family)s”没有安装。") % {
                "face": face, "family": family,
            }  # fmt: skip


def _is_installed(family: str) -> bool:
    faces = import_module(FACES_FOUND)
    try:
        faces.face(family)
    except faces.FontMissing:
        return False
    return True
