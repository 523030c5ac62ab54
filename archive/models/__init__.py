"""What is remembered: the ledger, its log, the sealed dossiers and how they are kept, who read them."""

from archive.models.dossier import Dossier, OutsideSeal, Retrieval, Volume
from archive.models.keeping import PropertyResult, Supplement
from archive.models.ledger import LedgerEntry
from archive.models.log import LogCheckpoint, LogCosignature, LogLeaf, LogNode
from archive.models.sealed import Renewal, Sealed

__all__ = [
    "Dossier", "LedgerEntry", "LogCheckpoint", "LogCosignature", "LogLeaf", "LogNode",
    "OutsideSeal", "PropertyResult", "Renewal", "Retrieval", "Sealed", "Supplement", "Volume",
]  # fmt: skip
