"""The four properties: what is sound passes every check, and each fault fails just its own."""

import io
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pikepdf
import pytest

from archive.keeping import properties
from archive.keeping.malware import Finding, ScannerFailed
from archive.keeping.properties import registry, run
from archive.keeping.subject import Ledger, Package, Subject
from archive.models import PropertyResult
from tests.subject import (
    DOCX,
    EICAR,
    METADATA,
    document,
    failing,
    file,
    files,
    image,
    outcomes,
    pdf,
    subject,
    told,
    with_file,
)


def gone() -> bytes:
    """Stand for a file that is no longer in the storage."""
    raise FileNotFoundError


def first(**changes: Any) -> Subject:
    """Return a sound subject, the first file of which is changed."""
    one, *others = files()
    return subject(files=(replace(one, **changes), *others))


def ledger(**changes: Any) -> Subject:
    """Return a sound subject, the ledger of which is changed."""
    return subject(ledger=replace(subject().ledger, **changes))


def flipped() -> Subject:
    data = bytearray(files()[2].read())
    data[-1] ^= 1
    return subject(files=(*files()[:2], replace(files()[2], read=lambda: bytes(data))))


def test_what_is_sound_fails_nothing() -> None:
    assert failing(subject()) == set()


def test_every_check_says_what_it_found() -> None:
    assert all(found.explanation for found in outcomes(subject()).values())
    assert all(str(item.title) and item.basis for item in registry.values())


def test_results_are_coded_by_stage_in_the_order_of_the_standard() -> None:
    codes = [result.code for result in run(subject())]
    assert codes[0] == "GD-ZS-1-1"
    assert [code[3:5] for code in codes] == sorted(
        (code[3:5] for code in codes), key=["ZS", "WZ", "KY", "AQ"].index
    )
    handed_over = subject(stage=PropertyResult.Stage.TRANSFER)
    assert all(result.code.startswith("YJ-") for result in run(handed_over))


FAULTS: dict[str, tuple[Callable[[], Subject], set[str]]] = {
    "one byte flipped": (flipped, {"ZS-1-1"}),
    "chain broken": (lambda: ledger(breaks=(3,)), {"ZS-1-1"}),
    "wrong size": (lambda: first(size=1), {"ZS-3-1"}),
    "a type that lies": (lambda: first(media_type="image/png"), {"ZS-3-1", "KY-2-1"}),
    "duplicate archival code": (lambda: subject(code_taken=True), {"ZS-2-7"}),
    "illegal character in a title": (
        lambda: subject(metadata=told(题名="措施\x07")), {"ZS-2-5"},
    ),
    "illegal character in a file's title": (lambda: first(title="a|b"), {"ZS-2-5"}),
    "a title too long": (lambda: subject(metadata=told(题名="长" * 121)), {"ZS-2-1"}),
    "a day that is none": (lambda: subject(metadata=told(日期="2026-6-1")), {"ZS-2-2"}),
    "retention Y5": (
        lambda: subject(metadata=told(保管期限="Y5", 档号="0001-WS·2026-Y5-ZFB-0001")),
        {"ZS-2-3"},
    ),
    "a code that says another term": (lambda: subject(metadata=told(保管期限="D10")), {"ZS-2-4"}),
    "an archival code of another form": (lambda: subject(metadata=told(档号="甲-1")), {"ZS-2-6"}),
    "a file of no act": (
        lambda: subject(files=(*files()[:2], replace(files()[2], seq=4))), {"ZS-3-2"},
    ),
    "dropped file": (lambda: subject(files=files()[:2]), {"WZ-1-1"}),
    "dropped row of the ledger": (
        lambda: ledger(numbers=(1, 2, 3)), {"WZ-1-1"},
    ),
    "gap in the ledger": (lambda: ledger(numbers=(1, 2, 4), length=3), {"WZ-2-3"}),
    "gap in item numbers": (
        lambda: subject(files=tuple(replace(one, position=one.position + 1) for one in files())),
        {"WZ-2-3"},
    ),
    "an element left out": (
        lambda: subject(metadata={k: v for k, v in METADATA.items() if k != "文件编号"}),
        {"WZ-2-1"},
    ),
    "empty responsible": (lambda: subject(metadata=told(责任者="")), {"WZ-2-2"}),
    "missing slip": (lambda: ledger(recorded=frozenset({1, 2})), {"WZ-3-1"}),
    "missing version of the draft": (lambda: subject(versions=(1, 3)), {"WZ-3-1"}),
    "content gone": (lambda: first(read=gone), {"WZ-4-1"}),
    "metadata that cannot be written": (
        lambda: subject(metadata=told(题名="\udc80")), {"KY-1-1", "ZS-2-5"},
    ),
    "encrypted PDF": (
        lambda: with_file(file("密.pdf", pdf(user="u", owner="o"), "application/pdf")),
        {"KY-2-1", "KY-4-1"},
    ),
    "PDF that opens and yet is encrypted": (
        lambda: with_file(file("密.pdf", pdf(user="", owner="o"), "application/pdf")), {"KY-4-1"},
    ),
    "PDF that is none": (
        lambda: with_file(file("坏.pdf", b"%PDF-1.7\n%%EOF\n", "application/pdf")), {"KY-2-1"},
    ),
    "picture cut short": (
        lambda: with_file(file("坏.png", image()[:-40], "image/png")), {"KY-2-1"},
    ),
    "docx as archive copy": (
        lambda: with_file(file("卷宗.docx", document(), DOCX), is_copy=True), {"KY-3-1", "WZ-1-1"},
    ),
    "zip with password": (
        lambda: with_file(file("密.docx", document(locked=True), DOCX)), {"KY-2-1", "KY-4-1"},
    ),
}  # fmt: skip


