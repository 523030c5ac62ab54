"""What is remembered: ledger and log, the sealed dossiers, how they are kept, found and read."""

from archive.models.desk import (
    Sample,
    SampleItem,
    SearchLog,
    VerificationItem,
    VerificationResult,
    VerificationRun,
)
from archive.models.dossier import Dossier, OutsideSeal, PageSeen, Retrieval, Volume
from archive.models.index import Amount, Deviation, RequirementMet, SearchRow
from archive.models.keeping import PropertyResult, Supplement
from archive.models.ledger import LedgerEntry
from archive.models.log import LogCheckpoint, LogCosignature, LogLeaf, LogNode
from archive.models.sealed import Renewal, Sealed

__all__ = [
    "Amount", "Deviation", "Dossier", "LedgerEntry", "LogCheckpoint", "LogCosignature", "LogLeaf",
    "LogNode", "OutsideSeal", "PageSeen", "PropertyResult", "Renewal", "RequirementMet",
    "Retrieval", "Sample", "SampleItem", "Sealed", "SearchLog", "SearchRow", "Supplement",
    "VerificationItem", "VerificationResult", "VerificationRun", "Volume",
]  # fmt: skip
