"""What is trusted here: root certificates, and the revocation lists that go into a dossier.

`KEYS_DIR/signing/roots/*.pem` are trusted, those of keys no longer in use too: a dossier of
twenty years ago is verified by the root that it was signed under.
"""

from collections.abc import Iterable, Iterator
from pathlib import Path

from asn1crypto.x509 import Certificate
from cryptography import x509
from cryptography.hazmat.primitives.serialization import Encoding
from django.conf import settings
from pyhanko_certvalidator import ValidationContext

from archive.signing import demonstration, issuing


def trust_roots() -> list[str]:
    """Return every root that is trusted, as PEM."""
    return [issuing.pem(root).decode() for root in _roots()]


def context(known: Iterable[Certificate] = ()) -> ValidationContext:
    """Return what a signature or timestamp of this moment is checked against.

    `known` are certificates between it and a root. A certificate about which no revocation list
    says anything is not accepted: what it lacks today nobody finds in twenty years.
    """
    return ValidationContext(
        trust_roots=[_plain(root) for root in _roots()],
        other_certs=list(known),
        crls=list(_revocations()),
        revocation_mode="require",
        allow_fetching=settings.DOSSIER_FETCH_REVOCATION,
    )


def _roots() -> Iterator[x509.Certificate]:
    if demonstration.exists():
        yield demonstration.root().certificate
    for path in _files("roots/*.pem"):
        yield from x509.load_pem_x509_certificates(path.read_bytes())


def _revocations() -> Iterator[bytes]:
    if demonstration.exists():
        yield demonstration.revocations()
    for path in _files("revoked/*.crl"):
        yield path.read_bytes()


def _files(pattern: str) -> list[Path]:
    return sorted((Path(settings.KEYS_DIR) / "signing").glob(pattern))


def _plain(certificate: x509.Certificate) -> Certificate:
    return Certificate.load(certificate.public_bytes(Encoding.DER))
