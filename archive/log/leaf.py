"""What of a ledger row is in the log: its two digests, nothing of its content."""


def leaf(hash: str, sm3: str) -> bytes:  # the names of the row's columns
    """Return the entry of a row: `sha256:… sm3:…`. Raises UnicodeEncodeError."""
    return f"{hash} {sm3}".encode("ascii")
