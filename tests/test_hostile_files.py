"""Whatever is handed in to be verified: a sentence, no crash, bounded memory and time."""

import io
import json
import zipfile
import zlib
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pikepdf
import pytest
from pikepdf import Array, Dictionary, Name, Pdf

from archive.verification import beside, inside, limits, reading
from archive.verification.apart import Asked, verified
from archive.verification.names import plain_name
from archive.verification.report import Outcome
from archive.verification.strict import Unusable, read
from archive.verification.trust import Trust
from archive.verification.verifying import verify
from decisions.canonical import canonical
from tests import specimens
from tests.specimens import check_of, trust

BOMB = 200 * 1024 * 1024


def unreadable(path: Path) -> str:
    report = verify(path, trust())
    assert not report.readable
    assert report.outcome == Outcome.UNKNOWN
    (check,) = report.checks
    return check.said.zh


def written(tmp_path: Path, data: bytes) -> Path:
    path = tmp_path / "hostile.pdf"
    path.write_bytes(data)
    return path


def made(tmp_path: Path, **save: Any) -> Path:
    path = tmp_path / "made.pdf"
    with Pdf.new() as pdf:
        pdf.add_blank_page()
        pdf.save(path, **save)
    return path


def with_manifest(tmp_path: Path, manifest: bytes) -> Any:
    path = specimens.unsigned(tmp_path / "unsigned.pdf", manifest)
    return check_of(verify(path, trust()), "manifest")


@pytest.mark.parametrize(
    ("data", "said"),
    [(b"", "文件是空的"), (b"hello", "这不是PDF文件"), (b"%PDF-1.7\nrubbish", "PDF的结构坏了"),
     (b"PK\3\4 a zip", "这不是PDF文件"), (b"%PDF-1.7\n" + b"<<" * 100_000, "PDF的结构坏了")],
)  # fmt: skip
def test_what_is_no_pdf_is_refused(tmp_path: Path, data: bytes, said: str) -> None:
    assert said in unreadable(written(tmp_path, data))


def test_a_file_that_is_not_there_is_refused(tmp_path: Path) -> None:
    assert "打不开" in unreadable(tmp_path / "none.pdf")
    assert "打不开" in unreadable(tmp_path)


@pytest.mark.parametrize("user", ["", "secret"])
def test_an_encrypted_pdf_is_refused(tmp_path: Path, user: str) -> None:
    path = made(tmp_path, encryption=pikepdf.Encryption(owner="owner", user=user))
    assert "加了密" in unreadable(path)


