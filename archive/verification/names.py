"""Which names a file may have that is looked for in a folder or a package."""

import unicodedata

LONGEST = 255
"""Bytes that a file system takes."""
SEPARATORS = frozenset('/\\:*?"<>|')
"""Of a path anywhere; a colon names a drive or a stream."""


def plain_name(name: str) -> bool:
    """Say whether a name is one file in one folder, on every system, and nothing else."""
    if not name or name[0] in ". " or name[-1] in ". " or len(name.encode()) > LONGEST:
        return False
    if SEPARATORS & set(name) or unicodedata.normalize("NFC", name) != name:
        return False
    return all(sign.isprintable() for sign in name)
