"""The shelf: pieces already set, found again by what they were made of.

A case that grew by one act is mostly the same as before; only what is new is set.
"""

import contextlib
import hashlib
import json
import os
import tempfile
from dataclasses import dataclass
from pathlib import Path
from typing import Any

ROOM = 2 * 1024**3
"""Bytes that a shelf may hold before what was not used for longest is taken off."""


@dataclass(frozen=True)
class Shelf:
    """A folder with one file a piece: its digest, the facts about it, the piece."""

    folder: Path

    def find(self, key: str) -> tuple[dict[str, Any], bytes] | None:
        """Return facts and piece; nothing where there is none, or not as it was put there."""
        path = self._path(key)
        try:
            digest, _, rest = path.read_bytes().partition(b"\n")
        except OSError:
            return None
        if digest.decode(errors="replace") != hashlib.sha256(rest).hexdigest():
            return None
        with contextlib.suppress(OSError):
            os.utime(path)
        facts, _, body = rest.partition(b"\n")
        return json.loads(facts), body

    def put(self, key: str, facts: dict[str, Any], body: bytes) -> None:
        """Keep a piece; another process that keeps the same one does no harm."""
        path = self._path(key)
        path.parent.mkdir(parents=True, exist_ok=True)
        rest = json.dumps(facts).encode() + b"\n" + body
        with tempfile.NamedTemporaryFile(dir=path.parent, delete=False) as file:
            file.write(hashlib.sha256(rest).hexdigest().encode() + b"\n" + rest)
        Path(file.name).replace(path)

    def tidy(self, room: int = ROOM) -> None:
        """Take off what was not used for longest, until the rest is within `room` bytes."""
        found = [(path.stat(), path) for path in self.folder.glob("*/*") if path.is_file()]
        taken = 0
        for stat, path in sorted(found, key=lambda one: -one[0].st_mtime):
            taken += stat.st_size
            if taken > room:
                path.unlink(missing_ok=True)

    def _path(self, key: str) -> Path:
        return self.folder / key[:2] / key
