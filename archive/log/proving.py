"""The proof that a case's ledger is in the log, as its dossier carries it."""

from base64 import b64encode
from dataclasses import dataclass
from typing import Any

from archive.log import growing, stored
from archive.log.leaf import leaf
from archive.log.merkle import check_inclusion, inclusion_proof, leaf_hash
from archive.models import LogLeaf
from decisions.models import Case


@dataclass(frozen=True)
class LogProof:
    """That the last row of a case is in the log; the case's chain carries those before it."""

    origin: str
    key: str
    checkpoint: str
    index: int
    proof: tuple[bytes, ...]
    head: str
    """The hash of the row that is proven."""

    def manifest(self) -> dict[str, Any]:
        """Return it as the manifest has it."""
        return {
            "origin": self.origin,
            "key": self.key,
            "checkpoint": self.checkpoint,
            "index": self.index,
            "proof": [b64encode(one).decode() for one in self.proof],
        }


def prove(case: Case) -> LogProof:
    """Take all rows into the log, sign, and prove the last row of a case.

    Raises LogLeaf.DoesNotExist where the case has no row, Unproven or LookupError where the
    stored log is no longer what was signed.
    """
    signed = growing.checkpoint()
    rows = LogLeaf.objects.select_related("entry").filter(entry__case=case)
    place = rows.order_by("entry__seq").last()
    if signed is None or place is None:
        raise LogLeaf.DoesNotExist
    entry, size = place.entry, signed.size
    proof = inclusion_proof(place.index, size, stored.node_of(size))
    hashed = leaf_hash(leaf(entry.hash, entry.sm3))
    check_inclusion(hashed, place.index, size, proof, bytes(signed.root))
    origin = signed.note.partition("\n")[0]
    text = stored.published(signed)
    return LogProof(origin, signed.key, text, place.index, tuple(proof), entry.hash)
