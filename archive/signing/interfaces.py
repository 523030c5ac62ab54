"""The two things of which there may be many kinds: who signs, and who says what time it is."""

from contextlib import AbstractContextManager
from typing import Protocol

from asn1crypto.x509 import Certificate
from pyhanko.sign.signers import Signer as PdfSigner


class Signer(Protocol):
    """A certificate and the use of its key, wherever the key is."""

    @property
    def certificate(self) -> Certificate:
        """The certificate that stands in the signature. Raises SignerUnavailable."""

    @property
    def chain(self) -> tuple[Certificate, ...]:
        """The certificates above it, as far as they are known."""

    def opened(self) -> AbstractContextManager[PdfSigner]:
        """Hold the key for as long as something is signed. Raises SignerUnavailable."""


class TimestampAuthority(Protocol):
    """Whoever signs a moment to a digest. Basis: RFC 3161."""

    async def answer(self, query: bytes) -> bytes:
        """Return the reply to a query, both in DER. Raises TimestampUnavailable.

        What comes back is trusted by nobody before `Stamper` has checked it.
        """
