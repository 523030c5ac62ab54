"""Verifying in a process of its own, which a hostile file may break and nothing else.

Memory and time are limited there. However that process ends, there is a report.
"""

import json
import subprocess
import sys
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from archive.verification.limits import MOST_BYTES, MOST_MEMORY, MOST_SECONDS
from archive.verification.report import unreadable
from archive.verification.words import Words

HERE = str(Path(__file__).parents[2])
"""The folder, or the one file, that this program is in."""
START = (
    "import sys; sys.path.insert(0, sys.argv[1]); "
    "from archive.verification.confined import main; main()"
)
BROKE = Words(
    "核验没有做完：读这份文件用的时间或内存超过上限",
    "The verification was not finished: this file takes more time or memory than the limit",
)


@dataclass(frozen=True)
class Asked:
    """What is to be verified, by what, and how much it may take."""

    path: str
    trust: str
    beside: str | None = None
    tiles: str | None = None
    most: int = MOST_BYTES
    memory: int = MOST_MEMORY
    seconds: int = MOST_SECONDS


def verified(asked: Asked) -> dict[str, Any]:
    """Return the report on a dossier, as JSON has it. Raises Unusable for the trust file."""
    command = [sys.executable, "-P", "-c", START, HERE]
    try:
        done = subprocess.run(  # noqa: S603  # this very interpreter; what is asked is no argument
            command,
            input=json.dumps(asdict(asked)),
            capture_output=True,
            text=True,
            encoding="utf-8",
            timeout=2 * asked.seconds,
            check=True,
        )
        report: dict[str, Any] = json.loads(done.stdout)
    except (subprocess.SubprocessError, ValueError):
        return unreadable(BROKE).plain()
    return report
