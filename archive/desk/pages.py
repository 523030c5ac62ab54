"""The pages of a sealed dossier for the browser, drawn once and kept under the file's digest."""

import json
import subprocess
import sys
import tempfile
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.files.storage import default_storage

from decisions.models import Blob

MODULE, SECONDS = "archive.desk.rasteriser", 30


class Undrawable(Exception):  # noqa: N818  # it is an answer, not an error
    """The file is lost, is no PDF, or asks for more than a page may."""


@dataclass(frozen=True)
class Outline:
    """How many pages a dossier has, and its table of contents."""

    pages: int
    lines: list[dict[str, Any]]


def outline(blob: Blob) -> Outline:
    """Return a file's table of contents. Raises Undrawable."""
    return Outline(**json.loads(_kept(blob, "outline.json", 0).read_text()))


def picture(blob: Blob, number: int) -> Path:
    """Return the picture of a page, counted from 1. Raises Undrawable."""
    return _kept(blob, f"{number}.png", number)


def text(blob: Blob, number: int) -> str:
    """Return the text of a page. Raises Undrawable."""
    return _kept(blob, f"{number}.txt", number).read_text()


def _kept(blob: Blob, name: str, number: int) -> Path:
    folder = Path(settings.PAGES_DIR) / blob.digest.partition(":")[2]
    if not (folder / name).exists():
        folder.mkdir(parents=True, exist_ok=True)
        _draw(blob, folder, number)
    if not (folder / name).exists():
        raise Undrawable
    return folder / name


def _draw(blob: Blob, folder: Path, number: int) -> None:
    """Let a process of its own draw; what is half done is never seen under its name."""
    with tempfile.TemporaryDirectory(dir=folder) as apart:
        command = [
            sys.executable,
            "-m",
            MODULE,
            default_storage.path(blob.path),
            apart,
            f"{number}",
        ]
        try:
            subprocess.run(  # noqa: S603  # our own module, over our own files
                command, check=True, timeout=SECONDS, capture_output=True, cwd=settings.BASE_DIR
            )
        except subprocess.SubprocessError as failed:
            raise Undrawable from failed
        for made in Path(apart).iterdir():
            made.replace(folder / made.name)
