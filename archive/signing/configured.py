"""The signer and the timestamp authority that the settings name."""

from pathlib import Path

from django.conf import settings
from django.core.exceptions import ImproperlyConfigured

from archive.signing import demonstration
from archive.signing.interfaces import Signer, TimestampAuthority
from archive.signing.keyfile import KeyFile
from archive.signing.local_authority import LocalAuthority
from archive.signing.remote_authority import RemoteAuthority

DEMONSTRATION = "demonstration:"
CERTIFICATES = "signer.pem"
"""Of a signer in a device: its certificate, and those above it."""


def signer() -> Signer:
    """Return who signs. Raises ImproperlyConfigured: nothing is ever sealed unsigned."""
    named: str = settings.DOSSIER_SIGNER
    if named == DEMONSTRATION:
        return demonstration.signer()
    folder = Path(settings.KEYS_DIR) / "signing"
    if named.startswith("file:"):
        return KeyFile(folder / named.removeprefix("file:"), settings.DOSSIER_SIGNER_PIN)
    if named.startswith("pkcs11:"):
        # Its package is installed only where there is such a device.
        from archive.signing.hardware import Device  # noqa: PLC0415

        return Device(named, settings.DOSSIER_SIGNER_PIN, folder / CERTIFICATES)
    raise ImproperlyConfigured(f"DOSSIER_SIGNER: {named!r}")


def authority() -> TimestampAuthority:
    """Return who stamps. Raises ImproperlyConfigured."""
    named: str = settings.DOSSIER_TIMESTAMP
    if named == DEMONSTRATION:
        return LocalAuthority(demonstration.timestamper)
    if named.startswith(("http://", "https://")):
        return RemoteAuthority(named, settings.DOSSIER_TIMESTAMP_SECONDS)
    raise ImproperlyConfigured(f"DOSSIER_TIMESTAMP: {named!r}")


def is_demonstration() -> bool:
    """Say whether anything that counts is signed by the demonstration."""
    return DEMONSTRATION in (settings.DOSSIER_SIGNER, settings.DOSSIER_TIMESTAMP)
