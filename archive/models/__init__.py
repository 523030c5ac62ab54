"""What is remembered: the ledger, the sealed dossiers, who retrieved them."""

from archive.models.dossier import Dossier, Retrieval
from archive.models.ledger import LedgerEntry

__all__ = ["Dossier", "LedgerEntry", "Retrieval"]