@pytest.mark.parametrize(("spoilt", "fails"), FAULTS.values(), ids=FAULTS)
def test_a_fault_fails_its_own_checks_and_no_other(
    spoilt: Callable[[], Subject], fails: set[str]
) -> None:
    assert failing(spoilt()) == fails


def test_every_check_that_can_fail_at_filing_is_failed_by_a_fault() -> None:
    """So that no check is left that nothing could ever fail."""
    failed = set().union(*(fails for _spoilt, fails in FAULTS.values()))
    only_of_packages = {"ZS-4-1", "WZ-4-2", "AQ-2-1"}
    elsewhere = {"ZS-1-2", "KY-5-1", "AQ-1-1"}
    assert set(registry) - failed == only_of_packages | elsewhere


def test_an_office_document_may_go_beside_the_archive_copy() -> None:
    beside = with_file(file("原稿.docx", document(), DOCX))
    assert failing(beside) == set()
    assert "1" in outcomes(beside)["KY-3-1"].explanation


def test_many_faults_are_counted_and_the_first_named() -> None:
    many = subject(ledger=Ledger(40, (40,), frozenset({2, 3}), frozenset({2, 3})))
    said = outcomes(many)["WZ-2-3"].explanation
    assert "第1条" in said
    assert "34" in said
    assert "第9条" not in said


# malware


def scanning(data: bytes) -> Finding:
    """Stand for a scanner that knows one name."""
    return Finding("Eicar-Test-Signature" if data == EICAR else "")


def test_without_a_scanner_it_is_said_and_nothing_is_promised() -> None:
    found = outcomes(subject())["AQ-1-1"]
    assert found.verdict == properties.Verdict.NOT_RUN
    assert "没有安装" in found.explanation


def test_malware_is_named_with_the_file() -> None:
    spoilt = replace(with_file(file("病毒.txt", EICAR, "text/plain")), scan=scanning)
    assert failing(spoilt) == {"AQ-1-1"}
    assert "病毒" in outcomes(spoilt)["AQ-1-1"].explanation
    assert "Eicar-Test-Signature" in outcomes(spoilt)["AQ-1-1"].explanation
    assert outcomes(subject(scan=scanning))["AQ-1-1"].holds


