"""What is remembered: the ledger, the sealed dossiers, who retrieved them, how they are kept."""

from archive.models.dossier import Dossier, Retrieval
from archive.models.keeping import PropertyResult, Supplement
from archive.models.ledger import LedgerEntry

__all__ = ["Dossier", "LedgerEntry", "PropertyResult", "Retrieval", "Supplement"]
