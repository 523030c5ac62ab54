"""The signature of a dossier: what it proves, what breaks it, whose key it is."""

import stat
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pikepdf
import pytest
from cryptography.hazmat.primitives import serialization
from cryptography.hazmat.primitives.serialization import pkcs12
from django.core.exceptions import ImproperlyConfigured
from django.core.management import CommandError, call_command
from pyhanko.pdf_utils import embed
from pyhanko.pdf_utils.generic import NumberObject
from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter
from pyhanko.pdf_utils.reader import PdfFileReader
from pyhanko.sign.ades.report import AdESPassed
from pyhanko.sign.fields import MDPPerm

from archive.signing import SignerUnavailable, demonstration, issuing, sign, trust_roots
from tests.papers import blank, by_pyhanko, proved, years_later


@pytest.fixture
def pdf(tmp_path: Path) -> Path:
    """Write a page."""
    return blank(tmp_path / "page.pdf")


@pytest.fixture
def signed(pdf: Path) -> Path:
    """Sign a page."""
    sign(pdf)
    return pdf


def test_it_holds_with_nothing_but_the_file_and_the_roots(signed: Path) -> None:
    proof = proved(signed)
    assert (proof.intact, proof.trusted, proof.lasts, len(proof.stamps)) == (True, True, True, 1)
    assert proof.holds


@pytest.mark.parametrize("years", [0, 5, 9.9])
def test_pyhanko_accepts_it_as_an_archive_signature_for_years(signed: Path, years: float) -> None:
    with years_later(years):
        result = by_pyhanko(signed)
    assert result.ades_subindic == AdESPassed.OK
    assert result.api_status is not None
    assert result.api_status.bottom_line
    assert result.api_status.docmdp_ok
    assert result.signature_timestamp_status is not None
    assert result.signature_timestamp_status.ades_subindic == AdESPassed.OK


def test_what_was_there_before_is_the_beginning_of_the_signed_file(pdf: Path) -> None:
    before = pdf.read_bytes()
    signature = sign(pdf)
    assert pdf.read_bytes().startswith(before)
    assert "演示" in signature.subject
    assert signature.expires > signature.moment


def test_it_certifies_the_document_and_allows_no_change(signed: Path) -> None:
    with signed.open("rb") as file:
        reader = PdfFileReader(file)
        assert reader.embedded_regular_signatures[0].docmdp_level == MDPPerm.NO_CHANGES
        assert "/DocMDP" in reader.root["/Perms"]


def flip(pdf: Path) -> None:
    """Change one bit of the page."""
    data = bytearray(pdf.read_bytes())
    data[data.index(b"/MediaBox") + 12] ^= 1
    pdf.write_bytes(data)


def save_again(pdf: Path) -> None:
    """Open and save it, as many a program does."""
    with pikepdf.open(pdf, allow_overwriting_input=True) as opened:
        opened.save(pdf)


def attach_later(pdf: Path) -> None:
    """Add a file in a revision of its own, so that no signed byte changes."""
    with pdf.open("rb+") as file:
        writer = IncrementalPdfFileWriter(file)
        content = embed.EmbeddedFileObject.from_file_data(writer, b"later")
        embed.embed_file(writer, embed.FileSpec("later.txt", embedded_data=content))
        writer.write_in_place()


def write_on_the_page(pdf: Path) -> None:
    """Turn the page in a revision of its own."""
    with pdf.open("rb+") as file:
        writer = IncrementalPdfFileWriter(file)
        page = writer.root["/Pages"]["/Kids"][0]
        page["/Rotate"] = NumberObject(90)
        writer.update_container(page)
        writer.write_in_place()


@pytest.mark.parametrize("alter", [flip, save_again, attach_later, write_on_the_page])
def test_whatever_is_altered_is_found(signed: Path, alter: Callable[[Path], None]) -> None:
    alter(signed)
    proof = proved(signed)
    assert not proof.intact
    assert not proof.holds


def test_another_root_is_not_trusted(signed: Path, settings: Any, tmp_path: Path) -> None:
    settings.KEYS_DIR = tmp_path / "elsewhere"
    demonstration.signer()
    proof = proved(signed)
    assert proof.intact
    assert not proof.trusted


def test_keys_are_read_by_their_owner_alone(own_keys: Path) -> None:
    for path in own_keys.rglob("*.pem"):
        assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert stat.S_IMODE((own_keys / "signing" / "demonstration").stat().st_mode) == 0o700