def test_a_truncated_dossier_is_refused(tmp_path: Path) -> None:
    data = specimens.unsigned(tmp_path / "whole.pdf", b"{}").read_bytes()
    assert "可能没有传完" in unreadable(written(tmp_path, data[: len(data) // 2]))


def test_two_gigabytes_are_refused_unread(tmp_path: Path) -> None:
    path = written(tmp_path, b"%PDF-1.7\n")
    with path.open("r+b") as file:
        file.truncate(2 * 1024**3)
    assert "超过1024 MB的上限" in unreadable(path)


def test_too_many_objects_are_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(reading, "MOST_OBJECTS", 1)
    assert "个对象，超过1个的上限" in unreadable(made(tmp_path))


def test_a_million_objects_end_within_the_limits(tmp_path: Path) -> None:
    """They are claimed by one cross-reference table; each of them is free."""
    rows = b"0000000000 65535 f \n" * 1_200_000
    start = len(b"%PDF-1.7\n")
    data = b"%PDF-1.7\nxref\n0 1200000\n" + rows + b"trailer\n<< /Size 1200000 >>\n"
    path = written(tmp_path, data + b"startxref\n%d\n%%%%EOF\n" % start)
    unreadable(path)


def test_pages_that_contain_themselves_are_no_loop(tmp_path: Path) -> None:
    path = tmp_path / "loop.pdf"
    with Pdf.new() as pdf:
        pdf.add_blank_page()
        pdf.Root.Pages.Kids.append(pdf.Root.Pages)
        pdf.save(path)
    assert verify(path, trust()).outcome != Outcome.HOLDS


def test_names_that_contain_themselves_are_no_loop(tmp_path: Path) -> None:
    path = tmp_path / "loop.pdf"
    with Pdf.new() as pdf:
        pdf.add_blank_page()
        tree = pdf.make_indirect(Dictionary())
        tree.Kids = Array([tree])
        pdf.Root.Names = Dictionary(EmbeddedFiles=tree)
        pdf.save(path)
    assert verify(path, trust()).outcome != Outcome.HOLDS


def test_an_attachment_that_is_a_bomb_is_not_unpacked(tmp_path: Path) -> None:
    squeeze = zlib.compressobj(9)
    packed = b"".join(squeeze.compress(bytes(1024 * 1024)) for _mb in range(BOMB >> 20))
    packed += squeeze.flush()
    with Pdf.new() as pdf:
        stream = pdf.make_stream(b"")
        stream.write(packed, filter=Name.FlateDecode)
        assert sum(map(len, inside.chunks("bomb", stream, 5000))) == 5001
        with pytest.raises(Unusable):
            inside.content("manifest.json", stream, limits.MOST_MANIFEST)


@pytest.mark.parametrize("packing", [Name.LZWDecode, Array([Name.FlateDecode, Name.FlateDecode])])
def test_an_attachment_packed_otherwise_is_not_unpacked(packing: Any) -> None:
    with Pdf.new() as pdf:
        stream = pdf.make_stream(b"")
        stream.write(b"x", filter=packing)
        with pytest.raises(Unusable, match="not known"):
            list(inside.chunks("odd", stream))


@pytest.mark.parametrize(
    ("data", "said"),
    [(b"no json", "不是规范的JSON"), (b'{"a":1,"a":2}', "写了两次"), (b'{"a":NaN}', "不允许的数"),
     (b'{"a":1.5}', "不允许的数"), (b'{ "a":1}', "字节不是规范形式"), (b"[" * 100_000, "JSON"),
     (b'{"a":"\\ud800"}', "JSON"), (b'{"a":' + b"9" * 10_000 + b"}", "JSON"), (b"\xff", "JSON")],
)  # fmt: skip
def test_a_manifest_that_is_not_canonical_is_refused(
    tmp_path: Path, data: bytes, said: str
) -> None:
    with pytest.raises(Unusable) as refusal:
        read(data)
    assert said in refusal.value.said.zh
    check = with_manifest(tmp_path, data)
    assert check.outcome == Outcome.ALTERED
    assert said in check.said.zh


Bend = Callable[[dict[str, Any]], Any]


@pytest.mark.parametrize(
    ("bend", "said"),
    [
        (lambda m: m.update(format="suyuan-dossier-9"), "格式“suyuan-dossier-9”不认识"),
        (lambda m: m.update(ledger=[]), "“ledger”缺失"),
        (lambda m: m["ledger"].update(entries={}), "“ledger.entries”缺失"),
        (lambda m: m["ledger"].update(entries=["row"]), "“ledger.entries[0]”缺失"),
        (lambda m: m["evidence"][0].update(size=-1), "“evidence[0].size”缺失"),
        (lambda m: m["evidence"][0].update(size=True), "“evidence[0].size”缺失"),
        (lambda m: m["evidence"][0].update(attachment="../../etc/passwd"), "卷宗之外的文件名"),
        (lambda m: m["evidence"][2].update(beside="/etc/passwd"), "卷宗之外的文件名"),
        (lambda m: m["volumes"][0].update(file="C:\\windows\\win.ini"), "卷宗之外的文件名"),
        (lambda m: m["volumes"][0].update(file="evidence-0001.pdf"), "写了两次"),
        (lambda m: m["volumes"][0].update(file="manifest.json"), "写了两次"),
        (lambda m: m["evidence"][0].update(attachment=None), "也没有说在哪里"),
    ],
)
def test_a_manifest_that_names_what_it_may_not_is_refused(
    tmp_path: Path, bend: Bend, said: str
) -> None:
    manifest = specimens.manifest_of()
    bend(manifest)
    check = with_manifest(tmp_path, canonical(manifest))
    assert check.outcome == Outcome.ALTERED
    assert said in check.said.zh


@pytest.mark.parametrize("part", ["entries", "acts"])
def test_rows_and_acts_of_any_kind_are_judged(tmp_path: Path, part: str) -> None:
    manifest = specimens.manifest_of()
    holder = manifest["ledger"] if part == "entries" else manifest
    holder[part] = [{}, {"seq": []}, {"seq": True, "act": {}}, {"seq": 1, "content": [[]]}]
    path = specimens.unsigned(tmp_path / "odd.pdf", canonical(manifest))
    assert verify(path, trust()).outcome == Outcome.ALTERED


@pytest.mark.parametrize(
    "name", ["", ".", "..", "../a", "/a", "a/b", "a\\b", "C:a", "a\n", "a.", " a", "a\0", "a" * 300]
)
def test_a_name_that_leads_elsewhere_is_no_name(name: str) -> None:
    assert not plain_name(name)


def package(tmp_path: Path, *files: tuple[str, bytes], packed: int = zipfile.ZIP_STORED) -> Path:
    path = tmp_path / "package.zip"
    with zipfile.ZipFile(path, "w", packed) as out:
        for name, data in files:
            out.writestr(zipfile.ZipInfo(name), data, compress_type=packed)
    return path


@pytest.mark.parametrize("name", ["../evidence-0003.mp4", "/etc/passwd", "a/b/c", "a\\..\\b"])
def test_a_package_that_leads_outside_is_refused(tmp_path: Path, name: str) -> None:
    with (
        pytest.raises(Unusable, match="outside"),
        beside.opened(package(tmp_path, (name, b"x"))),
    ):
        pass


@pytest.mark.filterwarnings("ignore:Duplicate name")
def test_a_package_with_a_name_twice_is_refused(tmp_path: Path) -> None:
    twice = package(tmp_path, ("a/x.mp4", b"1"), ("b/x.mp4", b"2"))
    with pytest.raises(Unusable, match="two files"), beside.opened(twice):
        pass


def test_a_package_that_is_none_is_refused(tmp_path: Path) -> None:
    with pytest.raises(Unusable, match="cannot be opened"), beside.opened(written(tmp_path, b"x")):
        pass


def test_a_bomb_in_a_package_is_not_unpacked(tmp_path: Path) -> None:
    path = package(tmp_path, ("evidence-0003.mp4", bytes(BOMB)), packed=zipfile.ZIP_DEFLATED)
    with beside.opened(path) as found, pytest.raises(Unusable, match="bomb"):
        found.read("evidence-0003.mp4")


def test_a_whole_package_serves_as_a_folder(tmp_path: Path) -> None:
    files = {**specimens.BESIDE, **specimens.VOLUME, "seal-1-a.sig": b"seal"}
    path = specimens.unsigned(tmp_path / "d.pdf", canonical(specimens.manifest_of()))
    report = verify(path, trust(), beside=package(tmp_path, *files.items()))
    assert check_of(report, "beside").outcome == Outcome.HOLDS
    assert check_of(report, "volumes").outcome == Outcome.HOLDS
    assert "seal-1-a.sig" in check_of(report, "seal").said.zh


def test_a_link_beside_is_not_followed(tmp_path: Path) -> None:
    (tmp_path / "secret").write_bytes(b"secret")
    (tmp_path / "volume-2.pdf").symlink_to(tmp_path / "secret")
    assert not beside.Folder(tmp_path).has("volume-2.pdf")


@pytest.mark.parametrize(
    "data",
    [b"", b"{}", b"[]", b'{"format":"other"}', canonical({"format": "suyuan-trust-1"}),
     canonical({"format": "suyuan-trust-1", "organ": "", "roots": ["x"], "logs": [],
                         "witnesses": [], "checkpoints": []}),
     canonical({"format": "suyuan-trust-1", "organ": "", "roots": [], "logs": [],
                         "witnesses": ["x"], "checkpoints": []})],
)  # fmt: skip
def test_a_trust_file_that_is_none_is_refused(data: bytes) -> None:
    with pytest.raises(Unusable, match="trust file"):
        Trust.parse(data)


def test_a_checkpoint_of_no_trusted_log_makes_no_trust() -> None:
    published = specimens.manifest_of()["log"]["checkpoint"]
    with pytest.raises(Unusable, match="not signed"):
        trust(logs=[], checkpoints=[published])


def test_what_breaks_the_process_ends_in_a_report(tmp_path: Path) -> None:
    """A process that is given next to no memory cannot even begin."""
    (tmp_path / "trust.json").write_bytes(specimens.trust_file())
    path = specimens.unsigned(tmp_path / "d.pdf", b"{}")
    report = verified(Asked(str(path), str(tmp_path / "trust.json"), memory=50 * 1024 * 1024))
    assert report["readable"] is False
    assert "超过上限" in report["checks"][0]["said"]["zh"]


def test_a_bomb_within_the_structure_ends_in_a_report(tmp_path: Path) -> None:
    """An object stream of a gigabyte of blanks, packed to a few megabytes."""
    squeeze, out = zlib.compressobj(1), io.BytesIO()
    out.write(squeeze.compress(b"1 0 "))
    for _mb in range(1024):
        out.write(squeeze.compress(b" " * (1024 * 1024)))
    out.write(squeeze.flush())
    bomb = out.getvalue()
    head = (
        b"%%PDF-1.7\n3 0 obj\n<< /Type /ObjStm /N 1 /First 4 /Filter /FlateDecode /Length %d >>\n"
    )
    data = head % len(bomb) + b"stream\n" + bomb + b"\nendstream\nendobj\n"
    table = b"\1\0\0\0\0\0" + b"\2\0\0\0\3\0" + b"\0\0\0\0\0\0" + b"\1\0\0\0\x09\0"
    start = len(data)
    data += b"4 0 obj\n<< /Type /XRef /Size 4 /W [1 4 1] /Root 1 0 R /Length %d >>\nstream\n" % len(
        table
    )
    data += table + b"\nendstream\nendobj\nstartxref\n%d\n%%%%EOF\n" % start
    (tmp_path / "trust.json").write_bytes(specimens.trust_file())
    path = written(tmp_path, data)
    report = verified(
        Asked(str(path), str(tmp_path / "trust.json"), memory=700_000_000, seconds=30)
    )
    assert report["readable"] is False
    assert json.dumps(report)
