"""Small sealed dossiers, made as the real ones are and signed with keys of the tests."""

import datetime as dt
import hashlib
import json
from base64 import b64encode
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from pikepdf import Array, AttachedFileSpec, Name, Pdf

from archive import signing
from archive.log.checkpoint import Checkpoint
from archive.log.leaf import leaf
from archive.log.merkle import inclusion_proof, leaf_hash, of_leaves, root
from archive.log.note import COSIGNATURE
from archive.log.signer import SignerKey, sign
from archive.verification.digests import sm3_of
from archive.verification.report import Check, Outcome, Report
from archive.verification.trust import Trust
from archive.verification.verifying import verify
from decisions.canonical import canonical, digest

ORIGIN = "suyuan.example/log"
LOG, WITNESS = SignerKey.make(ORIGIN), SignerKey.make("witness.example", COSIGNATURE)
ATTACHED = {  # invented
    "evidence-0001.pdf": b"%PDF-1.7 meeting " * 40, "evidence-0002.txt": b"opinions\n" * 30,
}  # fmt: skip
BESIDE = {"evidence-0003.mp4": b"film " * 400}  # invented
VOLUME = {"volume-2.pdf": b"%PDF-1.7 second volume"}  # invented
TITLES = {"evidence-0001.pdf": "集体讨论会议记录", "evidence-0002.txt": "意见汇总"}
FIXED = dt.datetime(2026, 1, 4, 2, tzinfo=dt.UTC)
BEFORE = 5
"""Rows of other cases in the log."""

Bend = Callable[[dict[str, Any]], None]


def row_digests(row: Mapping[str, Any]) -> dict[str, str]:
    data = canonical({name: value for name, value in row.items() if name not in ("hash", "sm3")})
    return {"hash": digest(data), "sm3": sm3_of(data)}


def listed(name: str, data: bytes, position: int) -> dict[str, Any]:
    inside = name not in BESIDE
    return {
        "attachment": name if inside else None, "beside": None if inside else name, "seq": 2,
        "position": position, "title": TITLES.get(name, "现场录像"), "filename": f"原件{name}",
        "media_type": "application/octet-stream", "size": len(data), "digest": digest(data),
        "sm3": sm3_of(data),
    }  # fmt: skip


def chained(acts: list[dict[str, Any]]) -> list[dict[str, Any]]:
    rows: list[dict[str, Any]] = []
    for seq, act in enumerate(acts, 1):
        row = {
            "case": 1, "seq": seq, "act": act["act"], "outcome": "accepted", "actor": "王明",
            "at": f"2026-01-0{seq}T02:00:00.000000+00:00", "state_after": "proposed",
        }  # fmt: skip
        if "content" in act:
            row["data_digest"] = digest(canonical(act["content"]))
        if rows:
            row["previous_hash"] = rows[-1]["hash"]
        rows.append({**row, **row_digests(row)})
    return rows


def logged(rows: list[dict[str, Any]]) -> dict[str, Any]:
    """Put the last row into a log with other rows, and prove it."""
    entries = [f"other {n}".encode() for n in range(BEFORE)]
    entries.append(leaf(rows[-1]["hash"], rows[-1]["sm3"]))
    node = of_leaves([leaf_hash(entry) for entry in entries])
    note = sign(str(Checkpoint(ORIGIN, len(entries), root(len(entries), node))), LOG)
    note = note.signed_too(WITNESS.signature(note.text, 1767500000))
    proof = [b64encode(one).decode() for one in inclusion_proof(BEFORE, len(entries), node)]
    return {
        "origin": ORIGIN, "key": str(LOG.verifier), "checkpoint": str(note), "index": BEFORE,
        "proof": proof,
    }  # fmt: skip


