"""Cutting a font down to the glyphs that a document shows. Each keeps its number."""

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from typing import Any

from archive.press.faces import Face
from archive.press.failed import PressFailed
from archive.press.native import ffi, harfbuzz, subsetting

RETAIN_GIDS, NO_HINTING, DESUBROUTINIZE = 0x2, 0x1, 0x4
DROPPED = ("BASE", "DSIG", "EBDT", "EBLC", "EBSC", "GPOS", "GSUB", "JSTF", "LTSH", "PCLT", "SVG ")
DROP_TABLES = 3
"""The set of a subset's order that names the tables to leave out."""


@contextmanager
def opened(face: Face) -> Iterator[Any]:
    """Open a face for HarfBuzz."""
    blob = harfbuzz.hb_blob_create_from_file(str(face.path).encode())
    found = harfbuzz.hb_face_create(blob, face.index)
    try:
        yield found
    finally:
        harfbuzz.hb_face_destroy(found)
        harfbuzz.hb_blob_destroy(blob)


def subset(face: Face, glyphs: Iterable[int]) -> bytes:
    """Return a font file with these glyphs of a face."""
    order = subsetting.hb_subset_input_create_or_fail()
    wanted = subsetting.hb_subset_input_glyph_set(order)
    for glyph in sorted(glyphs):
        harfbuzz.hb_set_add(wanted, glyph)
    dropped = subsetting.hb_subset_input_set(order, DROP_TABLES)
    for table in DROPPED:
        harfbuzz.hb_set_add(dropped, int.from_bytes(table.encode()))
    subsetting.hb_subset_input_set_flags(order, RETAIN_GIDS | NO_HINTING | DESUBROUTINIZE)
    try:
        with opened(face) as whole:
            return _bytes(subsetting.hb_subset_or_fail(whole, order), face)
    finally:
        subsetting.hb_subset_input_destroy(order)


def _bytes(cut: Any, face: Face) -> bytes:
    if cut == ffi.NULL:
        raise PressFailed(f"{face.family}: no subset")
    blob, length = harfbuzz.hb_face_reference_blob(cut), ffi.new("unsigned int *")
    data = ffi.buffer(harfbuzz.hb_blob_get_data(blob, length), length[0])[:]
    harfbuzz.hb_blob_destroy(blob)
    harfbuzz.hb_face_destroy(cut)
    return bytes(data)
