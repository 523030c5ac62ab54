"""A sealed dossier verifies; a tampered one names what was altered, and nothing else."""

import datetime as dt
import io
import json
import random
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
from django.test import override_settings
from pikepdf import Pdf
from pyhanko.pdf_utils.generic import pdf_name, pdf_string
from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter

from archive import signing
from archive.log.checkpoint import Checkpoint
from archive.log.signer import SignerKey, sign
from archive.verification.report import Outcome, Report
from archive.verification.verifying import verify
from decisions.canonical import canonical
from tests import specimens
from tests.specimens import ATTACHED, Kept, check_of, dossier, found, trust

FLIPS = 40
FUTURE = dt.datetime(2050, 1, 1, tzinfo=dt.UTC)


@pytest.fixture(scope="module")
def sealed(tmp_path_factory: pytest.TempPathFactory, keys: Path) -> Kept:
    return specimens.kept(tmp_path_factory.mktemp("sealed"))


def bent(sealed: Kept, tmp_path: Path, bend: specimens.Bend) -> Report:
    """Verify a dossier that was signed by us with a manifest that is false."""
    return sealed.verified(dossier(tmp_path / "bent.pdf", bend))


def appended(data: bytes, change: Any) -> bytes:
    """Add a revision after the signature."""
    writer = IncrementalPdfFileWriter(io.BytesIO(data))
    change(writer)
    out = io.BytesIO()
    writer.write(out)
    return out.getvalue()


def test_a_sealed_dossier_holds(sealed: Kept) -> None:
    report = sealed.verified()
    assert found(report) == {}
    assert report.outcome == Outcome.HOLDS
    assert report.verdict.zh == "这份卷宗自封存后没有被改动"
    assert report.about["title"] == "海珠区法治政府建设规划"
    unchecked = {check.id for check in report.checks if check.outcome == Outcome.UNCHECKED}
    assert unchecked == {"fork", "seal"}


def test_a_flipped_byte_never_holds(sealed: Kept, tmp_path: Path) -> None:
    chance = random.Random(20260314)  # noqa: S311  # the same flips each time
    places = [chance.randrange(len(sealed.data)) for _flip in range(FLIPS)]
    for place in places:
        data = bytearray(sealed.data)
        data[place] ^= 1 << chance.randrange(8)
        report = sealed.verified(sealed.tampered(tmp_path, bytes(data)))
        assert not report.readable or found(report), place


@pytest.mark.parametrize("where", ["padding", "certificate", "case of a digit"])
def test_a_byte_that_no_signature_covers_is_not_believed(
    sealed: Kept, tmp_path: Path, where: str
) -> None:
    """The last timestamp cannot cover itself, nor the certificates that come with it."""
    data, start = bytearray(sealed.data), sealed.data.rindex(b"/Contents <")
    if where == "padding":
        place = sealed.data.index(b">", start) - 1
    elif where == "certificate":
        root = trust().roots[0].dump().hex().upper().encode()
        place = sealed.data.index(root, start) + 300
    else:
        place = sealed.data.index(b"A", start + 20)
    another = b"1" if data[place : place + 1] == b"0" else b"0"
    data[place : place + 1] = b"a" if where == "case of a digit" else another
    report = sealed.verified(sealed.tampered(tmp_path, bytes(data)))
    assert set(found(report)) == {"timestamp"}


def test_a_flipped_byte_in_a_page_breaks_the_signature_alone(sealed: Kept, tmp_path: Path) -> None:
    data = sealed.data.replace(b"/MediaBox [ 0 0 595 842 ]", b"/MediaBox [ 0 0 595 843 ]", 1)
    assert data != sealed.data
    report = sealed.verified(sealed.tampered(tmp_path, data))
    assert found(report) == {"signature": "altered", "timestamp": "altered"}
    assert "演示卷宗签章" in check_of(report, "signature").said.zh


def test_a_file_saved_anew_is_told(sealed: Kept, tmp_path: Path) -> None:
    with Pdf.open(sealed.path) as pdf:
        pdf.save(tmp_path / "anew.pdf")
    report = sealed.verified(tmp_path / "anew.pdf")
    assert report.outcome == Outcome.ALTERED
    assert "signature" in found(report)
    assert "attachments" not in found(report)


