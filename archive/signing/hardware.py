"""A signing key in a device: a smart card, a USB token, a security module. Basis: PKCS #11.

Imported only where one is configured: it needs the package python-pkcs11, docs/keys.md.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from functools import cached_property
from pathlib import Path
from urllib.parse import parse_qsl, urlsplit

from asn1crypto.x509 import Certificate
from pkcs11.exceptions import PKCS11Error
from pyhanko.config.pkcs11 import TokenCriteria
from pyhanko.keys import load_certs_from_pemder
from pyhanko.sign.pkcs11 import PKCS11Signer, open_pkcs11_session

from archive.signing.unavailable import SignerUnavailable


class Device:
    """A signer whose key never leaves its device.

    `uri` is that of RFC 7512, `pkcs11:token=LABEL;object=LABEL?module-path=FILE`. The file of the
    certificates has the signer's own first.
    """

    def __init__(self, uri: str, pin: str, certificates: Path) -> None:
        """Take where the key is; the device is asked when something is signed."""
        split = urlsplit(uri)
        named = dict(parse_qsl(split.path.replace(";", "&")))
        self._token, self._object = named.get("token"), named.get("object")
        self._module = dict(parse_qsl(split.query)).get("module-path", "")
        self._pin, self._file = pin or None, certificates

    @property
    def certificate(self) -> Certificate:
        """The signer's certificate."""
        return self._certificates[0]

    @property
    def chain(self) -> tuple[Certificate, ...]:
        """The certificates above it."""
        return self._certificates[1:]

    @contextmanager
    def opened(self) -> Iterator[PKCS11Signer]:
        """Log in to the device."""
        criteria = TokenCriteria(label=self._token)
        try:
            with open_pkcs11_session(self._module, None, criteria, self._pin) as session:
                yield PKCS11Signer(
                    session,
                    signing_cert=self.certificate,
                    ca_chain=self.chain,
                    key_label=self._object,
                    other_certs_to_pull=(),
                )
        except (PKCS11Error, OSError, RuntimeError) as fault:
            raise SignerUnavailable(f"{self._module}: {fault!r}") from fault

    @cached_property
    def _certificates(self) -> tuple[Certificate, ...]:
        try:
            return tuple(load_certs_from_pemder([str(self._file)]))
        except (OSError, ValueError) as fault:
            raise SignerUnavailable(f"{self._file}: {fault}") from fault
