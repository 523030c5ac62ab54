"""Making certificates and revocation lists: for the demonstration, which is its own authority."""

import datetime as dt
from dataclasses import dataclass

from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import rsa
from cryptography.x509.oid import ExtendedKeyUsageOID, NameOID

BITS = 3072
"""RSA, for every reader of PDF can verify it: docs/adr/0017-pades-and-keys.md."""
HASH = hashes.SHA256()
SKEW = dt.timedelta(minutes=5)
"""So that a clock which is a little slow does not take a new certificate for a future one."""
UNUSED = (
    "data_encipherment",
    "key_encipherment",
    "key_agreement",
    "encipher_only",
    "decipher_only",
)


@dataclass(frozen=True)
class Issued:
    """A certificate with its key."""

    certificate: x509.Certificate
    key: rsa.RSAPrivateKey

    def pem(self, *above: x509.Certificate) -> bytes:
        """Return key, certificate, and those above it, as one PEM file."""
        key = self.key.private_bytes(
            serialization.Encoding.PEM,
            serialization.PrivateFormat.PKCS8,
            serialization.NoEncryption(),
        )
        return key + b"".join(pem(one) for one in (self.certificate, *above))


def pem(certificate: x509.Certificate) -> bytes:
    """Return a certificate as PEM."""
    return certificate.public_bytes(serialization.Encoding.PEM)


def certificates(data: bytes) -> list[x509.Certificate]:
    """Return the certificates of a PEM file."""
    return x509.load_pem_x509_certificates(data)


def read(data: bytes) -> Issued:
    """Return what `Issued.pem` wrote."""
    key = serialization.load_pem_private_key(data, None)
    if not isinstance(key, rsa.RSAPrivateKey):
        raise TypeError(type(key).__name__)
    return Issued(certificates(data)[0], key)


def root(name: str, organ: str, life: dt.timedelta) -> Issued:
    """Return a root certificate that signs itself."""
    key, subject = _new_key(), _subject(name, organ)
    usage = _usage(key_cert_sign=True, crl_sign=True)
    constraints = x509.BasicConstraints(ca=True, path_length=0)
    built = _builder(subject, subject, key, _now() + life)
    built = built.add_extension(constraints, critical=True).add_extension(usage, critical=True)
    return Issued(built.sign(key, HASH), key)


def signer(issuer: Issued, name: str, organ: str, life: dt.timedelta) -> Issued:
    """Return a certificate that signs documents."""
    usage = _usage(digital_signature=True, content_commitment=True)
    return _leaf(issuer, _subject(name, organ), life, [usage])


def timestamper(issuer: Issued, name: str, organ: str, life: dt.timedelta) -> Issued:
    """Return a certificate that signs timestamps, and nothing else. Basis: RFC 3161, 2.3."""
    purpose = x509.ExtendedKeyUsage([ExtendedKeyUsageOID.TIME_STAMPING])
    usage = _usage(digital_signature=True)
    return _leaf(issuer, _subject(name, organ), life, [usage, purpose])


def nothing_revoked(issuer: Issued, life: dt.timedelta) -> bytes:
    """Return a revocation list of the issuer, of this moment and empty, in DER."""
    now = _now()
    built = (
        x509.CertificateRevocationListBuilder()
        .issuer_name(issuer.certificate.subject)
        .last_update(now)
        .next_update(now + life)
        .add_extension(x509.CRLNumber(int(now.timestamp())), critical=False)
        .add_extension(_authority(issuer), critical=False)
    )
    return built.sign(issuer.key, HASH).public_bytes(serialization.Encoding.DER)


def _leaf(
    issuer: Issued, subject: x509.Name, life: dt.timedelta, uses: list[x509.ExtensionType]
) -> Issued:
    key, above = _new_key(), issuer.certificate
    ends = min(_now() + life, above.not_valid_after_utc)
    built = _builder(subject, above.subject, key, ends)
    for use in uses:
        built = built.add_extension(use, critical=True)
    built = built.add_extension(_authority(issuer), critical=False)
    return Issued(built.sign(issuer.key, HASH), key)


def _builder(
    subject: x509.Name, issuer: x509.Name, key: rsa.RSAPrivateKey, ends: dt.datetime
) -> x509.CertificateBuilder:
    own = x509.SubjectKeyIdentifier.from_public_key(key.public_key())
    return (
        x509.CertificateBuilder()
        .subject_name(subject)
        .issuer_name(issuer)
        .public_key(key.public_key())
        .serial_number(x509.random_serial_number())
        .not_valid_before(_now() - SKEW)
        .not_valid_after(ends)
        .add_extension(own, critical=False)
    )


def _authority(issuer: Issued) -> x509.AuthorityKeyIdentifier:
    return x509.AuthorityKeyIdentifier.from_issuer_public_key(issuer.key.public_key())


def _subject(name: str, organ: str) -> x509.Name:
    return x509.Name(
        [
            x509.NameAttribute(NameOID.COUNTRY_NAME, "CN"),
            x509.NameAttribute(NameOID.ORGANIZATION_NAME, organ),
            x509.NameAttribute(NameOID.COMMON_NAME, name),
        ]
    )


def _usage(**allowed: bool) -> x509.KeyUsage:
    every = ("digital_signature", "content_commitment", "key_cert_sign", "crl_sign", *UNUSED)
    return x509.KeyUsage(**{name: allowed.get(name, False) for name in every})


def _new_key() -> rsa.RSAPrivateKey:
    return rsa.generate_private_key(public_exponent=65537, key_size=BITS)


def _now() -> dt.datetime:
    return dt.datetime.now(dt.UTC).replace(microsecond=0)
