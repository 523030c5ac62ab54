"""The package for the state archive: valid, whole, the same every time; and its receipt."""

import hashlib
import io
import json
from pathlib import Path
from typing import Any

import bagit
import pytest
from django.core.files.base import ContentFile
from django.core.files.storage import default_storage
from django.core.management import CommandError, call_command
from lxml import etree

from archive.keeping.receipt import LARGEST, Unreadable, parse
from archive.models import PropertyResult
from decisions.evidence import keep
from decisions.models import Evidence, Transfer, TransferReceipt
from tests.refusals import see_refused
from tests.story import Story

pytestmark = pytest.mark.usefixtures("stamped")
CODE = "0001-WS·2026-Y-ZFB-0001"
PREMIS = {"p": "http://www.loc.gov/premis/v3"}
METS = {"m": "http://www.loc.gov/METS/", "x": "http://www.w3.org/1999/xlink"}


def transferred(told: Story) -> Transfer:
    """Tell the story to the transfer of a dossier with two files of evidence."""
    told.before("close_case")
    papers = [keep(ContentFile(text.encode(), name=f"{text}.txt")) for text in ("总结", "附表")]
    told.do("close_case", "chenhaining", attachments=papers)
    told.told += 1
    told.until("transfer_dossier")
    return Transfer.objects.get(case=told.case)


def exported(folder: Path, *options: str) -> Path:
    """Export the package; return its folder."""
    out = io.StringIO()
    call_command("export_package", CODE, str(folder), *options, stdout=out)
    (found,) = (path for path in folder.iterdir() if path.is_dir())
    assert str(found) in out.getvalue()
    return found


@pytest.fixture
def package(stamped: None, told: Story, tmp_path: Path) -> Path:
    """Transfer a dossier, and export its package."""
    transferred(told)
    return exported(tmp_path)


def tree(path: Path) -> Any:
    """Read an XML file."""
    return etree.parse(path)


def test_it_is_a_valid_bag(package: Path) -> None:
    bag = bagit.Bag(str(package))
    assert bag.is_valid()
    assert set(bag.algorithms) == {"sha256", "sha512"}
    assert bag.info["External-Identifier"] == CODE
    assert bag.has_oxum()


def test_its_digest_is_on_record(package: Path) -> None:
    listed = (package / "tagmanifest-sha512.txt").read_bytes()
    digest = f"sha512:{hashlib.sha512(listed).hexdigest()}"
    assert Transfer.objects.get().package_digest == digest


def test_it_is_the_same_again_though_the_case_went_on(
    told: Story, package: Path, tmp_path: Path
) -> None:
    told.do("open_inquiry", "zhouhuimin", days=1)
    told.do("seal_supplement", "liangqiuyue", days=1)
    (tmp_path / "again").mkdir()
    again = exported(tmp_path / "again")
    names = sorted(str(path.relative_to(package)) for path in package.rglob("*") if path.is_file())
    assert names == sorted(str(p.relative_to(again)) for p in again.rglob("*") if p.is_file())
    assert all((package / n).read_bytes() == (again / n).read_bytes() for n in names)


def test_it_holds_dossier_evidence_and_what_describes_them(package: Path) -> None:
    names = {str(path.relative_to(package / "data")) for path in package.rglob("data/**/*.*")}
    assert names == {
        "METS.xml", "content/dossier.pdf", "evidence/evidence-0001.txt",
        "evidence/evidence-0002.txt", "metadata/descriptive/dossier.xml",
        "metadata/preservation/premis.xml",
    }  # fmt: skip
    assert (package / "data/evidence/evidence-0001.txt").read_text() == "总结"


def test_premis_tells_objects_events_and_agents(package: Path) -> None:
    found = tree(package / "data/metadata/preservation/premis.xml")
    data = (package / "data/content/dossier.pdf").read_bytes()
    digests = found.xpath("//p:object[1]//p:messageDigest/text()", namespaces=PREMIS)
    assert digests == [hashlib.new(name, data).hexdigest() for name in ("sha256", "sm3")]
    assert found.getroot().get("version") == "3.0"
    kinds = set(found.xpath("//p:eventType/text()", namespaces=PREMIS))
    assert {"sealing", "fixity check", "virus check", "validation", "transfer"} <= kinds
    agents = found.xpath("//p:agentIdentifierValue/text()", namespaces=PREMIS)
    linked = found.xpath("//p:linkingAgentIdentifierValue/text()", namespaces=PREMIS)
    assert set(linked) <= set(agents)
    assert len(agents) == len(set(agents))
    ids = found.xpath("//p:eventIdentifierValue/text()", namespaces=PREMIS)
    assert len(ids) == len(set(ids))


