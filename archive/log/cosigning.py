"""Taking in the signature of a witness under one of our checkpoints."""

import datetime as dt

from django.conf import settings

from archive.log.note import Malformed, Note, VerifierKey
from archive.models import LogCheckpoint, LogCosignature


class Unknown(Exception):  # noqa: N818  # it is a refusal
    """No checkpoint of ours, or no witness that we know."""


def witnesses() -> list[VerifierKey]:
    """Return the witnesses whose signatures we take. Raises Malformed."""
    return [VerifierKey.parse(line) for line in settings.LOG_WITNESSES]


def add(text: bytes) -> list[LogCosignature]:
    """Keep the signatures of known witnesses under a note of ours; return the new ones.

    Raises Malformed where it is no note, Unknown where nobody that we know signed what we did.
    """
    note = Note.parse(text)
    ours = LogCheckpoint.objects.filter(note__startswith=f"{note.text}\n").first()
    signed = [key for key in witnesses() if note.cosigned_at(key) is not None]
    if ours is None or not signed:
        raise Unknown
    kept = (LogCosignature.objects.get_or_create(
        checkpoint=ours, witness=str(key), defaults=_signature(note, key),
    ) for key in signed)  # fmt: skip
    return [cosignature for cosignature, new in kept if new]


def _signature(note: Note, key: VerifierKey) -> dict[str, object]:
    line = next(line for line in note.signatures if line.by(key))
    at = note.cosigned_at(key) or 0
    try:
        return {"line": str(line), "at": dt.datetime.fromtimestamp(at, dt.UTC)}
    except (OverflowError, ValueError, OSError):
        raise Malformed from None
