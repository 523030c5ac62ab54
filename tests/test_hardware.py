"""A signing key in a device: SoftHSM, a device in software, where it is installed."""

import shutil
import subprocess
from pathlib import Path
from typing import Any

import pytest
from cryptography.hazmat.primitives import serialization

from archive.signing import SignerUnavailable, demonstration, issuing, sign
from tests.papers import blank, proved

pytest.importorskip("pkcs11", reason="python-pkcs11 is not installed")
MODULE = Path("/usr/lib/softhsm/libsofthsm2.so")
if not MODULE.exists() or shutil.which("softhsm2-util") is None:
    pytest.skip("SoftHSM is not installed", allow_module_level=True)

URI = f"pkcs11:token=Seals;object=dossier?module-path={MODULE}"
PIN = "1234"


@pytest.fixture
def device(own_keys: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, settings: Any) -> None:
    """Put a signer's key into a device, and its certificate into a file."""
    (tmp_path / "tokens").mkdir()
    configuration = tmp_path / "softhsm2.conf"
    configuration.write_text(f"directories.tokendir = {tmp_path / 'tokens'}\n")
    monkeypatch.setenv("SOFTHSM2_CONF", str(configuration))
    root = demonstration.root()
    issued = issuing.signer(root, "印章", "某区", demonstration.LIFE)  # invented
    key = tmp_path / "key.pem"
    key.write_bytes(
        issued.key.private_bytes(
            serialization.Encoding.PEM,
            serialization.PrivateFormat.PKCS8,
            serialization.NoEncryption(),
        )
    )
    certificates = issuing.pem(issued.certificate) + issuing.pem(root.certificate)
    (own_keys / "signing" / "signer.pem").write_bytes(certificates)
    _tool("--init-token", "--free", "--label", "Seals", "--so-pin", "0000", "--pin", PIN)
    _tool(
        "--import", str(key), "--token", "Seals", "--label", "dossier", "--id", "01", "--pin", PIN
    )
    settings.DOSSIER_SIGNER, settings.DOSSIER_SIGNER_PIN = URI, PIN


def _tool(*arguments: str) -> None:
    subprocess.run(["softhsm2-util", *arguments], check=True, capture_output=True)  # noqa: S603, S607


@pytest.mark.usefixtures("device")
def test_a_key_in_a_device_signs(tmp_path: Path) -> None:
    pdf = blank(tmp_path / "page.pdf")
    assert "印章" in sign(pdf).subject
    assert proved(pdf).holds


@pytest.mark.usefixtures("device")
@pytest.mark.parametrize(
    ("uri", "pin"),
    [
        (URI, "9999"),
        (URI.replace("Seals", "Other"), PIN),
        (URI.replace("object=dossier", "object=other"), PIN),
        (URI.replace("softhsm2", "absent"), PIN),
    ],
)
def test_a_device_that_does_not_sign_is_told(
    tmp_path: Path, settings: Any, uri: str, pin: str
) -> None:
    settings.DOSSIER_SIGNER, settings.DOSSIER_SIGNER_PIN = uri, pin
    with pytest.raises(SignerUnavailable, match="请管理员检查"):
        sign(blank(tmp_path / "page.pdf"))