def test_a_dead_scanner_fails_and_is_asked_once() -> None:
    asked = []

    def dead(data: bytes) -> Finding:
        asked.append(data)
        raise ScannerFailed("没有应答")

    assert failing(subject(scan=dead)) == {"AQ-1-1"}
    assert len(asked) == 1


# signature


def test_a_copy_that_was_sealed_without_a_signature_is_said_to_have_none() -> None:
    copy = with_file(file("卷宗.pdf", pdf(), "application/pdf"), is_copy=True)
    assert outcomes(copy)["ZS-1-2"].verdict == properties.Verdict.NOT_APPLICABLE


def test_a_copy_that_has_lost_its_signature_fails() -> None:
    copy = with_file(file("卷宗.pdf", pdf(), "application/pdf"), is_copy=True, is_signed=True)
    assert "ZS-1-2" in failing(replace(copy, verify=lambda _pdf: ""))


@pytest.mark.parametrize(
    ("verify", "verdict"),
    [(None, "not_run"), (lambda _pdf: "", "holds"), (lambda _pdf: "签名无效", "fails")],
)
def test_a_signature_is_judged_by_the_verifier_that_is_given(verify: Any, verdict: str) -> None:
    out = io.BytesIO()
    with pikepdf.new() as made:
        made.add_blank_page()
        field = made.make_indirect(
            pikepdf.Dictionary(FT=pikepdf.Name.Sig, V=pikepdf.Dictionary(Contents=b"invented"))
        )
        made.Root.AcroForm = pikepdf.Dictionary(Fields=[field])
        made.save(out)
    signed = with_file(
        file("卷宗.pdf", out.getvalue(), "application/pdf"), is_copy=True, is_signed=True
    )
    assert outcomes(replace(signed, verify=verify))["ZS-1-2"].verdict == verdict


# packages


def packed(folder: Path, **changes: Any) -> Subject:
    """Return a sound subject in a package of two files, but for `changes`."""
    (folder / "data").mkdir()
    (folder / "bagit.txt").write_text("invented")
    (folder / "data" / "METS.xml").write_text("<mets/>")
    names = frozenset({"bagit.txt", "data/METS.xml"})
    return subject(package=replace(Package(folder, names), **changes))


def test_a_sound_package_fails_nothing(tmp_path: Path) -> None:
    assert failing(packed(tmp_path)) == set()


def test_a_package_that_disagrees_with_its_lists_fails(tmp_path: Path) -> None:
    assert failing(packed(tmp_path, faults=("data/METS.xml",))) == {"ZS-4-1"}


def test_a_stray_file_in_a_package_fails(tmp_path: Path) -> None:
    spoilt = packed(tmp_path)
    (tmp_path / "data" / "note.txt").write_text("invented")
    assert failing(spoilt) == {"AQ-2-1"}
    assert "data/note.txt" in outcomes(spoilt)["AQ-2-1"].explanation


def test_a_link_in_a_package_is_a_stray_file(tmp_path: Path) -> None:
    spoilt = packed(tmp_path)
    (tmp_path / "data" / "link").symlink_to("/etc/passwd")
    assert failing(spoilt) == {"AQ-2-1"}


def test_a_file_that_lacks_in_a_package_fails(tmp_path: Path) -> None:
    spoilt = packed(tmp_path)
    (tmp_path / "bagit.txt").unlink()
    assert failing(spoilt) == {"WZ-4-2"}


def test_metadata_that_is_no_xml_fails(tmp_path: Path) -> None:
    spoilt = packed(tmp_path)
    (tmp_path / "data" / "METS.xml").write_text("<mets>")
    assert failing(spoilt) == {"KY-1-1"}