@pytest.mark.parametrize("option", [[], ["--timestamp"]])
def test_a_key_is_rotated_and_the_old_dossier_still_holds(
    own_keys: Path, signed: Path, tmp_path: Path, option: list[str], capsys: Any
) -> None:
    roots = trust_roots()
    call_command("rotate_signing_key", *option)
    assert "旧密钥已经销毁" in capsys.readouterr().out
    assert trust_roots() == roots
    later = blank(tmp_path / "later.pdf")
    sign(later)
    old, new = proved(signed), proved(later)
    assert old.holds
    assert new.holds
    assert (old.signer.serial_number == new.signer.serial_number) == bool(option)
    keys = [path for path in own_keys.rglob("*-0001.pem") if b"PRIVATE" in path.read_bytes()]
    assert len(keys) == 1


def test_a_key_from_outside_is_not_rotated_here(settings: Any) -> None:
    settings.DOSSIER_SIGNER = "file:seal.p12"
    with pytest.raises(CommandError, match=r"docs/keys\.md"):
        call_command("rotate_signing_key")


def test_nothing_is_signed_by_nobody(settings: Any, pdf: Path) -> None:
    settings.DOSSIER_SIGNER = ""
    with pytest.raises(ImproperlyConfigured):
        sign(pdf)


def put_key(folder: Path, name: str, password: bytes, root: issuing.Issued) -> None:
    """Put a signer's key, under a root, into a file."""
    issued = issuing.signer(root, "印章", "某区", demonstration.LIFE)  # invented
    locked = serialization.BestAvailableEncryption(password)
    data = pkcs12.serialize_key_and_certificates(
        b"seal", issued.key, issued.certificate, [root.certificate], locked
    )
    if name.endswith(".pem"):
        kept = serialization.PrivateFormat.PKCS8
        data = issued.key.private_bytes(serialization.Encoding.PEM, kept, locked)
        data += issuing.pem(issued.certificate)
    (folder / "signing" / name).write_bytes(data)


@pytest.mark.parametrize("name", ["seal.p12", "seal.pem"])
def test_a_key_file_signs(own_keys: Path, settings: Any, pdf: Path, name: str) -> None:
    put_key(own_keys, name, b"1234", demonstration.root())
    settings.DOSSIER_SIGNER, settings.DOSSIER_SIGNER_PIN = f"file:{name}", "1234"
    assert "印章" in sign(pdf).subject
    assert proved(pdf).holds


@pytest.mark.parametrize("pin", ["", "0000"])
@pytest.mark.parametrize("name", ["seal.p12", "seal.pem", "absent.p12"])
def test_a_key_that_cannot_be_read_is_told(
    own_keys: Path, settings: Any, pdf: Path, name: str, pin: str
) -> None:
    if name != "absent.p12":
        put_key(own_keys, name, b"1234", demonstration.root())
    settings.DOSSIER_SIGNER, settings.DOSSIER_SIGNER_PIN = f"file:{name}", pin
    with pytest.raises(SignerUnavailable, match="请管理员检查"):
        sign(pdf)


def test_a_key_that_no_root_knows_signs_nothing(own_keys: Path, settings: Any, pdf: Path) -> None:
    stranger = issuing.root("外人", "外人", demonstration.LIFE)  # invented
    put_key(own_keys, "seal.p12", b"1234", stranger)
    settings.DOSSIER_SIGNER, settings.DOSSIER_SIGNER_PIN = "file:seal.p12", "1234"
    with pytest.raises(SignerUnavailable):
        sign(pdf)


def test_a_root_that_was_put_here_is_trusted(own_keys: Path, settings: Any, pdf: Path) -> None:
    other = issuing.root("另一个根", "某省", demonstration.LIFE)  # invented
    for name, data in {
        "roots/province.pem": issuing.pem(other.certificate),
        "revoked/province.crl": issuing.nothing_revoked(other, demonstration.LIFE),
    }.items():
        path = own_keys / "signing" / name
        path.parent.mkdir()
        path.write_bytes(data)
    put_key(own_keys, "seal.p12", b"1234", other)
    settings.DOSSIER_SIGNER, settings.DOSSIER_SIGNER_PIN = "file:seal.p12", "1234"
    assert "印章" in sign(pdf).subject
    assert proved(pdf).holds
    assert len(trust_roots()) == 2