def test_mets_points_to_every_file_and_each_is_there(package: Path) -> None:
    found = tree(package / "data/METS.xml")
    links = found.xpath("//m:fileSec//m:FLocat/@x:href", namespaces=METS)
    assert sorted(links) == [
        "content/dossier.pdf", "evidence/evidence-0001.txt", "evidence/evidence-0002.txt",
    ]  # fmt: skip
    sums = found.xpath("//m:file/@CHECKSUM", namespaces=METS)
    there = {hashlib.sha256((package / "data" / one).read_bytes()).hexdigest() for one in links}
    assert set(sums) == there
    described = found.xpath("//m:mdRef/@x:href", namespaces=METS)
    assert described
    assert all((package / "data" / one).exists() for one in described)
    assert not found.xpath("//@LASTMODDATE")


def test_metadata_has_the_names_of_the_standard(package: Path) -> None:
    root = tree(package / "data/metadata/descriptive/dossier.xml").getroot()
    assert root.findtext("档号") == CODE
    assert root.findtext("保管期限") == "Y"
    assert root.findtext("附件数") == "2"
    assert [one.findtext("件号") for one in root.findall("件")] == ["0001", "0002", "0003"]
    assert root.findall("件")[1].findtext("原文件名") == "总结.txt"


def test_each_check_at_filing_and_at_transfer_has_its_stored_result(told: Story) -> None:
    transferred(told)
    for stage, prefix in (("filing", "GD-"), ("transfer", "YJ-")):
        rows = PropertyResult.objects.filter(stage=stage)
        assert rows.count() == len({row.code for row in rows}) > 20
        assert all(row.code.startswith(prefix) and row.explanation for row in rows)
        assert not rows.filter(outcome="fails").exists()


def test_a_file_that_is_altered_bars_the_transfer(told: Story) -> None:
    """`transfer.checked`."""
    told.until("seal_dossier")
    path = dossier_path(told)
    with default_storage.open(path) as kept:
        whole = kept.read()
    default_storage.delete(path)
    default_storage.save(path, ContentFile(whole + b"\n"))
    refused = see_refused(told, "transfer_dossier", "liangqiuyue", "transfer.checked")
    assert any("YJ-ZS-1-1" in one for one in refused.sentences)


def test_a_file_that_is_gone_bars_the_transfer(told: Story) -> None:
    """`transfer.checked`."""
    told.until("seal_dossier")
    default_storage.delete(dossier_path(told))
    refused = see_refused(told, "transfer_dossier", "liangqiuyue", "transfer.checked")
    assert any("没有做成" in one for one in refused.sentences)


def dossier_path(told: Story) -> str:
    """Return where the dossier's file is kept."""
    from archive.models import Dossier

    return Dossier.objects.get(case=told.case).blob.path


# the command


def test_what_was_not_handed_over_is_not_exported(told: Story, tmp_path: Path) -> None:
    told.until("seal_dossier")
    with pytest.raises(CommandError, match="还没有移交"):
        call_command("export_package", CODE, str(tmp_path))
    with pytest.raises(CommandError, match="没有档号"):
        call_command("export_package", "no-such-code", str(tmp_path))
    assert list(tmp_path.iterdir()) == []


def test_nothing_is_written_over(package: Path) -> None:
    with pytest.raises(CommandError, match="不能新建"):
        call_command("export_package", CODE, str(package.parent))
    assert bagit.Bag(str(package)).is_valid()


def test_another_package_than_the_one_handed_over_is_not_exported(
    told: Story, tmp_path: Path
) -> None:
    transferred(told)
    path = Evidence.objects.filter(case=told.case).latest("pk").blob.path
    default_storage.delete(path)
    default_storage.save(path, ContentFile("改过".encode()))
    with pytest.raises(CommandError, match="不一致"):
        call_command("export_package", CODE, str(tmp_path))
    assert list(tmp_path.iterdir()) == []


