"""The trust file: all that a stranger needs besides a dossier to verify it, without us."""

from importlib import import_module
from pathlib import Path

from django.conf import settings

from archive.log import cosigning, keys, stored
from archive.models import LogCheckpoint
from archive.verification.trust import FORMAT
from decisions.canonical import canonical
from people.models import Organ

KNOWN = 400
"""Checkpoints that are told of: the newest."""


def trust_file() -> bytes:
    """Return the file that `TRUST_FILE` names; without one, what is trusted here now."""
    named = Path(settings.TRUST_FILE)
    return named.read_bytes() if named.is_file() else exported()


def exported() -> bytes:
    """Return the trust file of this installation. Raises Malformed, OSError."""
    organ = Organ.objects.first()
    logs = [{"origin": key.name, "key": str(key)} for key in keys.verifier_keys()]
    return canonical(
        {
            "format": FORMAT,
            "organ": organ.name if organ else "",
            "roots": _roots(),
            "logs": logs,
            "witnesses": [str(key) for key in cosigning.witnesses()],
            "checkpoints": [stored.published(one) for one in _known()],
        }
    )


def _roots() -> list[str]:
    """Import what signs only now; a page that verifies nothing does not wait for it."""
    roots: list[str] = import_module("archive.signing").trust_roots()
    return roots


def _known() -> list[LogCheckpoint]:
    return list(LogCheckpoint.objects.order_by("-pk")[:KNOWN])[::-1]
