"""The manifest that a sealed dossier carries inside."""

import io

import pikepdf

NAME = "manifest.json"


def inside(pdf: bytes) -> bytes | None:
    """Return the manifest of a dossier's file; None where it has none, or is no PDF."""
    try:
        with pikepdf.open(io.BytesIO(pdf)) as opened:
            found = opened.attachments.get(NAME)
            return bytes(found.get_file().read_bytes()) if found else None
    except pikepdf.PdfError:
        return None
