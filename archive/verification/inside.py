"""The files inside a PDF, each taken out a piece at a time and no further than it may be long."""

import zlib
from collections.abc import Iterator
from typing import cast

import pikepdf
from pikepdf import Name

from archive.verification.digests import CHUNK
from archive.verification.limits import MEBIBYTE, MOST_ATTACHMENTS
from archive.verification.strict import Unusable
from archive.verification.words import Words, shown

UNREADABLE = Words("附件{name}读不出来", "The attachment {name} cannot be read")
TOO_LONG = Words(
    "附件{name}解开后超过{most}字节，没有继续解",
    "The attachment {name} unpacks to more than {most} bytes; it was not unpacked further",
)
OTHER_PACKING = Words(
    "附件{name}用了不认识的压缩方式", "The attachment {name} is packed in a way that is not known"
)
TOO_MANY = Words("附件超过{most}个", "There are more than {most} attachments")
LONGEST = 2048 * MEBIBYTE
RUBBISH = (pikepdf.PdfError, ValueError, TypeError, KeyError, AttributeError, RuntimeError)
"""What pikepdf raises at attachments that are none; RecursionError is a RuntimeError."""

Inside = dict[str, pikepdf.Stream]
"""The stream of each file by its name."""


def files_inside(pdf: pikepdf.Pdf) -> Inside:
    """Return every file inside. Raises Unusable."""
    found: Inside = {}
    try:
        for name, spec in pdf.attachments.items():
            found[name] = cast("pikepdf.Stream", spec.get_file().obj)
            if len(found) > MOST_ATTACHMENTS:
                raise Unusable(TOO_MANY.of(most=MOST_ATTACHMENTS))
    except RUBBISH:
        raise Unusable(UNREADABLE.of(name="")) from None
    return found


def chunks(name: str, stream: pikepdf.Stream, most: int = LONGEST) -> Iterator[bytes]:
    """Yield the content of a file, at most one byte more than `most`. Raises Unusable."""
    try:
        packed, raw = _packed(name, stream), memoryview(stream.get_raw_stream_buffer())
        yield from _unpacked(raw, most + 1) if packed else _pieces(raw[: most + 1])
    except (*RUBBISH, zlib.error):
        raise Unusable(UNREADABLE.of(name=shown(name))) from None


def content(name: str, stream: pikepdf.Stream, most: int) -> bytes:
    """Return the content of a file that may have `most` bytes. Raises Unusable."""
    data = b"".join(chunks(name, stream, most))
    if len(data) > most:
        raise Unusable(TOO_LONG.of(name=shown(name), most=most))
    return data


def _packed(name: str, stream: pikepdf.Stream) -> bool:
    """Say whether the stream is deflated; nothing else that packs is unpacked."""
    filters = stream.get(Name.Filter)
    if filters is None or (isinstance(filters, pikepdf.Array) and not len(filters)):
        return False
    alone = filters[0] if isinstance(filters, pikepdf.Array) and len(filters) == 1 else filters
    if alone != Name.FlateDecode or Name.DecodeParms in stream:
        raise Unusable(OTHER_PACKING.of(name=shown(name)))
    return True


def _pieces(raw: memoryview) -> Iterator[bytes]:
    for at in range(0, len(raw), CHUNK):
        yield bytes(raw[at : at + CHUNK])


def _unpacked(raw: memoryview, left: int) -> Iterator[bytes]:
    """Inflate; a bomb grows no further than what is left. Raises zlib.error."""
    inflate = zlib.decompressobj()
    for piece in _pieces(raw):
        waiting = piece
        while left and (out := inflate.decompress(waiting, min(CHUNK, left))):
            waiting, left = inflate.unconsumed_tail, left - len(out)
            yield out
    if left and not inflate.eof:
        raise zlib.error
