"""Sealing a dossier: what its record keeps, and why it is not sealed."""

import errno
import hashlib
import io
import json
import zipfile
from pathlib import Path
from typing import Any

import pikepdf
import pytest
from django.core.files.base import ContentFile
from django.core.files.storage import FileSystemStorage, default_storage
from django.core.management import CommandError, call_command
from django.db import DatabaseError, transaction

from archive import models
from archive.dossier.package import beside, manifest_of, packed
from archive.models import Dossier, OutsideSeal
from archive.press.about import Bound, Volume
from decisions.content import digest
from decisions.evidence import content_of, keep
from decisions.later import TryLater
from decisions.models import Blob
from tests.papers import blank, proved
from tests.refusals import see_refused
from tests.story import Story
from workflow.door import perform
from workflow.refusals import WrongState

pytestmark = pytest.mark.usefixtures("one_blank_page", "own_keys")

ARCHIVIST = "liangqiuyue"
DEAD = "http://127.0.0.1:9/"
PAPER, FILM = "调研附表。\n".encode(), b"film " * 1000  # invented


def ended(told: Story) -> Story:
    """End a case early: its dossier is short."""
    told.until("propose")
    told.do("terminate_case", "fanglicheng")
    return told


def with_papers(told: Story) -> Story:
    """End a case with two files."""
    told.until("propose")
    case, actor = told.known_case, told.actor("fanglicheng", "terminate_case")
    files = [
        keep(ContentFile(data, name=name)) for name, data in (("表.txt", PAPER), ("像.txt", FILM))
    ]
    perform("terminate_case", case, actor, {"reason": "不再需要。"}, told.now, attachments=files)
    case.refresh_from_db()
    return told


@pytest.fixture
def sealed(told: Story) -> Dossier:
    """Seal a short dossier."""
    ended(told).do("seal_dossier", ARCHIVIST)
    return Dossier.objects.get()


def file_of(blob: Blob) -> Path:
    """Return where a content is stored."""
    return Path(default_storage.path(blob.path))


def sm3(data: bytes) -> str:
    """Return the SM3 digest, named."""
    return f"sm3:{hashlib.new('sm3', data).hexdigest()}"


def test_the_record_says_by_what_the_file_is_known(sealed: Dossier) -> None:
    signed = file_of(sealed.blob)
    proof = proved(signed)
    assert proof.holds
    assert sealed.signer_fingerprint == f"sha256:{proof.signer.sha256.hex()}"
    assert sealed.signer_serial == f"{proof.signer.serial_number:x}"
    assert (sealed.stamped_at, sealed.tsa_expires) == (
        proof.stamps[0].moment, proof.stamps[0].expires,
    )  # fmt: skip
    assert sealed.manifest_digest == digest(manifest_of(sealed))
    data = signed.read_bytes()
    unsigned = data[: data.index(b"%%EOF") + len(b"%%EOF\n")]
    assert digest(unsigned) == sealed.unsigned_digest
    assert sealed.newest == sealed.blob


def test_the_ledger_covers_what_the_record_says(sealed: Dossier, told: Story) -> None:
    call_command("audit", told.known_case.number)
    with pytest.raises(DatabaseError), transaction.atomic():
        Dossier.objects.update(unsigned_digest="")


def test_the_manifest_has_both_digests_of_every_file(told: Story) -> None:
    with_papers(told).do("seal_dossier", ARCHIVIST)
    manifest = json.loads(manifest_of(Dossier.objects.get()))
    assert manifest["format"] == "suyuan-dossier-2"
    assert manifest["algorithms"] == ["sha256", "sm3"]
    assert [(one["digest"], one["sm3"]) for one in manifest["evidence"]] == [
        (digest(data), sm3(data)) for data in (PAPER, FILM)
    ]
    assert {"log", "press", "volumes"} <= manifest.keys()
    assert manifest["press"]["engine"]["weasyprint"]
    assert all(font["digest"].startswith("sha256:") for font in manifest["press"]["fonts"])


