"""The one form in which data is digested. Knows nothing of Django: whoever verifies has it too."""

import datetime as dt
import hashlib
import json
from typing import Any

ALGORITHM = "sha256"
DOMESTIC = "sm3"
"""The digest that the country's own seals are made over. Basis: GB/T 32905."""


def digest(data: bytes, algorithm: str = ALGORITHM) -> str:
    """Return the digest of `data`, named by its algorithm: `sha256:9c9a…`."""
    return f"{algorithm}:{hashlib.new(algorithm, data).hexdigest()}"


def canonical(data: object) -> bytes:
    """Return `data` as canonical JSON: sorted keys, no spaces, UTF-8, no floats."""
    return json.dumps(data, ensure_ascii=False, sort_keys=True, separators=(",", ":")).encode()


def plain(value: Any) -> str | int | bool | None:
    """Return a column's value in the one form that canonical JSON has for it."""
    if isinstance(value, dt.datetime):
        return value.astimezone(dt.UTC).isoformat(timespec="microseconds")
    if isinstance(value, dt.date):
        return value.isoformat()
    if value is None or isinstance(value, bool | int):
        return value
    return str(value)
