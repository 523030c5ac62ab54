"""The command line: `FILE --trust trust.json [--beside DIR] [--log DIR] [--json] [--english]`.

It ends with 0 where all holds, 1 where something was altered or cannot be confirmed, 2 where the
file or the trust file cannot be read.
"""

import argparse
import json
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from archive.verification.apart import Asked, verified
from archive.verification.strict import Unusable
from archive.verification.telling import told
from archive.verification.trust import Trust

HOLDS, OTHERWISE, UNREADABLE = 0, 1, 2


def add_arguments(parser: argparse.ArgumentParser, *, needs_trust: bool) -> None:
    """Name what the command takes."""
    parser.add_argument("file", help="the dossier (PDF)")
    parser.add_argument("--trust", required=needs_trust, help="what is trusted: trust.json")
    parser.add_argument("--beside", help="folder or zip package with evidence and volumes")
    parser.add_argument("--log", help="folder with a copy of the log's tiles")
    parser.add_argument("--json", action="store_true", help="print the report as JSON")


def run(path: str, trust: str, beside: str | None, log: str | None) -> dict[str, Any]:
    """Return the report. Raises Unusable where the trust file is unusable."""
    Trust.load(Path(trust))
    return verified(Asked(path, trust, beside, log))


def exit_code(report: dict[str, Any]) -> int:
    """Return what the command ends with."""
    if not report["readable"]:
        return UNREADABLE
    return HOLDS if report["outcome"] == "holds" else OTHERWISE


def main(arguments: Sequence[str] | None = None) -> int:
    """Verify, print, and return the exit code."""
    parser = argparse.ArgumentParser(prog="verify_dossier", description=__doc__)
    add_arguments(parser, needs_trust=True)
    parser.add_argument("--english", action="store_true", help="print English")
    asked = parser.parse_args(arguments)
    language = "en" if asked.english else "zh"
    try:
        report = run(asked.file, asked.trust, asked.beside, asked.log)
    except Unusable as fault:
        sys.stderr.write(fault.said.in_language(language) + "\n")
        return UNREADABLE
    text = (
        json.dumps(report, ensure_ascii=False, indent=2) if asked.json else told(report, language)
    )
    sys.stdout.write(text + "\n")
    return exit_code(report)
