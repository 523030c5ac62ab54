"""The dossier, against WeasyPrint in one shot on the same sections, in the same run.

`python -m bench.dossier [OPINIONS,PAPERS ...]`; without arguments the demonstration's case and
cases of about 200, 400 and 1,000 pages. Each is printed by either way in processes of its own, one
after the other, then again as it is, grown by one act.
"""

import json
import os
import pickle
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import Any

from bench.synthetic import sections

SIZES = ((900, 33), (1800, 66), (4500, 165))
"""Opinions and papers."""
RATIO, MEGABYTES, LONG = 0.5, 400, 900
"""Seconds against one shot, on a case of so many pages; memory of any process."""
TITLE = f"""
The dossier in sections against one shot, both tagged PDF/A-3a. On two cores at most {RATIO} of its
seconds at 1,000 pages, {MEGABYTES} MB a process. Work: seconds of all processors.

case          pages  one shot                    press                                    grown by one act
                     s       work    MB    KB     s      work   ratio  MB/worker  KB      set   s"""


def printed(way: str, given: Path, folder: Path) -> dict[str, Any]:
    """Print in a process of its own; return its figures."""
    command = [sys.executable, "-m", "bench.printing", way, str(given), str(folder)]
    done = subprocess.run(command, capture_output=True, check=True, text=True)  # noqa: S603  # our own
    found: dict[str, Any] = json.loads(done.stdout.splitlines()[-1])
    return found


def measured(name: str, given: object, grown: object | None, folder: Path) -> bool:
    """Print one line of figures; say whether all is within its limits."""
    file = folder / "sections.pickle"
    file.write_bytes(pickle.dumps(given))
    once = printed("once", file, folder)
    press = printed("press", file, folder)
    more = {"rendered": "", "seconds": float("nan")}
    if grown is not None:
        file.write_bytes(pickle.dumps(grown))
        more = printed("press", file, folder)
    ratio = press["seconds"] / once["seconds"]
    small = max(press["megabytes"], press["worker"]) <= MEGABYTES
    within = bool(small and (press["pages"] < LONG or ratio <= RATIO))
    print(
        f"{name:<14}{press['pages']:<7}{once['seconds']:<8.1f}{once['processor']:<8.1f}"
        f"{once['megabytes']:<6}{once['kilobytes']:<7}{press['seconds']:<7.1f}"
        f"{press['processor']:<7.1f}{ratio:<7.2f}{press['megabytes']:>3}/{press['worker']:<7}"
        f"{press['kilobytes']:<8}{more['rendered']:<6}{more['seconds']:<6.1f}"
        f"{'' if within else 'over the limit'}".rstrip(),
        flush=True,
    )
    return within


def demonstration(folder: Path) -> object:
    """Return the sections of the demonstration's case."""
    url = f"sqlite:///{folder / 'bench.sqlite3'}"
    told = {**os.environ, "DATABASE_URL": url, "DJANGO_SETTINGS_MODULE": "config.settings"}
    file = folder / "demonstration.pickle"
    command = [sys.executable, "-m", "bench.demonstrated", str(file)]
    subprocess.run(command, env=told, check=True, stdout=subprocess.DEVNULL)  # noqa: S603  # our own
    return pickle.loads(file.read_bytes())  # noqa: S301  # our own file


def main(sizes: list[tuple[int, int]]) -> int:
    """Print the table; return 1 where anything is over its limit."""
    print(TITLE, flush=True)
    found = []
    with tempfile.TemporaryDirectory() as scratch:
        if not sizes:
            folder = Path(scratch) / "demonstration"
            folder.mkdir()
            found.append(measured("demonstration", demonstration(folder), None, folder))
        for opinions, papers in sizes or SIZES:
            folder = Path(scratch) / f"{opinions}"
            folder.mkdir()
            given, grown = sections(opinions, papers), sections(opinions, papers + 1)
            found.append(measured(f"{opinions}+{papers}", given, grown, folder))
    return int(not all(found))


if __name__ == "__main__":
    pairs = [one.split(",") for one in sys.argv[1:]]
    sys.exit(main([(int(opinions), int(papers)) for opinions, papers in pairs]))
