"""The log's checkpoints: signed by us, roots of what is stored, each beginning the next."""

import datetime as dt
from collections.abc import Iterator

from django.utils import timezone
from django.utils.translation import gettext as _

from archive.log import keys, stored
from archive.log.checkpoint import Checkpoint
from archive.log.merkle import Unproven, check_consistency, consistency_proof, folded, root
from archive.log.note import Malformed, Note, Signature, VerifierKey
from archive.log.tiles import HEIGHT, Tile
from archive.models import LedgerEntry, LogCheckpoint, LogCosignature, LogNode
from workflow.audit.difference import Difference

LATE = dt.timedelta(days=2)
"""A row that is not covered so long after it was written has been forgotten by the daily run."""


def log() -> Iterator[Difference]:
    """Yield what is wrong with the log, apart from its leaves and the rows that they stand for."""
    yield from _uncovered()
    yield from _nodes()
    before: LogCheckpoint | None = None
    for checkpoint in LogCheckpoint.objects.order_by("size").iterator():
        yield from _signature(checkpoint)
        yield from _tree(checkpoint, before)
        before = checkpoint
    for cosignature in LogCosignature.objects.select_related("checkpoint").iterator():
        yield from _cosignature(cosignature)


def _uncovered() -> Iterator[Difference]:
    late = LedgerEntry.objects.filter(leaf=None, recorded_at__lt=timezone.now() - LATE).count()
    if late:
        sentence = _("有%(n)d条台账两天以上没有进入检查点。") % {"n": late}
        yield Difference("log.uncovered", sentence)


def _nodes() -> Iterator[Difference]:
    """Yield each node above the tiles of leaves, which were looked at with them."""
    for node in LogNode.objects.filter(level__gt=1).iterator():
        try:
            sound = folded(stored.read(Tile(node.level - 1, node.index))) == bytes(node.hash)
        except LookupError:
            sound = False
        if not sound:
            first = node.index << HEIGHT * node.level
            sentence = _("检查点从第%(n)d条起的结点摘要和叶不符。") % {"n": first}
            yield Difference("log.tile", sentence)


def _signature(checkpoint: LogCheckpoint) -> Iterator[Difference]:
    says = {"n": checkpoint.size}
    if checkpoint.key not in map(str, keys.verifier_keys()):
        yield Difference("log.key", _("%(n)d条的检查点的密钥不在公布的密钥之中。") % says)
    try:
        note, key = Note.parse(checkpoint.note), VerifierKey.parse(checkpoint.key)
        said = Checkpoint.parse(note.text)
        sound = note.verified_by(key)
    except Malformed:
        yield Difference("log.signature", _("%(n)d条的检查点不能读取。") % says)
        return
    if not sound:
        yield Difference("log.signature", _("%(n)d条的检查点的签名不符。") % says)
    if (said.size, said.root) != (checkpoint.size, bytes(checkpoint.root)):
        yield Difference("log.signature", _("%(n)d条的检查点和它签署的文本不符。") % says)


def _tree(checkpoint: LogCheckpoint, before: LogCheckpoint | None) -> Iterator[Difference]:
    """Yield where a checkpoint is not the root of its rows, or forks off from the one before."""
    size, top, says = checkpoint.size, bytes(checkpoint.root), {"n": checkpoint.size}
    try:
        node = stored.node_of(size)
        if root(size, node) != top:
            yield Difference("log.root", _("%(n)d条的检查点和重新计算的根摘要不符。") % says)
        if before:
            proof = consistency_proof(before.size, size, node)
            check_consistency(before.size, size, proof, bytes(before.root), top)
    except LookupError:
        yield Difference("log.root", _("%(n)d条的检查点所指的叶不全。") % says)
    except Unproven:
        yield Difference("log.fork", _("%(n)d条的检查点和前一个不是同一份台账。") % says)


def _cosignature(found: LogCosignature) -> Iterator[Difference]:
    try:
        line = Signature.parse(found.line)
        text = Note.parse(found.checkpoint.note).text
        sound = Note(text, (line,)).verified_by(VerifierKey.parse(found.witness))
    except Malformed:
        sound = False
    if not sound:
        says = {"n": found.checkpoint.size}
        yield Difference("log.witness", _("%(n)d条的检查点的见证签名不符。") % says)
