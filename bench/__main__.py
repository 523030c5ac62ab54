"""Measure whole cases through the door, on SQLite and PostgreSQL, one process a database."""

import os
import subprocess
import sys
import tempfile
from pathlib import Path

HEADER = (
    "database    through the door   floor            ratio   queries an act\n"
    "            cases/s            cases/s                  median  worst"
)


def measure(url: str) -> str:
    """Return the line of figures for the database at `url`."""
    command = [sys.executable, "-m", "bench.cases", *sys.argv[1:]]
    environment = {**os.environ, "DATABASE_URL": url, "DJANGO_SETTINGS_MODULE": "config.settings"}
    return subprocess.run(  # noqa: S603  # our own module, our own arguments
        command, env=environment, check=True, stdout=subprocess.PIPE, text=True
    ).stdout


def main() -> None:
    """Print the table."""
    print(HEADER)
    with tempfile.TemporaryDirectory() as folder:
        print(measure(f"sqlite:///{Path(folder) / 'bench.sqlite3'}"), end="")
    if url := os.environ.get("POSTGRESQL_URL"):
        print(measure(url), end="")


if __name__ == "__main__":
    main()