@pytest.mark.parametrize("at_once", [1, 10**9])
def test_evidence_is_inside_however_many_go_at_once(
    told: Story, monkeypatch: pytest.MonkeyPatch, at_once: int
) -> None:
    monkeypatch.setattr("archive.dossier.attaching.AT_ONCE", at_once)
    with_papers(told).do("seal_dossier", ARCHIVIST)
    with pikepdf.open(file_of(Dossier.objects.get().blob)) as pdf:
        names = ["evidence-0001.txt", "evidence-0002.txt"]
        assert [pdf.attachments[name].get_file().read_bytes() for name in names] == [PAPER, FILM]
        assert len(pdf.Root.AF) == 3


def test_large_evidence_lies_beside(told: Story, settings: Any) -> None:
    settings.DOSSIER_ATTACH_MAX_BYTES = len(PAPER)
    with_papers(told).do("seal_dossier", ARCHIVIST)
    dossier = Dossier.objects.get()
    small, large = json.loads(manifest_of(dossier))["evidence"]
    assert (small["attachment"], small["beside"]) == ("evidence-0001.txt", None)
    assert (large["attachment"], large["beside"]) == (None, "evidence-0002.txt")
    with pikepdf.open(file_of(dossier.blob)) as pdf:
        assert "evidence-0002.txt" not in pdf.attachments
    settings.DOSSIER_ATTACH_MAX_BYTES = 10**9
    with packed(dossier) as first, packed(dossier) as second:
        package = zipfile.ZipFile(io.BytesIO(first.read()))
        first.seek(0)
        assert first.read() == second.read()
    assert package.namelist() == ["dossier.pdf", "evidence-0002.txt"]
    assert package.read("evidence-0002.txt") == FILM
    assert package.read("dossier.pdf") == content_of(dossier.blob)


def test_a_long_dossier_has_volumes_which_the_first_names(
    told: Story, monkeypatch: pytest.MonkeyPatch
) -> None:
    def bound(_contents: Any, folder: Path) -> Bound:
        pdf = blank(folder / "volume-2.pdf")
        second = Volume(2, pdf, 501, 480, digest(pdf.read_bytes()), sm3(pdf.read_bytes()))
        return Bound(blank(folder / "dossier.pdf"), 980, {}, (second,))

    monkeypatch.setattr("archive.dossier.bindery.bound", bound)
    ended(told).do("seal_dossier", ARCHIVIST)
    dossier, volume = Dossier.objects.get(), models.Volume.objects.get()
    data = content_of(volume.blob)
    assert json.loads(manifest_of(dossier))["volumes"] == [
        {
            "number": 2, "file": "volume-2.pdf", "pages": 480,
            "digest": digest(data), "sm3": sm3(data),
        }
    ]  # fmt: skip
    assert beside(dossier) == {"volume-2.pdf": volume.blob}
    call_command("audit", told.known_case.number)
    with pytest.raises(DatabaseError), transaction.atomic():
        models.Volume.objects.update(pages=1)


def test_nobody_hands_in_volumes(told: Story) -> None:
    ended(told).do("seal_dossier", ARCHIVIST, volume=[{"number": 2}])
    assert not models.Volume.objects.exists()


def see_nothing_done(told: Story, head: str, files: set[Path]) -> None:
    """See that case, records and files are as they were."""
    told.known_case.refresh_from_db()
    assert (told.known_case.state, told.known_case.head) == ("terminated", head)
    assert not Dossier.objects.exists()
    assert stored() == files


def stored() -> set[Path]:
    """Return every file of the storage."""
    return {path for path in Path(default_storage.path("")).rglob("*") if path.is_file()}


