"""A worker in a process of its own, for tests that kill it: `python -m tests.slow_worker PARTS`.

Its press takes a tenth of a second a part, and leaves a line in `$STEPS` for each.
"""

import os
import sys
import time
from pathlib import Path
from unittest import mock

import django
from django.core.management import call_command

PDF = b"%PDF-1.7 invented\n%%EOF\n"
HUGE = 4 * 1024**3
"""More memory than a worker may have, in bytes."""


def main(parts: int) -> None:
    """Work until nothing waits."""
    django.setup()
    from archive.dossier import Prepared
    from decisions.evidence import keep_bytes
    from decisions.models import Case
    from decisions.progress import report

    def prepare(case: Case, *_given: object) -> Prepared:
        if not parts:
            bytearray(HUGE)
        for done in range(1, parts + 1):
            report(done, parts)
            with Path(os.environ["STEPS"]).open("a") as steps:
                steps.write(f"{os.getpid()}\n")
            time.sleep(0.1)
        return Prepared(case.head, keep_bytes(PDF, "application/pdf"), 1)

    with mock.patch("workflow.acts.closing.prepare", prepare):
        call_command("work", batch=True, verbosity=0)


if __name__ == "__main__":
    main(int(sys.argv[1]))
