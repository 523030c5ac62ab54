"""A signing key in a file: PKCS#12, or PEM with the certificate beside the key."""

from collections.abc import Iterator
from contextlib import contextmanager
from functools import cached_property
from pathlib import Path
from typing import Any

from asn1crypto.keys import PrivateKeyInfo
from asn1crypto.x509 import Certificate
from cryptography import x509
from cryptography.hazmat.primitives import serialization
from cryptography.hazmat.primitives.serialization import pkcs12
from pyhanko.sign.signers import SimpleSigner
from pyhanko_certvalidator.registry import SimpleCertificateStore

from archive.signing.unavailable import SignerUnavailable

PKCS12 = (".p12", ".pfx")
DER = serialization.Encoding.DER
Read = tuple[PrivateKeyInfo, tuple[Certificate, ...]]


class KeyFile:
    """A signer whose key is in a file."""

    def __init__(self, path: Path, passphrase: str = "") -> None:
        """Take the file; it is read when it is needed."""
        self.path, self._passphrase = path, passphrase.encode() or None

    @property
    def certificate(self) -> Certificate:
        """The signer's certificate."""
        return self._read[1][0]

    @property
    def chain(self) -> tuple[Certificate, ...]:
        """The certificates above it that are in the file."""
        return self._read[1][1:]

    @contextmanager
    def opened(self) -> Iterator[SimpleSigner]:
        """Read the key."""
        key, (certificate, *above) = self._read
        store = SimpleCertificateStore()
        store.register_multiple(above)
        yield SimpleSigner(signing_cert=certificate, signing_key=key, cert_registry=store)

    @cached_property
    def _read(self) -> Read:
        try:
            data = self.path.read_bytes()
            read = _pkcs12 if self.path.suffix in PKCS12 else _pem
            return read(data, self._passphrase)
        except (OSError, ValueError, TypeError) as fault:
            raise SignerUnavailable(f"{self.path}: {fault}") from fault


def _pkcs12(data: bytes, passphrase: bytes | None) -> Read:
    key, certificate, above = pkcs12.load_key_and_certificates(data, passphrase)
    if key is None or certificate is None:
        raise ValueError
    return _plain(key, [certificate, *above])


def _pem(data: bytes, passphrase: bytes | None) -> Read:
    key = serialization.load_pem_private_key(data, passphrase)
    return _plain(key, x509.load_pem_x509_certificates(data))


def _plain(key: Any, certificates: list[x509.Certificate]) -> Read:
    """Return key and certificates as pyHanko has them; every kind of key can be written out."""
    own = key.private_bytes(DER, serialization.PrivateFormat.PKCS8, serialization.NoEncryption())
    found = (Certificate.load(one.public_bytes(DER)) for one in certificates)
    return PrivateKeyInfo.load(own), tuple(found)