def test_a_swapped_attachment_is_named_with_both_digests(sealed: Kept, tmp_path: Path) -> None:
    other = {**ATTACHED, "evidence-0001.pdf": b"x" * len(ATTACHED["evidence-0001.pdf"])}
    report = sealed.verified(dossier(tmp_path / "swapped.pdf", files=other))
    assert found(report) == {"attachments": "altered"}
    details = check_of(report, "attachments").details
    assert [detail.field.zh for detail in details] == ["摘要（SHA-256）", "摘要（SM3）"]
    assert details[0].item.zh == "集体讨论会议记录（evidence-0001.pdf）"
    assert details[0].before == specimens.sha256(ATTACHED["evidence-0001.pdf"])
    assert details[0].after == specimens.sha256(other["evidence-0001.pdf"])


@pytest.mark.parametrize(
    ("size", "told"),
    [
        (10, ["size (bytes)", "digest (SHA-256)", "digest (SM3)"]),
        # A longer one is not read to its end: of the whole there is no digest to tell.
        (5000, ["size (bytes)"]),
    ],
)
def test_an_attachment_of_another_size_is_told(
    sealed: Kept, tmp_path: Path, size: int, told: list[str]
) -> None:
    other = {**ATTACHED, "evidence-0002.txt": b"o" * size}
    report = sealed.verified(dossier(tmp_path / "longer.pdf", files=other))
    fields = [detail.field.en for detail in check_of(report, "attachments").details]
    assert fields == told


def test_a_missing_attachment_is_named(sealed: Kept, tmp_path: Path) -> None:
    fewer = {"evidence-0001.pdf": ATTACHED["evidence-0001.pdf"]}
    report = sealed.verified(dossier(tmp_path / "fewer.pdf", files=fewer))
    assert found(report) == {"attachments": "altered"}
    (detail,) = check_of(report, "attachments").details
    assert (detail.item.zh, detail.after) == ("意见汇总（evidence-0002.txt）", "")


def test_an_attachment_added_after_signing_is_named(sealed: Kept, tmp_path: Path) -> None:
    def add(writer: IncrementalPdfFileWriter) -> None:
        from pyhanko.pdf_utils.embed import EmbeddedFileObject, FileSpec, embed_file

        stream = EmbeddedFileObject.from_file_data(writer, data=b"later", compress=False)
        embed_file(writer, FileSpec("later.txt", "later.txt", embedded_data=stream))

    report = sealed.verified(sealed.tampered(tmp_path, appended(sealed.data, add)))
    assert found(report) == {"revisions": "altered", "attachments": "altered"}
    (detail,) = check_of(report, "revisions").details
    assert (detail.item.zh, detail.before) == ("附件 later.txt", "")
    assert detail.after == specimens.sha256(b"later")
    assert "字节" in check_of(report, "revisions").said.zh


def test_a_later_change_of_the_document_is_told(sealed: Kept, tmp_path: Path) -> None:
    def change(writer: IncrementalPdfFileWriter) -> None:
        writer.root[pdf_name("/Lang")] = pdf_string("en")
        writer.update_root()

    report = sealed.verified(sealed.tampered(tmp_path, appended(sealed.data, change)))
    assert found(report) == {"revisions": "altered"}


def test_bytes_after_the_end_are_told(sealed: Kept, tmp_path: Path) -> None:
    report = sealed.verified(sealed.tampered(tmp_path, sealed.data + b"% more\n"))
    assert report.outcome != Outcome.HOLDS


def test_a_renewed_dossier_holds(sealed: Kept, tmp_path: Path) -> None:
    path = sealed.tampered(tmp_path, sealed.data)
    signing.renew(path)
    report = sealed.verified(path)
    assert found(report) == {}
    assert "2个存档时间戳" in check_of(report, "timestamp").said.zh


def test_a_last_timestamp_that_has_ended_is_told(sealed: Kept) -> None:
    report = sealed.verified(at=FUTURE)
    assert found(report) == {"timestamp": "unknown"}
    assert "到期" in check_of(report, "timestamp").said.zh


def test_an_unknown_signer_is_named(sealed: Kept, tmp_path: Path) -> None:
    with override_settings(KEYS_DIR=tmp_path / "others"):
        path = dossier(tmp_path / "theirs.pdf")
    report = sealed.verified(path)
    assert found(report) == {"signature": "unknown", "timestamp": "unknown"}
    assert "不能确认是谁封存的" in check_of(report, "signature").said.zh


