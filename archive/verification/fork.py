"""Forks: the dossier's checkpoint against those that the verifier has seen elsewhere.

Two checkpoints of one size and two roots are two histories. Checkpoints of two sizes agree where
a proof leads from one to the other: a copy of the log's tiles gives it; without one nothing is
said. A log alone cannot see that it showed another tree to somebody else.
"""

from base64 import b64encode
from collections.abc import Sequence
from pathlib import Path

from archive.log.checkpoint import Checkpoint
from archive.log.merkle import Unproven, check_consistency, consistency_proof
from archive.log.tiles import Tile, hashes, nodes
from archive.verification.log import Claimed
from archive.verification.report import Check, Detail, Outcome, unchecked
from archive.verification.trust import Trust
from archive.verification.words import Words, shown

NO_CHECKPOINT = Words("卷宗没有检查点", "The dossier has no checkpoint")
NOTHING_KNOWN = Words(
    "信任文件里没有这个日志的检查点，看不出有没有分叉",
    "The trust file has no checkpoint of this log: a fork could not be seen",
)
SAME = Words(
    "与信任文件里公布的检查点相同（{size}条）",
    "It is the very checkpoint that the trust file has ({size} entries)",
)
FORK = Words(
    "日志分叉了：同样是{size}条记录，卷宗里的检查点与公布的不同",
    "The log was forked: with {size} entries the dossier's checkpoint is another than the known",
)
OPEN = Words(
    "信任文件里有{n}个检查点，大小都不同（最近的{size}条）；它们与卷宗的检查点是否同一本账，"
    "不联网、没有日志副本时不能证明",
    "The trust file has checkpoints of other sizes alone ({n}, the latest of {size} entries); that "
    "they and the dossier's are of one history is not provable without a copy of the log",
)
CONSISTENT = Words(
    "按日志副本，卷宗的检查点与公布的{n}个检查点前后一致",
    "By the copy of the log the dossier's checkpoint agrees with those that are known ({n})",
)
INCONSISTENT = Words(
    "按日志副本，卷宗的检查点与公布的检查点不是同一本账：日志分叉了",
    "By the copy of the log the dossier's checkpoint and a known one are not of one history: a fork",
)
NO_TILES = Words("日志副本读不出来或不全", "The copy of the log is unreadable or not whole")
ITEM = Words("{size}条记录的检查点", "checkpoint of {size} entries")
ROOT = Words("根摘要", "root")


def check(found: Claimed | None, trust: Trust, tiles: Path | None) -> Check:
    """Look for a fork among the checkpoints that are known."""
    if found is None:
        return unchecked("fork", NO_CHECKPOINT)
    ours = found.checkpoint
    known = [one for one in trust.checkpoints if one.origin == ours.origin]
    forks = [one for one in known if one.size == ours.size and one.root != ours.root]
    if forks:
        return Check("fork", Outcome.ALTERED, FORK.of(size=ours.size), [_detail(forks[0], ours)])
    others = [one for one in known if one.size != ours.size]
    if tiles is not None and others:
        return _by_tiles(ours, others, tiles)
    if len(others) < len(known):
        return Check("fork", Outcome.HOLDS, SAME.of(size=ours.size))
    latest = max((one.size for one in known), default=0)
    return unchecked("fork", OPEN.of(n=len(known), size=latest) if known else NOTHING_KNOWN)


def _by_tiles(ours: Checkpoint, others: Sequence[Checkpoint], tiles: Path) -> Check:
    for other in others:
        pair = (ours, other)
        try:
            _see_consistent(min(pair, key=_size), max(pair, key=_size), tiles)
        except (OSError, ValueError, IndexError):
            return unchecked("fork", NO_TILES)
        except Unproven:
            return Check("fork", Outcome.ALTERED, INCONSISTENT, [_detail(other, ours)])
    return Check("fork", Outcome.HOLDS, CONSISTENT.of(n=len(others)))


def _size(checkpoint: Checkpoint) -> int:
    return checkpoint.size


def _see_consistent(first: Checkpoint, second: Checkpoint, folder: Path) -> None:
    def read(tile: Tile) -> Sequence[bytes]:
        return hashes((folder / tile.path).read_bytes(), tile)

    proof = consistency_proof(first.size, second.size, nodes(second.size, read))
    check_consistency(first.size, second.size, proof, first.root, second.root)


def _detail(known: Checkpoint, ours: Checkpoint) -> Detail:
    item = ITEM.of(size=shown(f"{known.size} / {ours.size}"))
    return Detail(item, ROOT, b64encode(known.root).decode(), b64encode(ours.root).decode())
