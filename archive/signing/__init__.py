"""The signature and the timestamps of a dossier: who signs, who stamps, and what is trusted."""

from pathlib import Path

from archive.signing import configured, pades
from archive.signing.pades import Signature
from archive.signing.trust import trust_roots
from archive.signing.unavailable import (
    Expired,
    SignerUnavailable,
    TimestampUnavailable,
    Unavailable,
)

__all__ = [
    "Expired",
    "Signature",
    "SignerUnavailable",
    "TimestampUnavailable",
    "Unavailable",
    "renew",
    "sign",
    "trust_roots",
]

REASON = "封存卷宗"


def sign(pdf: Path) -> Signature:
    """Sign and timestamp a file in place, as the settings say.

    Raises SignerUnavailable, TimestampUnavailable; the file is then spoilt.
    """
    return pades.sign(pdf, configured.signer(), configured.authority(), REASON)


def renew(pdf: Path) -> Signature:
    """Add a timestamp to a signed file in place. Raises Expired, TimestampUnavailable.

    The file is then spoilt.
    """
    return pades.renew(pdf, configured.authority())