def test_a_file_without_a_signature_is_no_proof(sealed: Kept, tmp_path: Path) -> None:
    path = specimens.unsigned(tmp_path / "plain.pdf", canonical(specimens.manifest_of()))
    assert found(sealed.verified(path)) == {"signature": "unknown"}


def forged(manifest: dict[str, Any]) -> None:
    manifest["ledger"]["entries"][1]["at"] = "2026-01-01T02:00:00.000000+00:00"


def rehashed(manifest: dict[str, Any]) -> None:
    forged(manifest)
    row = manifest["ledger"]["entries"][1]
    row.update(specimens.row_digests(row))


def test_a_forged_row_is_named(sealed: Kept, tmp_path: Path) -> None:
    report = bent(sealed, tmp_path, forged)
    assert found(report) == {"ledger": "altered"}
    details = check_of(report, "ledger").details
    assert {detail.item.zh for detail in details} == {"台账第2条（deliberate）"}
    assert len(details) == 2


def test_a_forged_row_with_its_own_digests_breaks_the_chain(sealed: Kept, tmp_path: Path) -> None:
    report = bent(sealed, tmp_path, rehashed)
    assert found(report) == {"ledger": "altered"}
    assert check_of(report, "ledger").details[0].item.zh == "台账第3条（receive_comment）"


def test_a_ledger_forged_to_its_end_is_not_in_the_log(sealed: Kept, tmp_path: Path) -> None:
    def bend(manifest: dict[str, Any]) -> None:
        forged(manifest)
        rows = manifest["ledger"]["entries"]
        for before, row in pairwise(rows):
            row["previous_hash"] = before["hash"]
            row.update(specimens.row_digests(row))
        manifest["ledger"]["head"] = rows[-1]["hash"]

    assert found(bent(sealed, tmp_path, bend)) == {"log": "altered"}


def test_a_row_left_out_is_told(sealed: Kept, tmp_path: Path) -> None:
    report = bent(sealed, tmp_path, lambda manifest: manifest["ledger"]["entries"].pop(0))
    fields = [detail.field.zh for detail in check_of(report, "ledger").details]
    assert "记录号" in fields


def test_content_that_the_ledger_does_not_know_is_named(sealed: Kept, tmp_path: Path) -> None:
    def bend(manifest: dict[str, Any]) -> None:
        manifest["acts"][0]["content"]["fields"]["title"] = "另一个题名"

    report = bent(sealed, tmp_path, bend)
    assert found(report) == {"acts": "altered"}
    assert "台账第1条（propose）" in check_of(report, "acts").said.zh


def test_evidence_that_no_act_handed_in_is_named(sealed: Kept, tmp_path: Path) -> None:
    def bend(manifest: dict[str, Any]) -> None:
        manifest["evidence"][0]["title"] = "别的会议记录"

    assert found(bent(sealed, tmp_path, bend)) == {"acts": "altered"}


@pytest.mark.parametrize(
    ("name", "check"), [("volume-2.pdf", "volumes"), ("evidence-0003.mp4", "beside")]
)
def test_what_is_missing_or_altered_beside_is_named(
    sealed: Kept, tmp_path: Path, name: str, check: str
) -> None:
    for other in ("volume-2.pdf", "evidence-0003.mp4"):
        if other != name:
            (tmp_path / other).write_bytes((sealed.folder / other).read_bytes())
    report = sealed.verified(beside=tmp_path)
    assert found(report) == {check: "altered"}
    assert name in check_of(report, check).said.zh
    (tmp_path / name).write_bytes(b"other")
    assert found(sealed.verified(beside=tmp_path)) == {check: "altered"}


def test_what_was_not_handed_in_is_said_to_be_unchecked(sealed: Kept) -> None:
    report = verify(sealed.path, trust())
    assert report.outcome == Outcome.HOLDS
    assert check_of(report, "beside").outcome == Outcome.UNCHECKED
    assert check_of(report, "volumes").outcome == Outcome.UNCHECKED


def test_another_number_of_pages_is_told(sealed: Kept, tmp_path: Path) -> None:
    report = bent(sealed, tmp_path, lambda manifest: manifest.update(pages=3))
    assert found(report) == {"pages": "altered"}


