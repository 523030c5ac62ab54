"""What each act handed in, against the digest of it that the ledger has."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from archive.verification.attachments import told
from archive.verification.ledger import named
from archive.verification.manifest import Filed, Manifest
from archive.verification.report import Check, Detail, agreed
from archive.verification.words import Words, same
from decisions.canonical import canonical, digest

HOLDS = Words(
    "{n}项办理的内容与台账的摘要一致",
    "The content of each act agrees with its digest in the ledger ({n})",
)
ALTERED = Words("{n}处与台账不一致：{names}", "Not in agreement with the ledger ({n}): {names}")
NO_ROW = Words("台账里没有这一条", "not in the ledger")
ACT = Words("行为", "act")
CONTENT = Words("办理内容的摘要", "digest of the content")
EVIDENCE = Words("证据的题名、文件名和摘要", "title, file name and digest of the evidence")


def check(manifest: Manifest) -> Check:
    """Recompute the digest of every act's content."""
    details = list(_faults(manifest))
    altered = told(ALTERED, details)
    whole = sum("content" in act for act in manifest.acts)
    return agreed("acts", details, HOLDS.of(n=whole), altered)


def _faults(manifest: Manifest) -> Iterator[Detail]:
    rows = {row.get("seq"): row for row in manifest.entries if _whole(row.get("seq"))}
    files = _by_act(manifest.evidence)
    for act in manifest.acts:
        seq = act.get("seq")
        row = rows.get(seq) if _whole(seq) else None
        if row is None or not isinstance(seq, int):
            yield Detail(same(act.get("act", "")), NO_ROW, "", str(seq))
            continue
        yield from _act(seq, row, act, files.get(seq, []))


def _act(
    seq: int, row: Mapping[str, Any], act: Mapping[str, Any], files: Sequence[Filed]
) -> Iterator[Detail]:
    item = named(seq, row)
    if act.get("act") != row.get("act"):
        yield Detail(item, ACT, str(row.get("act")), str(act.get("act")))
    if "content" not in act:
        return
    said, found = row.get("data_digest"), digest(canonical(act["content"]))
    if said != found:
        yield Detail(item, CONTENT, str(said), found)
    listed = [[file.title, file.filename, file.digest] for file in files]
    handed_in = act["content"].get("evidence") if isinstance(act["content"], dict) else None
    if handed_in != listed:
        yield Detail(item, EVIDENCE, str(handed_in), str(listed))


def _by_act(evidence: Sequence[Filed]) -> dict[int, list[Filed]]:
    found: dict[int, list[Filed]] = {}
    for file in evidence:
        found.setdefault(file.seq, []).append(file)
    return found


def _whole(seq: object) -> bool:
    return isinstance(seq, int) and not isinstance(seq, bool)
