"""What is remembered: the ledger, the sealed dossiers, who retrieved them, and their index."""

from archive.models.desk import (
    Sample,
    SampleItem,
    SearchLog,
    VerificationItem,
    VerificationResult,
    VerificationRun,
)
from archive.models.dossier import Dossier, PageSeen, Retrieval
from archive.models.index import Amount, Deviation, RequirementMet, SearchRow
from archive.models.ledger import LedgerEntry

__all__ = [
    "Amount", "Deviation", "Dossier", "LedgerEntry", "PageSeen", "RequirementMet", "Retrieval",
    "Sample", "SampleItem", "SearchLog", "SearchRow", "VerificationItem", "VerificationResult",
    "VerificationRun",
]  # fmt: skip