def test_without_a_timestamp_nothing_is_sealed_and_later_it_is(told: Story, settings: Any) -> None:
    head, files = ended(told).known_case.head, stored()
    ours = settings.DOSSIER_TIMESTAMP
    settings.DOSSIER_TIMESTAMP = DEAD
    with pytest.raises(TryLater, match="时间戳服务没有给出可信的时间戳"):
        told.do("seal_dossier", ARCHIVIST)
    see_nothing_done(told, head, files)
    settings.DOSSIER_TIMESTAMP = ours
    told.do("seal_dossier", ARCHIVIST)
    assert proved(file_of(Dossier.objects.get().blob)).holds


def test_a_full_disk_leaves_no_half_a_file(told: Story, monkeypatch: pytest.MonkeyPatch) -> None:
    head, files = ended(told).known_case.head, stored()

    def half(storage: FileSystemStorage, name: str, content: Any) -> str:
        path = Path(storage.path(name))
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content.read()[:100])
        raise OSError(errno.ENOSPC, "No space left on device")

    with monkeypatch.context() as full:
        full.setattr(FileSystemStorage, "_save", half)
        with pytest.raises(OSError, match="No space left"):
            told.do("seal_dossier", ARCHIVIST)
    see_nothing_done(told, head, files)
    told.do("seal_dossier", ARCHIVIST)
    assert proved(file_of(Dossier.objects.get().blob)).holds


@pytest.mark.django_db
def test_a_part_that_a_killed_process_left_is_written_again() -> None:
    blob = keep(ContentFile(PAPER, name="表.txt")).blob
    file_of(blob).write_bytes(PAPER[:3])
    assert content_of(keep(ContentFile(PAPER, name="表.txt")).blob) == PAPER


def test_what_is_no_archive_file_is_not_sealed(
    told: Story, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("archive.dossier.bindery.faults", lambda _printed: ["PDF/A-3a 6.3.2-7"])
    refusal = see_refused(ended(told), "seal_dossier", ARCHIVIST, "dossier.checked")
    assert "PDF/A-3a 6.3.2-7" in refusal.sentences[0]


def test_it_is_sealed_once(told: Story, sealed: Dossier) -> None:
    with pytest.raises(WrongState):
        told.do("seal_dossier", ARCHIVIST, archival_code="0001-WS·2026-Y-ZFB-0002")
    assert Dossier.objects.get() == sealed


def test_an_outside_seal_lies_beside(sealed: Dossier, tmp_path: Path, capsys: Any) -> None:
    call_command("add_seal", sealed.archival_code)
    assert capsys.readouterr().out.encode() == manifest_of(sealed)
    seal = tmp_path / "district.sm2"
    seal.write_bytes(b"seal")  # invented
    call_command("add_seal", sealed.archival_code, str(seal))
    assert OutsideSeal.objects.get().manifest_digest == sealed.manifest_digest
    with packed(sealed) as file, zipfile.ZipFile(file) as package:
        assert package.read("seal-1-district.sm2") == b"seal"
        assert package.read("manifest.json") == manifest_of(sealed)
    with pytest.raises(DatabaseError), transaction.atomic():
        OutsideSeal.objects.all().delete()


@pytest.mark.parametrize(
    ("name", "data", "said"),
    [
        ("absent.sm2", None, "不是文件"),
        ("a.sm2", b"", "空文件"),
        ("a.sm2", b"0" * 2_000_000, "超过1MB"),
        ("印.sm2", b"seal", "文件名只能用英文字母和数字"),
    ],
)
def test_what_is_no_seal_is_told(
    sealed: Dossier, tmp_path: Path, name: str, data: bytes | None, said: str
) -> None:
    if data is not None:
        (tmp_path / name).write_bytes(data)
    with pytest.raises(CommandError, match=said):
        call_command("add_seal", sealed.archival_code, str(tmp_path / name))
    assert not OutsideSeal.objects.exists()


@pytest.mark.django_db
def test_a_dossier_that_is_not_there_is_told() -> None:
    with pytest.raises(CommandError, match="没有这个档号的卷宗"):
        call_command("add_seal", "0000")
