"""What is remembered: the ledger, its log, the sealed dossiers, who retrieved them."""

from archive.models.dossier import Dossier, OutsideSeal, Renewal, Retrieval, Volume
from archive.models.ledger import LedgerEntry
from archive.models.log import LogCheckpoint, LogCosignature, LogLeaf, LogNode

__all__ = [
    "Dossier", "LedgerEntry", "LogCheckpoint", "LogCosignature", "LogLeaf", "LogNode",
    "OutsideSeal", "Renewal", "Retrieval", "Volume",
]  # fmt: skip
