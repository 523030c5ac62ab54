"""The verifier as one file that runs with Python, pikepdf and pyHanko alone.

The same sources give the same bytes, so that anybody can see that it is made of them.
"""

import io
import sys
import zipfile
from collections.abc import Iterator
from pathlib import Path

from archive.verification.apart import HERE

NAME = "verify_dossier.pyz"
FIRST_LINE = b"#!/usr/bin/env python3\n"
START = "import sys\n\nfrom archive.verification.command import main\n\nsys.exit(main())\n"
LOG = ("__init__", "checkpoint", "leaf", "merkle", "note", "tiles")
FIXED = (1980, 1, 1, 0, 0, 0)
"""The first moment that a zip file knows."""


def bundled(root: Path = Path(HERE)) -> bytes:
    """Return the one file."""
    out = io.BytesIO(FIRST_LINE)
    out.seek(0, io.SEEK_END)
    with zipfile.ZipFile(out, "w") as package:
        package.writestr(_info("__main__.py"), START)
        for path in sorted(_sources(root)):
            package.writestr(_info(path.relative_to(root).as_posix()), path.read_bytes())
    return out.getvalue()


def _sources(root: Path) -> Iterator[Path]:
    yield from (root / "archive" / "verification").glob("*.py")
    yield from (root / "archive" / "log" / f"{name}.py" for name in LOG)
    yield from (root / "archive" / "__init__.py", root / "decisions" / "__init__.py")
    yield root / "decisions" / "canonical.py"


def _info(name: str) -> zipfile.ZipInfo:
    info = zipfile.ZipInfo(name, FIXED)
    info.external_attr = 0o644 << 16
    return info


if __name__ == "__main__":
    Path(sys.argv[1]).write_bytes(bundled())