def test_an_early_dossier_without_log_is_verified_as_far_as_it_goes(
    sealed: Kept, tmp_path: Path
) -> None:
    def bend(manifest: dict[str, Any]) -> None:
        manifest["format"], manifest["algorithm"] = "suyuan-dossier-1", "sha256"
        for left_out in ("log", "volumes", "algorithms"):
            del manifest[left_out]
        manifest["evidence"] = manifest["evidence"][:2]
        for file in manifest["evidence"]:
            del file["sm3"], file["beside"]
        content = manifest["acts"][1]["content"]
        content["evidence"] = content["evidence"][:2]
        manifest["ledger"]["entries"] = specimens.chained(manifest["acts"])
        for row in manifest["ledger"]["entries"]:
            del row["sm3"]
        manifest["ledger"]["head"] = manifest["ledger"]["entries"][-1]["hash"]

    report = bent(sealed, tmp_path, bend)
    assert found(report) == {}
    assert check_of(report, "log").outcome == Outcome.UNCHECKED


def note_of(size: int, key: SignerKey = specimens.LOG, origin: str = specimens.ORIGIN) -> str:
    return str(sign(str(Checkpoint(origin, size, b"\7" * 32)), key))


def test_a_fork_is_told(sealed: Kept) -> None:
    report = sealed.verified(trust=trust(checkpoints=[note_of(specimens.BEFORE + 1)]))
    assert found(report) == {"fork": "altered"}
    assert "日志分叉了" in check_of(report, "fork").said.zh


def test_the_published_checkpoint_is_no_fork(sealed: Kept) -> None:
    published = specimens.manifest_of()["log"]["checkpoint"]
    report = sealed.verified(trust=trust(checkpoints=[published]))
    assert check_of(report, "fork").outcome == Outcome.HOLDS


def test_checkpoints_of_other_sizes_prove_nothing_offline(sealed: Kept) -> None:
    report = sealed.verified(trust=trust(checkpoints=[note_of(4), note_of(400)]))
    assert check_of(report, "fork").outcome == Outcome.UNCHECKED
    assert "不能证明" in check_of(report, "fork").said.zh


def test_a_copy_of_the_log_shows_consistency_and_forks(sealed: Kept, tmp_path: Path) -> None:
    from archive.log.merkle import leaf_hash, of_leaves, root

    entries = [f"other {n}".encode() for n in range(specimens.BEFORE)]
    row = specimens.manifest_of()["ledger"]["entries"][-1]
    hashes = [leaf_hash(entry) for entry in (*entries, f"{row['hash']} {row['sm3']}".encode())]
    (tmp_path / "tile/0/000.p").mkdir(parents=True)
    (tmp_path / "tile/0/000.p/6").write_bytes(b"".join(hashes))
    honest = str(
        sign(str(Checkpoint(specimens.ORIGIN, 4, root(4, of_leaves(hashes)))), specimens.LOG)
    )
    for known, outcome in ((honest, Outcome.HOLDS), (note_of(4), Outcome.ALTERED)):
        report = sealed.verified(trust=trust(checkpoints=[known]), tiles=tmp_path)
        assert check_of(report, "fork").outcome == outcome


def test_an_unknown_log_is_no_proof(sealed: Kept) -> None:
    report = sealed.verified(trust=trust(logs=[]))
    assert found(report) == {"log": "unknown"}


def test_a_false_signature_of_a_known_log_is_told(sealed: Kept) -> None:
    other = {"origin": specimens.ORIGIN, "key": str(SignerKey.make(specimens.ORIGIN).verifier)}
    assert found(sealed.verified(trust=trust(logs=[other]))) == {"log": "altered"}


@pytest.mark.parametrize("field", ["index", "proof"])
def test_a_false_proof_is_told(sealed: Kept, tmp_path: Path, field: str) -> None:
    def bend(manifest: dict[str, Any]) -> None:
        manifest["log"][field] = 2 if field == "index" else []

    assert found(bent(sealed, tmp_path, bend)) == {"log": "altered"}


def test_a_dossier_without_proof_is_no_proof(sealed: Kept, tmp_path: Path) -> None:
    assert found(bent(sealed, tmp_path, lambda m: m.update(log=None))) == {"log": "unknown"}


def test_the_report_is_json_in_both_languages(sealed: Kept) -> None:
    told = sealed.verified().plain()
    assert json.loads(json.dumps(told)) == told
    assert all(check["said"]["en"] and check["said"]["zh"] for check in told["checks"])
