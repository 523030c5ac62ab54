"""Getting the files of a log from its address, or from a folder that holds a copy."""

from collections.abc import Callable
from pathlib import Path
from urllib.error import URLError
from urllib.request import urlopen

SECONDS = 20
LARGEST = 1_000_000
"""Bytes; no file of a log that we ask for is larger."""


class Unreachable(Exception):  # noqa: N818  # it says what could not be had
    """A file of the log cannot be had; the message is its address."""


def fetch_from(log: str) -> Callable[[str], bytes]:
    """Return what gets a file of the log by its path. It raises Unreachable."""
    if log.startswith(("https://", "http://")):
        return lambda path: _asked(f"{log.rstrip('/')}/{path}")
    return lambda path: _found(Path(log) / path)


def _asked(address: str) -> bytes:
    try:
        with urlopen(address, timeout=SECONDS) as answer:  # noqa: S310  # HTTP, as seen above
            data: bytes = answer.read(LARGEST)
    except (URLError, OSError, ValueError):
        raise Unreachable(address) from None
    return data


def _found(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except OSError:
        raise Unreachable(path) from None
