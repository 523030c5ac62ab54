"""The process that reads the file: confined first, then told what to read, then one answer."""

import json
import sys
from pathlib import Path
from typing import Any

from archive.verification.limits import confine


def main() -> None:
    """Read on the standard input what is asked; write the report on the standard output."""
    asked = json.load(sys.stdin)
    confine(asked["memory"], asked["seconds"])
    sys.stdout.reconfigure(encoding="utf-8")  # type: ignore[union-attr]  # it is no other stream
    json.dump(_report(asked), sys.stdout, ensure_ascii=False)


def _report(asked: dict[str, Any]) -> dict[str, Any]:
    """Verify; what takes long to import is imported within the limits."""
    from archive.verification.trust import Trust  # noqa: PLC0415
    from archive.verification.verifying import verify  # noqa: PLC0415

    report = verify(
        Path(asked["path"]),
        Trust.load(Path(asked["trust"])),
        beside=_path(asked["beside"]),
        tiles=_path(asked["tiles"]),
        most=asked["most"],
    )
    return report.plain()


def _path(name: str | None) -> Path | None:
    return Path(name) if name else None
