"""Measure whole cases, one as it grows, the ledger, and the archive, on SQLite and PostgreSQL.

One process a database, so that neither has warmed up the other. Then the printing of dossiers,
which no database has a part in.
"""

import os
import subprocess
import sys
import tempfile
from pathlib import Path

CASES = """database    through the door   floor            ratio   queries an act
            cases/s            cases/s                  median  worst"""
GROWTH = """
One case, 40 files, 300 rows of the ledger besides those of its opinions; milliseconds of the
processor. Limits: all requirements in 10 queries and 15 ms, a page in 25 queries.

database    opinions  all requirements         page of the case  once closed
                      queries  ms       ratio  queries  ms       queries  ms"""
LEDGER = """
The whole ledger and its log checked, against hashing the same bytes in one process; rows a second.
Limits: half the floor's speed, and a fifth more memory for ten times the rows.

database    rows      floor        1 process  ratio  all cores  ratio  memory"""


def measure(module: str, url: str, *arguments: str) -> int:
    """Print the lines of figures for the database at `url`; return the exit status."""
    command = [sys.executable, "-m", module, *arguments]
    environment = {**os.environ, "DATABASE_URL": url, "DJANGO_SETTINGS_MODULE": "config.settings"}
    return subprocess.run(command, env=environment, check=False).returncode  # noqa: S603  # our own


def main() -> int:
    """Print the tables; return 1 where anything failed or was over its limit."""
    with tempfile.TemporaryDirectory() as folder:
        urls = [f"sqlite:///{Path(folder) / 'bench.sqlite3'}"]
        if url := os.environ.get("POSTGRESQL_URL"):
            urls.append(url)
        print(CASES, flush=True)
        failed = [measure("bench.cases", url, *sys.argv[1:]) for url in urls]
        print(GROWTH, flush=True)
        failed += [measure("bench.growth", url) for url in urls]
        print(LEDGER, flush=True)
        failed += [measure("bench.ledger", url) for url in urls]
        failed += [measure("bench.search", url) for url in urls]
        failed.append(measure("bench.dossier", urls[0]))
    return int(any(failed))


if __name__ == "__main__":
    sys.exit(main())