def test_a_trust_file_goes_beside_the_package(told: Story, tmp_path: Path) -> None:
    transferred(told)
    trust, folder = tmp_path / "own.json", tmp_path / "out"
    trust.write_text("{}")
    package = exported(folder, "--trust", str(trust))
    assert (folder / "trust.json").read_text() == "{}"
    assert bagit.Bag(str(package)).is_valid()


# the receipt


def said(told: Story, **changes: Any) -> dict[str, Any]:
    """Return what the archive's receipt says, but for `changes`."""
    return {**json.loads(told.data("receive_transfer_receipt")["document"]), **changes}


def test_a_receipt_is_taken_in_as_json_or_xml(told: Story) -> None:
    transferred(told)
    document = "".join(f"<{name}>{value}</{name}>" for name, value in said(told).items())
    document = f"<?xml version='1.0' encoding='UTF-8'?><receipt>{document}</receipt>"
    told.do("receive_transfer_receipt", "liangqiuyue", document=document)
    receipt = TransferReceipt.objects.get()
    assert (receipt.number, receipt.archive) == ("海馆收〔2026〕1号", "海珠区档案馆")
    assert receipt.package_digest == Transfer.objects.get().package_digest


@pytest.mark.parametrize(
    "changes",
    [{"package_digest": "sha512:" + "0" * 128}, {"archival_code": "0001-WS·2026-Y-ZFB-0002"}],
    ids=["another package", "another dossier"],
)
def test_a_receipt_of_something_else_is_refused(told: Story, changes: dict[str, str]) -> None:
    """`receipt.agrees`."""
    transferred(told)
    document = json.dumps(said(told, **changes))
    see_refused(
        told, "receive_transfer_receipt", "liangqiuyue", "receipt.agrees", document=document
    )


def test_a_transfer_has_one_receipt(told: Story) -> None:
    """`receipt.once`."""
    told.until("seal_dossier")
    document = json.dumps(said(told, package_digest=f"sha512:{'0' * 128}", archival_code=CODE))
    see_refused(told, "receive_transfer_receipt", "liangqiuyue", "receipt.once", document=document)
    told.until("transfer_dossier")
    told.do("receive_transfer_receipt", "liangqiuyue")
    see_refused(told, "receive_transfer_receipt", "liangqiuyue", "receipt.once")


def test_what_is_no_receipt_is_refused_and_says_why(told: Story) -> None:
    """`receipt.readable`."""
    transferred(told)
    refused = see_refused(
        told, "receive_transfer_receipt", "liangqiuyue", "receipt.readable", document="收到了。"
    )
    assert any("JSON" in one for one in refused.sentences)


DIGEST = f"sha512:{'a' * 128}"
PLAIN = {
    "number": "1", "archive": "馆", "archival_code": CODE, "package_digest": DIGEST,
    "received_on": "2026-07-01",
}  # fmt: skip
BOMB = (
    '<!DOCTYPE r [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;">]><r><number>&b;</number></r>'
)
OUTSIDE = '<!DOCTYPE r [<!ENTITY f SYSTEM "file:///etc/passwd">]><r><number>&f;</number></r>'


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("", "JSON"), ("收到了。", "JSON"), ("[1]", "JSON"), ("<r>", "XML"), ("\x00", "JSON"),
        ("[" * 5000, "JSON"), ('"' + "x" * LARGEST + '"', "太长"), ("{}", "缺少"),
        (BOMB, "声明"), (OUTSIDE, "声明"),
        *((json.dumps({**PLAIN, name: value}), name) for name, value in (
            ("number", "../../etc/passwd"), ("number", "x" * 41), ("number", ""),
            ("archive", "a\nb"), ("archival_code", "../0001"), ("archival_code", "甲"),
            ("package_digest", "sha256:00"), ("package_digest", "../../data"),
            ("package_digest", DIGEST.upper()), ("received_on", "昨天"),
        )),
        *((json.dumps({**PLAIN, name: None}), name) for name in PLAIN),
        (json.dumps({**PLAIN, "package_digest": [DIGEST]}), "package_digest"),
    ],
)  # fmt: skip
def test_a_hostile_receipt_is_told_what_is_wrong(text: str, why: str) -> None:
    with pytest.raises(Unreadable, match=why):
        parse(text)


def test_a_plain_receipt_is_read() -> None:
    assert parse(json.dumps(PLAIN)).archival_code == CODE
