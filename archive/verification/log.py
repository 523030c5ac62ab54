"""The log: the last row is in a checkpoint that a trusted log signed, and there is no fork."""

from base64 import b64decode
from collections.abc import Iterator
from dataclasses import dataclass

from archive.log.checkpoint import Checkpoint
from archive.log.leaf import leaf
from archive.log.merkle import Unproven, check_inclusion, leaf_hash
from archive.log.note import Malformed, Note
from archive.verification.manifest import Logged, Manifest
from archive.verification.report import Check, Detail, Outcome, unchecked
from archive.verification.trust import Trust
from archive.verification.words import Words, shown

FIRST_FORM = Words("早期格式的卷宗没有检查点", "Dossiers of the first form have no checkpoint")
NO_LOG = Words(
    "清单里没有检查点和包含证明，不能确认台账登在日志里",
    "The manifest has no checkpoint and no proof: that the ledger is in the log is not shown",
)
MALFORMED = Words("检查点读不出来", "The checkpoint cannot be read")
UNKNOWN_LOG = Words(
    "检查点由日志“{origin}”签发，信任文件里没有它的密钥",
    "The checkpoint is of the log “{origin}”, of which the trust file has no key",
)
FALSE = Words(
    "检查点冒用日志“{origin}”的名义：签名对不上",
    "The checkpoint claims to be of the log “{origin}”, whose signature it does not have",
)
NOT_INCLUDED = Words(
    "台账最后一条推不出检查点：这条记录不在日志里，或者被改动过",
    "The last row does not lead to the checkpoint: it is not in the log, or was altered",
)
HOLDS = Words(
    "台账最后一条是日志“{origin}”的第{index}条，在有{size}条记录的检查点之内",
    "The last row is entry {index} of the log “{origin}”, within its checkpoint of {size} entries",
)
NO_WITNESSES = Words("信任文件里没有见证人", "The trust file names no witness")
NOT_WITNESSED = Words(
    "信任的{n}个见证人都没有会签这个检查点",
    "No trusted witness, of {n}, has cosigned this checkpoint",
)
WITNESSED = Words("{n}个见证人会签过：{names}", "Cosigned by trusted witnesses ({n}): {names}")
ROW = Words("台账最后一条", "last row of the ledger")
LEAF = Words("在检查点中的位置", "place in the checkpoint")


@dataclass(frozen=True)
class Claimed:
    """A checkpoint of the manifest that could be read."""

    note: Note
    checkpoint: Checkpoint
    logged: Logged


def claimed(manifest: Manifest) -> Claimed | None:
    """Return the checkpoint that the manifest carries; None where there is none to read."""
    if manifest.log is None:
        return None
    try:
        note = Note.parse(manifest.log.checkpoint)
        return Claimed(note, Checkpoint.parse(note.text), manifest.log)
    except Malformed:
        return None


def check(manifest: Manifest, found: Claimed | None, trust: Trust) -> Check:
    """Check who signed the checkpoint and that the last row is in it."""
    if manifest.log is None:
        if not manifest.second:
            return unchecked("log", FIRST_FORM)
        return Check("log", Outcome.UNKNOWN, NO_LOG)
    if found is None:
        return Check("log", Outcome.ALTERED, MALFORMED)
    origin = shown(found.checkpoint.origin)
    if not _included(manifest, found):
        return Check("log", Outcome.ALTERED, NOT_INCLUDED, list(_place(manifest, found)))
    if trust.log_key(found.checkpoint, found.note) is None:
        known = any(name == found.checkpoint.origin for name, _key in trust.logs)
        outcome = Outcome.ALTERED if known else Outcome.UNKNOWN
        return Check("log", outcome, (FALSE if known else UNKNOWN_LOG).of(origin=origin))
    size, index = found.checkpoint.size, found.logged.index
    return Check("log", Outcome.HOLDS, HOLDS.of(origin=origin, index=index + 1, size=size))


def witnesses(found: Claimed | None, trust: Trust) -> Check:
    """Count the trusted witnesses that have cosigned."""
    if not trust.witnesses or found is None:
        return unchecked("witnesses", NO_WITNESSES if not trust.witnesses else NO_LOG)
    names = [key.name for key in trust.witnesses if found.note.cosigned_at(key) is not None]
    if not names:
        return unchecked("witnesses", NOT_WITNESSED.of(n=len(trust.witnesses)))
    said = WITNESSED.of(n=len(names), names=", ".join(map(shown, names)))
    return Check("witnesses", Outcome.HOLDS, said)


def _included(manifest: Manifest, found: Claimed) -> bool:
    last = manifest.entries[-1] if manifest.entries else {}
    try:
        entry = leaf(str(last.get("hash", "")), str(last.get("sm3", "")))
        proof = [b64decode(one, validate=True) for one in found.logged.proof]
        at, tree = found.logged.index, found.checkpoint
        check_inclusion(leaf_hash(entry), at, tree.size, proof, tree.root)
    except (Unproven, ValueError):
        return False
    return True


def _place(manifest: Manifest, found: Claimed) -> Iterator[Detail]:
    last = str(manifest.entries[-1].get("hash", "")) if manifest.entries else ""
    yield Detail(ROW, LEAF, f"{found.logged.index} / {found.checkpoint.size}", last)
