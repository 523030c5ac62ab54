"""What is remembered: the ledger, the sealed dossiers, who retrieved them."""

from archive.models.dossier import Dossier, OutsideSeal, Renewal, Retrieval, Volume
from archive.models.ledger import LedgerEntry

__all__ = ["Dossier", "LedgerEntry", "OutsideSeal", "Renewal", "Retrieval", "Volume"]
