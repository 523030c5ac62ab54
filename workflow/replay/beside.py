"""The files that lie beside a script: its papers and its long texts, and nothing else."""

from collections.abc import Mapping
from pathlib import Path, PurePosixPath
from typing import Any

from django.conf import settings
from django.core.exceptions import ValidationError
from django.core.files.base import ContentFile, File
from django.utils.translation import gettext as _

from decisions.evidence import Attachment, keep
from workflow.replay.unreadable import Amiss, Place

TEXT = "file:"
"""What a text begins with that is not itself written out, but names a file."""


class Beside:
    """One folder, and what lies in it or below it."""

    def __init__(self, folder: Path) -> None:
        """Take the folder of the script."""
        self.folder = folder.resolve()

    def text(self, value: str, place: Place) -> str:
        """Return the text of the file that `value` names, or `value` itself. Raises Amiss."""
        if not value.startswith(TEXT):
            return value
        path = self._path(value.removeprefix(TEXT), place)
        if path.stat().st_size > settings.REPLAY_MAX_BYTES:
            raise Amiss(place, _("“%(name)s”过大。") % {"name": path.name})
        try:
            return path.read_text("utf-8")
        except UnicodeDecodeError:
            raise Amiss(place, _("不是UTF-8编码的文字。")) from None

    def paper(self, named: str | Mapping[str, Any], place: Place) -> Attachment:
        """Store a file, or a text given in the script itself, as evidence. Raises Amiss."""
        try:
            if isinstance(named, Mapping):
                return keep(ContentFile(named["text"].encode(), name=named["name"]))
            path = self._path(named, place)
            with path.open("rb") as opened:
                return keep(File(opened, name=path.name))
        except ValidationError as fault:
            raise Amiss(place, " ".join(fault.messages)) from None

    def _path(self, name: str, place: Place) -> Path:
        """Return where a file lies; refuse whatever is not below the folder."""
        inside = PurePosixPath(name)
        try:
            path = (self.folder / inside).resolve()
            there = path.is_file()
        except (OSError, RuntimeError):
            # A name that no file can have, or links that lead back to themselves.
            raise Amiss(place, _("找不到文件“%(name)s”。") % {"name": name}) from None
        if inside.is_absolute() or ".." in inside.parts or not path.is_relative_to(self.folder):
            raise Amiss(place, _("“%(name)s”不在回放文件的文件夹里。") % {"name": name})
        if not there:
            raise Amiss(place, _("找不到文件“%(name)s”。") % {"name": name})
        return path