def manifest_of(files: Mapping[str, bytes] = ATTACHED) -> dict[str, Any]:
    every = {**files, **BESIDE}
    evidence = [listed(name, data, at) for at, (name, data) in enumerate(every.items(), 1)]
    told = [[one["title"], one["filename"], one["digest"]] for one in evidence]
    acts = [
        {"seq": 1, "act": "propose", "content": {"fields": {"title": "规划"}, "evidence": []}},
        {"seq": 2, "act": "deliberate", "content": {"fields": {}, "evidence": told}},
        {"seq": 3, "act": "receive_comment"},
    ]
    rows = chained(acts)
    return {
        "format": "suyuan-dossier-2", "algorithms": ["sha256", "sm3"], "pages": 2,
        "case": {"number": "C01", "title": "海珠区法治政府建设规划", "organ": "海珠区人民政府"},
        "seal": {"archival_code": "0001-WS·2016-Y-BGS-0001"},
        "ledger": {"head": rows[-1]["hash"], "entries": rows}, "acts": acts, "evidence": evidence,
        "log": logged(rows),
        "volumes": [
            {"number": 2, "file": name, "pages": 1, "digest": digest(data), "sm3": sm3_of(data)}
            for name, data in VOLUME.items()
        ],
    }  # fmt: skip


def unsigned(path: Path, manifest: bytes, files: Mapping[str, bytes] = ATTACHED) -> Path:
    with Pdf.new() as pdf:
        for _page in range(2):
            pdf.add_blank_page(page_size=(595, 842))
        pdf.Root.AF = Array()
        for name, data in {"manifest.json": manifest, **files}.items():
            attach(pdf, name, data)
        pdf.save(path, deterministic_id=True)
    return path


def attach(pdf: Pdf, name: str, data: bytes) -> None:
    moment = f"D:{FIXED:%Y%m%d%H%M%S}Z"
    spec = AttachedFileSpec(
        pdf, data, filename=name, description="", mime_type="application/octet-stream",
        creation_date=moment, mod_date=moment,
    )  # fmt: skip
    spec.relationship = Name.Data
    pdf.attachments[name] = spec
    pdf.Root.AF.append(spec.obj)


def dossier(path: Path, bend: Bend | None = None, files: Mapping[str, bytes] = ATTACHED) -> Path:
    """Make a dossier and sign it, its manifest bent before that."""
    manifest = manifest_of()
    if bend:
        bend(manifest)
    unsigned(path, canonical(manifest), files)
    signing.sign(path)
    return path


def trust_file(**changes: Any) -> bytes:
    told = {
        "format": "suyuan-trust-1", "organ": "海珠区人民政府", "roots": signing.trust_roots(),
        "logs": [{"origin": ORIGIN, "key": str(LOG.verifier)}],
        "witnesses": [str(WITNESS.verifier)], "checkpoints": [],
    }  # fmt: skip
    return canonical({**told, **changes})


def trust(**changes: Any) -> Trust:
    return Trust.parse(trust_file(**changes))


@dataclass(frozen=True)
class Kept:
    """One sealed dossier, with what is kept beside it."""

    folder: Path
    data: bytes = field(repr=False)

    @property
    def path(self) -> Path:
        return self.folder / "dossier.pdf"

    def tampered(self, folder: Path, data: bytes) -> Path:
        path = folder / "tampered.pdf"
        path.write_bytes(data)
        return path

    def verified(self, path: Path | None = None, **asked: Any) -> Report:
        asked = {"beside": self.folder, "trust": trust(), **asked}
        return verify(path or self.path, asked.pop("trust"), **asked)


def kept(folder: Path) -> Kept:
    for name, data in {**BESIDE, **VOLUME}.items():
        (folder / name).write_bytes(data)
    return Kept(folder, dossier(folder / "dossier.pdf").read_bytes())


def found(report: Report) -> dict[str, str]:
    """Return what does not hold, by check."""
    wrong = (Outcome.ALTERED, Outcome.UNKNOWN)
    return {check.id: str(check.outcome) for check in report.checks if check.outcome in wrong}


def check_of(report: Report, id: str) -> Check:
    return next(check for check in report.checks if check.id == id)


def reread(data: bytes) -> Any:
    return json.loads(data)


def sha256(data: bytes) -> str:
    return f"sha256:{hashlib.sha256(data).hexdigest()}"
